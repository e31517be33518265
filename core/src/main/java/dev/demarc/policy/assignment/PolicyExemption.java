package dev.demarc.policy.assignment;

import dev.demarc.check.Exemption;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An exemption of Azure Policy: resources that need not comply with an assignment, or with some policies of it.
 *
 * @param scope where: what the exemption hangs on and everything below it
 * @param assignment the id of the assignment as written
 * @param referenceIds which policies of an initiative; empty for all
 * @param expires from when on it is no longer honoured; empty when it never ends
 * @param selectors which resources of the scope; empty for all
 * @param memberPlaces where its properties stand, by pointers that start with their names
 */
public record PolicyExemption(
        ResourceId id,
        ResourceId scope,
        String assignment,
        List<String> referenceIds,
        Exemption.Category category,
        Optional<Instant> expires,
        String displayName,
        String description,
        List<ResourceSelector> selectors,
        JsonObject metadata,
        Place place,
        Places memberPlaces) {
    public PolicyExemption {
        referenceIds = List.copyOf(referenceIds);
        selectors = List.copyOf(selectors);
    }

    /** Whether it is still honoured at an instant. */
    public boolean isHonoured(Instant instant) {
        return expires.map(instant::isBefore).orElse(true);
    }

    /**
     * Whether it covers a resource under a policy, however long ago it expired.
     *
     * @param within the ids of what the resource is in
     */
    boolean covers(Resource resource, Collection<ResourceId> within, ResourceId assignmentId, String referenceId) {
        return assignment.equalsIgnoreCase(assignmentId.text())
                && (referenceIds.isEmpty() || referenceIds.stream().anyMatch(referenceId::equalsIgnoreCase))
                && (scope.contains(resource.id()) || within.contains(scope))
                && ResourceSelector.anySelects(selectors, resource);
    }
}
