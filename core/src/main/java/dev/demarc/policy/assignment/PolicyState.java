package dev.demarc.policy.assignment;

import dev.demarc.check.Judgement;
import dev.demarc.estate.Resource;
import dev.demarc.policy.effect.Conflicts;
import dev.demarc.policy.effect.Patch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How one resource stands to one policy in force.
 *
 * @param judgement what the rule says, and what people decided about it
 * @param exemption the exemption that is honoured; empty when there is none
 * @param attestation the statement that counts; empty when there is none
 * @param patch what the policy would change, where it changes anything and the resource does not comply
 */
public record PolicyState(
        AssignedPolicy policy,
        Resource resource,
        ComplianceState state,
        Judgement judgement,
        Optional<PolicyExemption> exemption,
        Optional<PolicyAttestation> attestation,
        Optional<Patch> patch) {

    /** The state by the rule alone. */
    static PolicyState of(AssignedPolicy policy, Resource resource, ComplianceState state, Judgement judgement) {
        return new PolicyState(
                policy, resource, state, judgement, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with what the policy would change. */
    PolicyState changing(Optional<Patch> changes) {
        return new PolicyState(policy, resource, state, judgement, exemption, attestation, changes);
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
        String says = judgement.reason() + "; it wants another value than " + wants;
        var told = new Judgement(judgement.verdict(), says, judgement.evidence());
        return new PolicyState(policy, resource, ComplianceState.CONFLICT, told, exemption, attestation, patch);
    }
}
