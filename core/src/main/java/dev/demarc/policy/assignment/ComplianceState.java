package dev.demarc.policy.assignment;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * How a resource stands to a policy that is in force, in Azure's words; in the order in which one state wins over
 * another when several come to one.
 *
 * <p>The order of Azure's own states is the documented one: non-compliant, compliant, conflict, exempt, unknown. What
 * this program could not see or carry out stands before compliant, so that nothing unseen counts as clean.
 *
 * @see <a href="https://learn.microsoft.com/azure/governance/policy/concepts/compliance-states">Compliance states</a>
 */
public enum ComplianceState {
    /** The resource is as the policy says it must not be. */
    NON_COMPLIANT("non-compliant", "NonCompliant"),
    /** The rule cannot be carried out on the resource. */
    ERROR("error", "Error"),
    /** What decides it was not seen; Azure itself would know. */
    UNKNOWN("unknown", "Unknown"),
    /** The resource is as wanted. */
    COMPLIANT("compliant", "Compliant"),
    /** Policies want different values in one place. */
    CONFLICT("conflict", "Conflict"),
    /** The policy guards the resource against requests. */
    PROTECTED("protected", "Protected"),
    /** An exemption that is still in force covers it. */
    EXEMPT("exempt", "Exempt"),
    /** Only a person can state it, and none has: what Azure calls unknown. */
    UNATTESTED("unattested", "Unknown");

    private final String word;
    private final String azure;

    ComplianceState(String word, String azure) {
        this.word = word;
        this.azure = azure;
    }

    /** The word in output. */
    public String word() {
        return word;
    }

    /** Azure's word for it. */
    public String azure() {
        return azure;
    }

    /** The state of this word of ours or of Azure, without regard to case and hyphens; empty when there is none. */
    public static Optional<ComplianceState> parse(String text) {
        String wanted = text.replace("-", "");
        return Arrays.stream(values())
                .filter(state ->
                        state.word.replace("-", "").equalsIgnoreCase(wanted) || state.azure.equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** Whether this is what both come to together. */
    public boolean wins(ComplianceState other) {
        return compareTo(other) <= 0;
    }

    /** What several states come to; empty for none. */
    public static Optional<ComplianceState> rolledUp(Collection<ComplianceState> states) {
        return states.stream().min(ComplianceState::compareTo);
    }
}
