package dev.demarc.policy.assignment;

import dev.demarc.document.Place;
import dev.demarc.estate.ResourceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A person's statement about a resource under a policy of effect {@code manual}.
 *
 * @param about the resource, resource group or subscription it hangs on
 * @param assignment the id of the assignment as written
 * @param referenceId which policy of an initiative; empty when the assignment is of one definition
 * @param state compliant, non-compliant, or unattested when it says unknown
 * @param expires from when on the default state counts again; empty when it never ends
 * @param owner who answers for it: the id of a principal; empty when not said
 * @param evidence where the proof is, as descriptions and links
 * @param assessed when the evidence was assessed; empty when not said
 */
public record PolicyAttestation(
        ResourceId id,
        ResourceId about,
        String assignment,
        Optional<String> referenceId,
        ComplianceState state,
        Optional<Instant> expires,
        Optional<String> owner,
        Optional<String> comments,
        List<String> evidence,
        Optional<Instant> assessed,
        Place place) {
    public PolicyAttestation {
        evidence = List.copyOf(evidence);
    }

    /** Whether it still counts at an instant. */
    public boolean counts(Instant instant) {
        return expires.map(instant::isBefore).orElse(true);
    }

    /**
     * Which of several about the same counts: the one assessed last; of those assessed at one time, or at none that is
     * said, the gravest.
     */
    static final Comparator<PolicyAttestation> FIRST = Comparator.comparing(
                    (PolicyAttestation one) -> one.assessed().orElse(Instant.MIN), Comparator.reverseOrder())
            .thenComparing(PolicyAttestation::state)
            .thenComparing(PolicyAttestation::id);

    /** Whether it is about a resource under an assignment. */
    boolean isAbout(ResourceId resource, ResourceId assignmentId) {
        return about.equals(resource) && assignment.equalsIgnoreCase(assignmentId.text());
    }

    /** Whether it is about a policy of its assignment. In an initiative it has to name the policy. */
    boolean covers(AssignedPolicy policy) {
        return referenceId
                .map(policy.referenceId()::equalsIgnoreCase)
                .orElse(policy.initiative().isEmpty());
    }
}
