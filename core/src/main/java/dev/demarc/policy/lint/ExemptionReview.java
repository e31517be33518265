package dev.demarc.policy.lint;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.Place;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.assignment.Assignment;
import dev.demarc.policy.assignment.PolicyExemption;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.assignment.Published;
import dev.demarc.policy.expression.Nearest;
import dev.demarc.policy.syntax.Initiative;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exemptions that exempt nothing: expired, of no assignment or policy that is known, or beside the assignment's scope. */
final class ExemptionReview {
    private final PolicyLibrary library;
    private final PolicyExemption exemption;
    private final List<Diagnostic> found = new ArrayList<>();

    ExemptionReview(PolicyLibrary library, PolicyExemption exemption) {
        this.library = library;
        this.exemption = exemption;
    }

    /** What is to be said at an instant. */
    List<Diagnostic> at(Instant now) {
        if (!exemption.isHonoured(now)) {
            found.add(Diagnostic.note(
                    "exemption-expired",
                    "the exemption expired on `" + exemption.expires().orElse(now) + "`",
                    place("expiresOn"),
                    "remove it, or write a later date"));
        }
        Optional<Assignment> assignment = library.assignments().stream()
                .filter(one -> exemption.assignment().equalsIgnoreCase(one.id().text()))
                .findFirst();
        if (assignment.isPresent()) {
            scope(assignment.get());
            references(assignment.get());
        } else if (library.unreadable(exemption.assignment()).isEmpty()) {
            notGiven();
        }
        return found;
    }

    private void notGiven() {
        String id = exemption.assignment();
        List<String> ids =
                library.assignments().stream().map(one -> one.id().text()).toList();
        String message = "the exemption is of the assignment `" + id + "`, which was not given";
        Place place = place("policyAssignmentId");
        Optional<String> near = near(id, ids);
        found.add(near.map(other ->
                        Diagnostic.warning("assignment-not-given", message, place, "did you mean `" + other + "`?"))
                .orElseGet(() -> Diagnostic.note(
                        "assignment-not-given", message, place, "give the assignment too, as another source")));
    }

    /** The id whose name is the same or most alike; ids as a whole are alike because they begin alike. */
    private static Optional<String> near(String id, List<String> ids) {
        String name = nameOf(id);
        return ids.stream()
                .filter(one -> nameOf(one).equalsIgnoreCase(name))
                .findFirst()
                .or(() -> Nearest.to(
                        name, ids.stream().map(ExemptionReview::nameOf).toList()));
    }

    private static String nameOf(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** Which management group a scope is in is not known, so only scopes that ids tell apart are compared. */
    private void scope(Assignment assignment) {
        boolean told = assignment.scope().kind() != ResourceId.Kind.MANAGEMENT_GROUP
                && assignment.scope().kind() != ResourceId.Kind.TENANT;
        if (told && !assignment.scope().contains(exemption.scope())) {
            found.add(Diagnostic.warning(
                    "exemption-outside-assignment",
                    "the exemption is on `" + exemption.scope() + "`, and the assignment reaches only `"
                            + assignment.scope() + "`",
                    exemption.place(),
                    "write it for a scope inside that one, or remove it"));
        }
    }

    private void references(Assignment assignment) {
        Optional<Initiative> initiative =
                library.initiative(assignment.target()).map(Published::value);
        if (initiative.isEmpty() && library.definition(assignment.target()).isEmpty()) {
            return;
        }
        List<String> known = initiative
                .map(one -> one.members().stream()
                        .map(Initiative.Member::referenceId)
                        .toList())
                .orElse(List.of(nameOf(assignment.target())));
        for (int i = 0; i < exemption.referenceIds().size(); i++) {
            String id = exemption.referenceIds().get(i);
            if (known.stream().noneMatch(id::equalsIgnoreCase)) {
                found.add(Diagnostic.warning(
                        "unknown-reference-id",
                        "the assignment `" + assignment.displayName() + "` has no policy with the reference id `" + id
                                + "`",
                        place("policyDefinitionReferenceIds", Integer.toString(i)),
                        Nearest.to(id, known)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse(
                                        initiative.isPresent()
                                                ? "use a `policyDefinitionReferenceId` of its initiative"
                                                : "leave it out, as the assignment is of a single definition")));
            }
        }
    }

    private Place place(String... tokens) {
        return exemption.memberPlaces().of(new JsonPointer(List.of(tokens)));
    }
}
