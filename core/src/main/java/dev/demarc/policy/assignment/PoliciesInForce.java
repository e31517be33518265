package dev.demarc.policy.assignment;

import dev.demarc.document.Diagnostic;
import dev.demarc.estate.Gap;
import java.time.Instant;
import java.util.List;

/**
 * Policies in force, ready to judge resources, with what people decided about them.
 *
 * @param now what counts as now, for exemptions and attestations to expire
 * @param gaps assignments and policies that could not be put in force
 * @param diagnostics what is wrong or doubtful about what was bound
 * @param misfits those of the diagnostics that are about parameters: values that are missing or do not fit
 * @param notGiven definitions and initiatives that something refers to and that were not given
 */
public record PoliciesInForce(
        List<AssignedPolicy> policies,
        List<PolicyExemption> exemptions,
        List<PolicyAttestation> attestations,
        Instant now,
        List<Gap> gaps,
        List<Diagnostic> diagnostics,
        List<Diagnostic> misfits,
        List<NotGiven> notGiven) {
    public PoliciesInForce {
        policies = List.copyOf(policies);
        exemptions = List.copyOf(exemptions);
        attestations = List.copyOf(attestations);
        gaps = List.copyOf(gaps);
        diagnostics = List.copyOf(diagnostics);
        misfits = List.copyOf(misfits);
        notGiven = List.copyOf(notGiven);
    }

    /** The same policies with these gaps. */
    public PoliciesInForce withGaps(List<Gap> others) {
        return new PoliciesInForce(policies, exemptions, attestations, now, others, diagnostics, misfits, notGiven);
    }
}
