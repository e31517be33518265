package dev.demarc.policy.assignment;

import dev.demarc.check.Judgement;
import dev.demarc.estate.Resource;
import java.util.Optional;

/**
 * How one resource stands to one policy in force.
 *
 * @param judgement what the rule says, whatever people decided; its reason includes what they did
 * @param exemption the exemption that is honoured; empty when there is none
 * @param attestation the statement that counts; empty when there is none
 */
public record PolicyState(
        AssignedPolicy policy,
        Resource resource,
        ComplianceState state,
        Judgement judgement,
        Optional<PolicyExemption> exemption,
        Optional<PolicyAttestation> attestation) {}
