package dev.demarc.policy.assignment;

import dev.demarc.check.Judgement;
import dev.demarc.check.Subject;
import dev.demarc.estate.Resource;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.effect.Conflicts;
import dev.demarc.policy.effect.Patch;
import dev.demarc.policy.syntax.Effect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one resource stands to one policy in force.
 *
 * <p>An estate has hundreds of thousands of them, and few people ask for the reason of more than a handful: a state
 * whose reason is the rule alone keeps only what the reason is made of, and makes it anew whenever it is asked for.
 */
public final class PolicyState {
    private final AssignedPolicy policy;
    private final Subject subject;
    private final ComplianceState state;
    private final @Nullable Told told;

    private PolicyState(AssignedPolicy policy, Subject subject, ComplianceState state, @Nullable Told told) {
        this.policy = policy;
        this.subject = subject;
        this.state = state;
        this.told = told;
    }

    /** What is said beyond the rule. */
    private record Told(
            Judgement judgement, Optional<PolicyExemption> exemption, Optional<PolicyAttestation> attestation) {}

    /** The state by the rule alone. */
    static PolicyState of(AssignedPolicy policy, Subject subject, ComplianceState state) {
        return new PolicyState(policy, subject, state, null);
    }

    /** A state with another judgement than the rule's. */
    static PolicyState of(AssignedPolicy policy, Subject subject, ComplianceState state, Judgement judgement) {
        return new PolicyState(policy, subject, state, new Told(judgement, Optional.empty(), Optional.empty()));
    }

    /** The same by an exemption that is honoured. */
    PolicyState exemptBy(PolicyExemption exemption, Judgement judgement) {
        return new PolicyState(
                policy, subject, ComplianceState.EXEMPT, new Told(judgement, Optional.of(exemption), attestation()));
    }

    /** The same by an attestation that counts. */
    PolicyState attestedBy(PolicyAttestation attestation, Judgement judgement) {
        return new PolicyState(
                policy, subject, attestation.state(), new Told(judgement, exemption(), Optional.of(attestation)));
    }

    /** The same in other words. */
    PolicyState saying(String reason) {
        Judgement own = judgement();
        return new PolicyState(
                policy,
                subject,
                state,
                new Told(new Judgement(own.verdict(), reason, own.evidence()), exemption(), attestation()));
    }

    /** The same in conflict with other policies. */
    @SuppressWarnings("ReferenceEquality") // this very state, not one that says the same of another policy
    PolicyState inConflict(List<Conflicts.Conflict<PolicyState>> conflicts) {
        String wants = conflicts.stream()
                .map(one -> "`"
                        + (one.one() == this ? one.other() : one.one()).policy().referenceId() + "` in `" + one.at()
                        + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        Judgement own = judgement();
        var judgement =
                new Judgement(own.verdict(), own.reason() + "; it wants another value than " + wants, own.evidence());
        return new PolicyState(
                policy, subject, ComplianceState.CONFLICT, new Told(judgement, exemption(), attestation()));
    }

    /** The policy. */
    public AssignedPolicy policy() {
        return policy;
    }

    /** The resource. */
    public Resource resource() {
        return subject.resource();
    }

    /** The state. */
    public ComplianceState state() {
        return state;
    }

    /** What the rule says, and what people decided about it. Costs an evaluation of the rule. */
    public Judgement judgement() {
        return told == null ? policy.checkFor(resource()).judge(subject) : told.judgement();
    }

    /** The exemption that is honoured; empty when there is none. */
    public Optional<PolicyExemption> exemption() {
        return told == null ? Optional.empty() : told.exemption();
    }

    /** The statement that counts; empty when there is none. */
    public Optional<PolicyAttestation> attestation() {
        return told == null ? Optional.empty() : told.attestation();
    }

    /**
     * What the policy would change, where it changes anything and the resource does not comply. Costs an evaluation of
     * the rule for policies that change something.
     */
    public Optional<Patch> patch() {
        boolean failing = state == ComplianceState.NON_COMPLIANT || state == ComplianceState.CONFLICT;
        PolicyCheck check = policy.checkFor(resource());
        boolean changes = check.effect()
                .map(effect -> effect == Effect.MODIFY || effect == Effect.APPEND)
                .orElse(true);
        return failing && changes ? check.patch(subject) : Optional.empty();
    }
}
