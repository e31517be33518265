package dev.demarc.knowledge;

import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who answers for the layers of one resource type.
 *
 * @param cells layer id to cell, complete
 * @param shifts what settings of the resource change, in order; the first that holds decides its layer
 * @param parts child types that have no line of their own: they are settings or content of this type, and what is
 *     found on them counts for its layers
 * @param everywhere whether every subscription has resources of this type, so that none seen means not collected
 * @param contested layer id to why it is disputed and what was decided
 */
public record ResponsibilityRow(
        ResourceType type,
        String title,
        String category,
        ServiceModel model,
        String checkedOn,
        List<String> sources,
        Map<String, Cell> cells,
        List<Shift> shifts,
        List<ResourceType> parts,
        Map<String, String> contested,
        boolean everywhere) {

    public ResponsibilityRow {
        sources = List.copyOf(sources);
        cells = Map.copyOf(cells);
        shifts = List.copyOf(shifts);
        parts = List.copyOf(parts);
        contested = Map.copyOf(contested);
    }

    /**
     * One layer of one type, as it is when no setting says otherwise.
     *
     * @param side who answers; empty when the chosen edition of the matrix decides
     * @param tier how strong the evidence is, strongest first: {@code service-matrix}, {@code service-text}, {@code
     *     baseline-1-2}, {@code baseline-3}, {@code matrix}, {@code judgement}
     * @param with who answers jointly on the provider's side
     */
    public record Cell(
            Optional<Side> side,
            String tier,
            List<String> sources,
            Optional<String> date,
            Optional<String> note,
            List<String> with) {
        public Cell {
            sources = List.copyOf(sources);
            with = List.copyOf(with);
        }
    }

    /**
     * A setting that moves a layer to another side.
     *
     * @param when a policy condition on the resource
     * @param because what the setting changes, one sentence
     * @param assumed whether it rests on something that the resource does not show
     */
    public record Shift(
            String layer, JsonValue when, Side side, String because, List<String> sources, boolean assumed) {
        public Shift {
            sources = List.copyOf(sources);
        }
    }
}
