package dev.demarc.knowledge;

import java.util.Map;

/**
 * One edition of Microsoft's shared-responsibility matrix.
 *
 * @param published when Microsoft published it, as precisely as known
 * @param cells matrix column, then layer id, to side; complete
 * @param derived layer id to a sentence, for layers that the published matrix has no row for
 */
public record Edition(
        String id,
        String title,
        String published,
        String note,
        Map<String, Map<String, Side>> cells,
        Map<String, String> derived) {

    public Edition {
        cells = Map.copyOf(cells);
        derived = Map.copyOf(derived);
    }

    /** What this edition says of a layer for a service model. */
    public Side side(ServiceModel model, Layer layer) {
        Side side = cells.getOrDefault(model.column(), Map.of()).get(layer.id());
        if (side == null) {
            throw new IllegalStateException("edition " + id + " says nothing of " + layer.id() + " for " + model.id());
        }
        return side;
    }
}
