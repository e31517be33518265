package dev.demarc.policy.assignment;

import dev.demarc.check.Judgement;
import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.Diagnostic;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.PolicyExplanation;
import dev.demarc.policy.effect.Conflicts;
import dev.demarc.policy.effect.DefaultState;
import dev.demarc.policy.effect.Ruling;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Policies in force, ready to judge resources, with what people decided about them.
 *
 * @param now what counts as now, for exemptions and attestations to expire
 * @param gaps assignments and policies that could not be put in force
 * @param diagnostics what is wrong or doubtful about what was bound
 */
public record PoliciesInForce(
        List<AssignedPolicy> policies,
        List<PolicyExemption> exemptions,
        List<PolicyAttestation> attestations,
        Instant now,
        List<Gap> gaps,
        List<Diagnostic> diagnostics) {
    public PoliciesInForce {
        policies = List.copyOf(policies);
        exemptions = List.copyOf(exemptions);
        attestations = List.copyOf(attestations);
        gaps = List.copyOf(gaps);
        diagnostics = List.copyOf(diagnostics);
    }

    /** The same policies with these gaps. */
    public PoliciesInForce withGaps(List<Gap> others) {
        return new PoliciesInForce(policies, exemptions, attestations, now, others, diagnostics);
    }

    /** How a resource stands to every policy that is about it, in the order of the policies. */
    public List<PolicyState> judge(Subject subject) {
        List<ResourceId> within =
                subject.neighbours().scopeIdsOf(subject.resource().id());
        var reached = new IdentityHashMap<Assignment, Boolean>();
        var states = new ArrayList<PolicyState>();
        for (AssignedPolicy policy : policies) {
            boolean reaches = policy.assignment()
                    .map(one -> reached.computeIfAbsent(
                            one, assignment -> AssignmentScope.reaches(assignment, subject.resource(), within)))
                    .orElse(true);
            if (reaches) {
                judge(policy, subject, within).ifPresent(states::add);
            }
        }
        return conflicting(states);
    }

    /** The same states, where those whose changes contradict each other are conflicts. */
    @SuppressWarnings("ReferenceEquality") // this very state, not one that says the same of another policy
    private static List<PolicyState> conflicting(List<PolicyState> states) {
        var wishes = new ArrayList<Conflicts.Wish<PolicyState>>();
        states.forEach(state -> state.patch().ifPresent(patch -> wishes.add(new Conflicts.Wish<>(state, patch))));
        if (wishes.size() < 2) {
            return states;
        }
        var conflicts = Conflicts.among(wishes);
        var after = new ArrayList<PolicyState>(states.size());
        for (PolicyState state : states) {
            List<Conflicts.Conflict<PolicyState>> own = conflicts.stream()
                    .filter(one -> one.one() == state || one.other() == state)
                    .toList();
            after.add(own.isEmpty() ? state : state.inConflict(own));
        }
        return after;
    }

    private Optional<PolicyState> judge(AssignedPolicy policy, Subject subject, List<ResourceId> within) {
        Resource resource = subject.resource();
        PolicyCheck check = policy.checkFor(resource);
        PolicyExplanation explanation = check.explain(subject);
        Judgement judgement = explanation.judgement();
        if (judgement.verdict() == Verdict.NOT_APPLICABLE && !(explanation.ruling() instanceof Ruling.Guarded)) {
            return Optional.empty();
        }
        Optional<PolicyExemption> exemption = exemption(policy, resource, within);
        Optional<PolicyExemption> honoured = exemption.filter(one -> one.isHonoured(now));
        if (honoured.isPresent()) {
            return Optional.of(new PolicyState(
                    policy,
                    resource,
                    ComplianceState.EXEMPT,
                    new Judgement(
                            Verdict.EXEMPT,
                            exempt(honoured.get()) + " (" + judgement.reason() + ")",
                            judgement.evidence()),
                    honoured,
                    Optional.empty(),
                    Optional.empty()));
        }
        PolicyState state = explanation.ruling() instanceof Ruling.ToAttest manual
                ? attested(policy, resource, judgement, manual.until())
                : PolicyState.of(policy, resource, state(explanation), judgement)
                        .changing(
                                judgement.verdict() == Verdict.NON_COMPLIANT ? check.patch(subject) : Optional.empty());
        return Optional.of(
                exemption.map(expired -> afterExemption(state, expired)).orElse(state));
    }

    /** The exemption over a resource: one that is honoured before one that has expired. */
    private Optional<PolicyExemption> exemption(AssignedPolicy policy, Resource resource, List<ResourceId> within) {
        boolean byProvider = policy.definition().value().mode() instanceof PolicyDefinition.Mode.Provider;
        if (policy.assignment().isEmpty() || byProvider) {
            return Optional.empty();
        }
        ResourceId assignment = policy.assignment().get().id();
        List<PolicyExemption> covering = exemptions.stream()
                .filter(one -> one.covers(resource, within, assignment, policy.referenceId()))
                .toList();
        return covering.stream()
                .filter(one -> one.isHonoured(now))
                .findFirst()
                .or(() -> covering.stream().findFirst());
    }

    private static String exempt(PolicyExemption exemption) {
        String until = exemption.expires().map(end -> "until " + end).orElse("without an end");
        String kind = exemption.category().name().toLowerCase(Locale.ROOT);
        return "exempt " + until + " by `" + exemption.displayName() + "` (" + kind + ")";
    }

    private static PolicyState afterExemption(PolicyState state, PolicyExemption expired) {
        String says = state.judgement().reason() + "; the exemption `" + expired.displayName() + "` ended "
                + expired.expires().map(Instant::toString).orElse("");
        var judgement = new Judgement(
                state.judgement().verdict(), says, state.judgement().evidence());
        return new PolicyState(
                state.policy(),
                state.resource(),
                state.state(),
                judgement,
                Optional.empty(),
                state.attestation(),
                state.patch());
    }

    private static ComplianceState state(PolicyExplanation explanation) {
        if (explanation.ruling() instanceof Ruling.Guarded) {
            return ComplianceState.PROTECTED;
        }
        return switch (explanation.verdict()) {
            case COMPLIANT -> ComplianceState.COMPLIANT;
            case NON_COMPLIANT -> ComplianceState.NON_COMPLIANT;
            case EXEMPT -> ComplianceState.EXEMPT;
            case UNKNOWN -> ComplianceState.UNKNOWN;
            case ERROR -> ComplianceState.ERROR;
            case NOT_APPLICABLE -> throw new IllegalArgumentException("what is not applicable has no state");
        };
    }

    private PolicyState attested(
            AssignedPolicy policy, Resource resource, Judgement judgement, DefaultState otherwise) {
        Optional<PolicyAttestation> attestation = policy.assignment()
                .flatMap(assignment -> attestations.stream()
                        .filter(one -> one.covers(resource.id(), assignment.id(), policy.referenceId()))
                        .filter(one -> one.counts(now))
                        .findFirst());
        if (attestation.isEmpty()) {
            ComplianceState state = switch (otherwise) {
                case COMPLIANT -> ComplianceState.COMPLIANT;
                case NON_COMPLIANT -> ComplianceState.NON_COMPLIANT;
                case UNKNOWN -> ComplianceState.UNATTESTED;
            };
            return PolicyState.of(policy, resource, state, judgement);
        }
        ComplianceState state = attestation.get().state();
        Verdict verdict = switch (state) {
            case COMPLIANT -> Verdict.COMPLIANT;
            case NON_COMPLIANT -> Verdict.NON_COMPLIANT;
            default -> Verdict.UNKNOWN;
        };
        String who =
                attestation.get().owner().map(owner -> " by `" + owner + "`").orElse("");
        String until = attestation.get().expires().map(end -> " until " + end).orElse("");
        String comments = attestation.get().comments().map(text -> ": " + text).orElse("");
        var says = "attested as " + state.word() + who + until + comments;
        return new PolicyState(
                policy,
                resource,
                state,
                new Judgement(verdict, says, List.of()),
                Optional.empty(),
                attestation,
                Optional.empty());
    }
}
