package dev.demarc.policy.assignment;

import dev.demarc.check.Judgement;
import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.PolicyExplanation;
import dev.demarc.policy.effect.Conflicts;
import dev.demarc.policy.effect.DefaultState;
import dev.demarc.policy.effect.Ruling;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges resources by policies in force, with what people decided about them. Made once for many resources, since it
 * sorts the policies by the types that they are about; safe to use from several threads.
 */
public final class PolicyJudge {
    private final PoliciesInForce inForce;
    private final Map<ResourceType, List<AssignedPolicy>> byType;
    private final List<AssignedPolicy> ofAnyType;

    /** A judge by policies in force. */
    public PolicyJudge(PoliciesInForce inForce) {
        this.inForce = inForce;
        this.ofAnyType = inForce.policies().stream()
                .filter(policy -> policy.types().isEmpty())
                .toList();
        Set<ResourceType> named = inForce.policies().stream()
                .flatMap(policy -> policy.types().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        var sorted = new HashMap<ResourceType, List<AssignedPolicy>>();
        named.forEach(type -> sorted.put(type, new ArrayList<>()));
        for (AssignedPolicy policy : inForce.policies()) {
            policy.types()
                    .orElse(named)
                    .forEach(
                            type -> sorted.getOrDefault(type, new ArrayList<>()).add(policy));
        }
        this.byType = Map.copyOf(sorted);
    }

    /** The policies that may be about resources of a type, in their order. */
    private List<AssignedPolicy> candidates(ResourceType type) {
        return byType.getOrDefault(type, ofAnyType);
    }

    /** Whether a verdict alone tells what became of the policy. */
    private static boolean isQuick(PolicyCheck check) {
        return check.effect()
                .filter(effect -> effect != Effect.DENY_ACTION && effect != Effect.MANUAL)
                .isPresent();
    }

    /** How a resource stands to every policy that is about it, in the order of the policies. */
    public List<PolicyState> judge(Subject subject) {
        List<ResourceId> within =
                subject.neighbours().scopeIdsOf(subject.resource().id());
        var reached = new IdentityHashMap<Assignment, Boolean>();
        var states = new ArrayList<PolicyState>();
        for (AssignedPolicy policy : candidates(subject.resource().type())) {
            boolean reaches = policy.assignment()
                    .map(one -> reached.computeIfAbsent(
                            one, assignment -> AssignmentScope.reaches(assignment, subject.resource(), within)))
                    .orElse(true);
            if (reaches) {
                quickly(policy, subject, within).ifPresent(states::add);
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

    /**
     * Why a policy is not in force on a resource, as one sentence: it is outside of the scope, left out or not selected.
     * Empty where its assignment reaches the resource, or nothing assigns it.
     */
    public static Optional<String> whyNotReached(AssignedPolicy policy, Subject subject) {
        List<ResourceId> within =
                subject.neighbours().scopeIdsOf(subject.resource().id());
        return policy.assignment()
                .flatMap(assignment -> AssignmentScope.whyNot(assignment, subject.resource(), within));
    }

    /** Whether a policy is in force on a resource: its assignment reaches it, or nothing assigns it. */
    public static boolean reaches(AssignedPolicy policy, Subject subject) {
        List<ResourceId> within =
                subject.neighbours().scopeIdsOf(subject.resource().id());
        return policy.assignment()
                .map(assignment -> AssignmentScope.reaches(assignment, subject.resource(), within))
                .orElse(true);
    }

    /**
     * How a resource stands to one policy, with reason and evidence even where it complies; empty when the policy is not
     * about it. What other policies want is not looked at.
     */
    public Optional<PolicyState> judge(AssignedPolicy policy, Subject subject) {
        return judge(
                policy,
                subject,
                subject.neighbours().scopeIdsOf(subject.resource().id()));
    }

    /** The same, as far as possible without explaining. */
    private Optional<PolicyState> quickly(AssignedPolicy policy, Subject subject, List<ResourceId> within) {
        Resource resource = subject.resource();
        PolicyCheck check = policy.checkFor(resource);
        if (!isQuick(check)) {
            return judge(policy, subject, within);
        }
        Verdict verdict = check.decide(subject);
        if (verdict == Verdict.NOT_APPLICABLE) {
            return Optional.empty();
        }
        return exemption(policy, resource, within).isPresent()
                ? judge(policy, subject, within)
                : Optional.of(PolicyState.of(policy, subject, state(verdict)));
    }

    private Optional<PolicyState> judge(AssignedPolicy policy, Subject subject, List<ResourceId> within) {
        PolicyExplanation explanation = policy.checkFor(subject.resource()).explain(subject);
        Judgement judgement = explanation.judgement();
        boolean guarded = explanation.ruling() instanceof Ruling.Guarded;
        if (judgement.verdict() == Verdict.NOT_APPLICABLE && !guarded) {
            return Optional.empty();
        }
        PolicyState state = explanation.ruling() instanceof Ruling.ToAttest manual
                ? attested(policy, subject, judgement, manual.until())
                : PolicyState.of(
                        policy, subject, guarded ? ComplianceState.PROTECTED : state(judgement.verdict()), judgement);
        Optional<PolicyExemption> exemption = exemption(policy, subject.resource(), within);
        return Optional.of(exemption.map(one -> exempted(state, one, judgement)).orElse(state));
    }

    private PolicyState exempted(PolicyState state, PolicyExemption exemption, Judgement judgement) {
        if (!exemption.isHonoured(inForce.now())) {
            return state.saying(state.judgement().reason() + "; the exemption `" + exemption.displayName() + "` ended "
                    + exemption.expires().map(Instant::toString).orElse(""));
        }
        String says = exempt(exemption) + " (" + judgement.reason() + ")";
        return state.exemptBy(exemption, new Judgement(Verdict.EXEMPT, says, judgement.evidence()));
    }

    /** The exemption over a resource: one that is honoured before one that has expired. */
    private Optional<PolicyExemption> exemption(AssignedPolicy policy, Resource resource, List<ResourceId> within) {
        boolean byProvider = policy.definition().value().mode() instanceof PolicyDefinition.Mode.Provider;
        if (policy.assignment().isEmpty() || byProvider) {
            return Optional.empty();
        }
        ResourceId assignment = policy.assignment().get().id();
        List<PolicyExemption> covering = inForce.exemptions().stream()
                .filter(one -> one.covers(resource, within, assignment, policy.referenceId()))
                .toList();
        return covering.stream()
                .filter(one -> one.isHonoured(inForce.now()))
                .findFirst()
                .or(() -> covering.stream().findFirst());
    }

    private static String exempt(PolicyExemption exemption) {
        String until = exemption.expires().map(end -> "until " + end).orElse("without an end");
        String kind = exemption.category().name().toLowerCase(Locale.ROOT);
        return "exempt " + until + " by `" + exemption.displayName() + "` (" + kind + ")";
    }

    private static ComplianceState state(Verdict verdict) {
        return switch (verdict) {
            case COMPLIANT -> ComplianceState.COMPLIANT;
            case NON_COMPLIANT -> ComplianceState.NON_COMPLIANT;
            case EXEMPT -> ComplianceState.EXEMPT;
            case UNKNOWN -> ComplianceState.UNKNOWN;
            case ERROR -> ComplianceState.ERROR;
            case NOT_APPLICABLE -> throw new IllegalArgumentException("what is not applicable has no state");
        };
    }

    /**
     * The state by what a person attests, else by the default state of the policy.
     *
     * @param otherwise empty when the default state cannot be told, as the judgement says
     */
    private PolicyState attested(
            AssignedPolicy policy, Subject subject, Judgement judgement, Optional<DefaultState> otherwise) {
        ComplianceState state = otherwise.map(PolicyJudge::waiting).orElseGet(() -> state(judgement.verdict()));
        PolicyState waiting = PolicyState.of(policy, subject, state, judgement);
        List<PolicyAttestation> about = policy.assignment()
                .map(assignment -> inForce.attestations().stream()
                        .filter(one -> one.isAbout(subject.resource().id(), assignment.id()))
                        .toList())
                .orElse(List.of());
        List<PolicyAttestation> covering =
                about.stream().filter(one -> one.covers(policy)).toList();
        Optional<PolicyAttestation> counting =
                covering.stream().filter(one -> one.counts(inForce.now())).min(PolicyAttestation.FIRST);
        if (counting.isPresent()) {
            return waiting.attestedBy(counting.get(), said(counting.get()));
        }
        Optional<Instant> end = ended(covering);
        if (end.isPresent()) {
            return waiting.saying(judgement.reason() + "; the attestation ended " + end.get());
        }
        boolean vague = about.stream().anyMatch(one -> one.referenceId().isEmpty());
        return vague && policy.initiative().isPresent()
                ? waiting.saying(
                        judgement.reason()
                                + "; an attestation names no `policyDefinitionReferenceId`, so it is about no policy of the initiative")
                : waiting;
    }

    private static ComplianceState waiting(DefaultState otherwise) {
        return switch (otherwise) {
            case COMPLIANT -> ComplianceState.COMPLIANT;
            case NON_COMPLIANT -> ComplianceState.NON_COMPLIANT;
            case UNKNOWN -> ComplianceState.UNATTESTED;
        };
    }

    /** When the last of these attestations ended; empty where there is none. */
    private static Optional<Instant> ended(List<PolicyAttestation> attestations) {
        return attestations.stream().flatMap(one -> one.expires().stream()).max(Instant::compareTo);
    }

    private static Judgement said(PolicyAttestation attestation) {
        Verdict verdict = switch (attestation.state()) {
            case COMPLIANT -> Verdict.COMPLIANT;
            case NON_COMPLIANT -> Verdict.NON_COMPLIANT;
            default -> Verdict.UNKNOWN;
        };
        String who = attestation.owner().map(owner -> " by `" + owner + "`").orElse("");
        String until = attestation.expires().map(end -> " until " + end).orElse("");
        String comments = attestation.comments().map(text -> ": " + text).orElse("");
        String says = "attested as " + attestation.state().word() + who + until + comments;
        return new Judgement(verdict, says, List.of());
    }
}
