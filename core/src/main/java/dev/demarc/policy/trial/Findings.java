package dev.demarc.policy.trial;

import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.PolicyExplanation;
import dev.demarc.policy.assignment.AssignedPolicy;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.effect.Ruling;
import dev.demarc.policy.syntax.Effect;
import java.util.List;
import java.util.Optional;

/** What policies say of a resource, in the words in which tests expect it. */
final class Findings {
    private Findings() {}

    /** What a state says. */
    static TrialResult.Found of(PolicyState state, Subject subject) {
        PolicyCheck check = state.policy().checkFor(subject.resource());
        return new TrialResult.Found(
                state.policy().referenceId(),
                Optional.of(state.state()),
                effect(check, check.explain(subject).ruling()),
                state.judgement().reason(),
                state.judgement().evidence(),
                state.patch());
    }

    /** What a policy says that has no state for the resource. */
    static TrialResult.Found ofNone(AssignedPolicy policy, Subject subject) {
        PolicyCheck check = policy.checkFor(subject.resource());
        PolicyExplanation explanation = check.explain(subject);
        boolean reached =
                explanation.verdict() != Verdict.NOT_APPLICABLE || explanation.ruling() instanceof Ruling.Guarded;
        return new TrialResult.Found(
                policy.referenceId(),
                Optional.empty(),
                effect(check, explanation.ruling()),
                reached
                        ? "the assignment does not reach this resource: its scope, excluded scopes or selectors leave it out"
                        : explanation.judgement().reason(),
                reached ? List.of() : explanation.judgement().evidence(),
                Optional.empty());
    }

    private static Optional<Effect> effect(PolicyCheck check, Ruling ruling) {
        return switch (ruling) {
            case Ruling.Evaluated evaluated -> Optional.of(evaluated.effect());
            case Ruling.ToAttest manual -> Optional.of(Effect.MANUAL);
            case Ruling.Guarded guarded -> Optional.of(Effect.DENY_ACTION);
            case Ruling.NotApplied(Ruling.Why why) ->
                why == Ruling.Why.DISABLED ? Optional.of(Effect.DISABLED) : check.effect();
            case Ruling.ProviderEvaluated provider -> check.effect();
            case Ruling.NoEffect none -> Optional.empty();
        };
    }
}
