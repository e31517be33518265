package dev.demarc.demarcation;

import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.ResponsibilityRow;
import dev.demarc.knowledge.Side;
import java.util.List;
import java.util.Optional;

/**
 * One resource with the line drawn through it.
 *
 * @param row what the table says of its type, or of the type that it is a part of; empty when the type is unclassified
 * @param whole the resource that this one is a part of: a setting or content of it, without a line of its own; empty
 *     for all others
 * @param cells a cell for each layer from the ground up; empty when the type is unclassified or a part
 */
public record Demarcation(
        Resource resource, Optional<ResponsibilityRow> row, Optional<ResourceId> whole, List<Cell> cells) {

    public Demarcation {
        cells = List.copyOf(cells);
    }

    /**
     * One layer of one resource.
     *
     * @param side who answers for it
     * @param basis why
     */
    public record Cell(Layer layer, Side side, Basis basis) {}

    /** Whether the table knows the resource's type, by itself or as a part of another. */
    public boolean isClassified() {
        return row.isPresent();
    }

    /** Whether the resource is a part of another, whose line covers it. */
    public boolean isPart() {
        return whole.isPresent();
    }

    /** Who answers for a layer; empty when there are no cells. */
    public Optional<Side> side(Layer layer) {
        return cell(layer).map(Cell::side);
    }

    /** The cell of a layer; empty when there are no cells. */
    public Optional<Cell> cell(Layer layer) {
        return cells.isEmpty() ? Optional.empty() : Optional.of(cells.get(layer.index()));
    }
}
