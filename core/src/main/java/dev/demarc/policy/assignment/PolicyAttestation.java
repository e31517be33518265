package dev.demarc.policy.assignment;

import dev.demarc.document.Place;
import dev.demarc.estate.ResourceId;
import java.time.Instant;
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

    /** Whether it is about a resource under a policy. */
    boolean covers(ResourceId resource, ResourceId assignmentId, String reference) {
        return about.equals(resource)
                && assignment.equalsIgnoreCase(assignmentId.text())
                && referenceId.map(reference::equalsIgnoreCase).orElse(true);
    }
}
