package dev.demarc.policy.assignment;

import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import java.util.List;
import java.util.Optional;

/** Which resources an assignment reaches. */
final class AssignmentScope {
    private AssignmentScope() {}

    /**
     * Whether an assignment is in force on a resource: it is in the scope, in none of the excluded ones, and selected.
     * Where documents do not tell the management groups of a subscription up to the root, assignments of other management
     * groups are taken to reach it: an assignment that is listed for a subscription's export is more likely in force than not, and a
     * finding too many is seen where one too few is not.
     *
     * @param within the ids of what the resource is in, the nearest first
     */
    static boolean reaches(Assignment assignment, Resource resource, List<ResourceId> within) {
        return (isIn(assignment.scope(), resource, within) || isAssumed(assignment.scope(), resource, within))
                && assignment.notScopes().stream().noneMatch(scope -> isIn(scope, resource, within))
                && ResourceSelector.anySelects(assignment.selectors(), resource);
    }

    /** Why an assignment does not reach a resource, as one sentence; empty where it {@link #reaches} it. */
    static Optional<String> whyNot(Assignment assignment, Resource resource, List<ResourceId> within) {
        ResourceId scope = assignment.scope();
        if (!isIn(scope, resource, within) && !isAssumed(scope, resource, within)) {
            return Optional.of("the assignment is in force elsewhere: on `" + scope.text() + "` and what is below");
        }
        Optional<ResourceId> left = assignment.notScopes().stream()
                .filter(one -> isIn(one, resource, within))
                .findFirst();
        if (left.isPresent()) {
            return left.map(one -> "the assignment leaves `" + one.text() + "` out: it is among its `notScopes`");
        }
        return ResourceSelector.whyNoneSelects(assignment.selectors(), resource)
                .map(says -> "the resource selectors of the assignment leave it out: " + says);
    }

    private static boolean isIn(ResourceId scope, Resource resource, List<ResourceId> within) {
        return scope.contains(resource.id()) || within.contains(scope);
    }

    /** Whether a resource is only taken to be in a management group, since nothing tells all that it is in. */
    static boolean isAssumed(ResourceId scope, Resource resource, List<ResourceId> within) {
        boolean inSubscription = resource.id().subscriptionId().isPresent();
        boolean told = !within.isEmpty() && within.getLast().kind() == ResourceId.Kind.TENANT;
        return scope.kind() == ResourceId.Kind.MANAGEMENT_GROUP && inSubscription && !told;
    }
}
