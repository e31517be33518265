package dev.demarc.posture;

import dev.demarc.check.Share;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.Side;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Coverage of the customer's side: every (resource, layer) cell that is the customer's or shared, by what is known of
 * it; and all cells by side.
 *
 * @param layers a part for each layer, from the ground up
 * @param unclassified how many resources have a type that the table does not know, and so no cells
 */
public record Coverage(List<LayerCoverage> layers, int unclassified) {

    public Coverage {
        layers = List.copyOf(layers);
    }

    /**
     * One layer over all classified resources.
     *
     * @param sides how many cells are on which side
     * @param states how many of the customer's cells are in which state; never {@link CellState#NOT_YOURS}
     */
    public record LayerCoverage(Layer layer, Map<Side, Integer> sides, Map<CellState, Integer> states) {
        public LayerCoverage {
            sides = Map.copyOf(sides);
            states = Map.copyOf(states);
        }

        /** How many cells are on a side. */
        public int count(Side side) {
            return sides.getOrDefault(side, 0);
        }

        /** How many of the customer's cells are in a state. */
        public int count(CellState state) {
            return states.getOrDefault(state, 0);
        }
    }

    /** The coverage of these resources. */
    public static Coverage of(List<ResourcePosture> resources, List<Layer> layers) {
        var parts = layers.stream().map(layer -> part(layer, resources)).toList();
        int unclassified = (int) resources.stream()
                .filter(resource -> !resource.demarcation().isClassified())
                .count();
        return new Coverage(parts, unclassified);
    }

    private static LayerCoverage part(Layer layer, List<ResourcePosture> resources) {
        var sides = new EnumMap<Side, Integer>(Side.class);
        var states = new EnumMap<CellState, Integer>(CellState.class);
        for (ResourcePosture resource : resources) {
            resource.demarcation().side(layer).ifPresent(side -> sides.merge(side, 1, Integer::sum));
            resource.state(layer)
                    .filter(state -> state != CellState.NOT_YOURS)
                    .ifPresent(state -> states.merge(state, 1, Integer::sum));
        }
        return new LayerCoverage(layer, sides, states);
    }

    /** How many of the customer's cells are in a state, over all layers. */
    public int count(CellState state) {
        return layers.stream().mapToInt(layer -> layer.count(state)).sum();
    }

    /** How many cells are on a side, over all layers. */
    public int count(Side side) {
        return layers.stream().mapToInt(layer -> layer.count(side)).sum();
    }

    /** How many cells are the customer's, alone or shared. */
    public int customers() {
        return count(Side.CUSTOMER) + count(Side.SHARED);
    }

    /** The share of the customer's cells in a state, in percent with 1 decimal; empty when there are none. */
    public Optional<BigDecimal> percent(CellState state) {
        return Share.percent(count(state), customers());
    }
}
