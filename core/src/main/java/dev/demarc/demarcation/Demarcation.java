package dev.demarc.demarcation;

import dev.demarc.estate.Resource;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.ResponsibilityRow;
import dev.demarc.knowledge.Side;
import java.util.List;
import java.util.Optional;

/**
 * One resource with the line drawn through it.
 *
 * @param row what the table says of its type; empty when the type is unclassified
 * @param cells a cell for each layer from the ground up; empty when the type is unclassified
 */
public record Demarcation(Resource resource, Optional<ResponsibilityRow> row, List<Cell> cells) {

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

    /** Whether the table knows the resource's type. */
    public boolean isClassified() {
        return row.isPresent();
    }

    /** Who answers for a layer; empty when the type is unclassified. */
    public Optional<Side> side(Layer layer) {
        return cell(layer).map(Cell::side);
    }

    /** The cell of a layer; empty when the type is unclassified. */
    public Optional<Cell> cell(Layer layer) {
        return cells.isEmpty() ? Optional.empty() : Optional.of(cells.get(layer.index()));
    }
}
