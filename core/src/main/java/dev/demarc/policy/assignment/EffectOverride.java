package dev.demarc.policy.assignment;

import dev.demarc.document.Place;
import dev.demarc.estate.Resource;
import dev.demarc.policy.syntax.Effect;
import java.util.List;

/**
 * Another effect for some policies of an assignment, or for some of its resources.
 *
 * @param selectors all must select; empty for everything under the assignment
 */
public record EffectOverride(Effect effect, List<Selector> selectors, Place place) {
    public EffectOverride {
        selectors = List.copyOf(selectors);
    }

    /** Whether it is for the policy of a reference id at all, on whatever resource. */
    boolean isFor(String referenceId) {
        return selectors.stream()
                .filter(selector -> selector.kind() == Selector.Kind.REFERENCE_ID)
                .allMatch(selector ->
                        selector.chosen() == selector.values().stream().anyMatch(referenceId::equalsIgnoreCase));
    }

    /** Whether it is for a resource. */
    boolean selects(Resource resource, String referenceId) {
        return selectors.stream().allMatch(selector -> selector.selects(resource, referenceId));
    }
}
