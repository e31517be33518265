package dev.demarc.policy;

import dev.demarc.check.Judgement;
import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonString;
import dev.demarc.policy.effect.DefaultState;
import dev.demarc.policy.effect.Ruling;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.PolicyDefinition.Mode;
import java.util.List;
import java.util.Optional;

/**
 * A rule with its parameters filled in, held against one resource at a time: first whether it reaches the resource, then
 * whether the condition holds, then what that means for its effect.
 *
 * @param appliesWhen a further condition; where it does not hold the check is not applicable
 * @param prefix how many tokens of the rule's pointers lead to the rule itself
 */
record Judging(
        Condition condition,
        Optional<Condition> appliesWhen,
        Template effect,
        Details details,
        Evaluator evaluator,
        Reach reach,
        int prefix) {

    /** The judgement of one resource and how it came about. */
    PolicyExplanation explain(Subject subject) {
        var scope = Scope.of(subject.resource(), subject.neighbours());
        Outcome written = evaluator.value(effect, scope);
        Optional<Effect> word = text(written).flatMap(Effect::of);
        if (word.isEmpty() && !(written instanceof Outcome.Unseen)) {
            return plain(withoutEffect(written), new Ruling.NoEffect());
        }
        Optional<Reach.Out> out = reach.out(scope, word);
        if (out.isPresent()) {
            return plain(
                    judgement(Verdict.NOT_APPLICABLE, out.get().says()),
                    new Ruling.NotApplied(out.get().why()));
        }
        if (word.isEmpty()) {
            return plain(withoutEffect(written), new Ruling.NoEffect());
        }
        Optional<Mode.Provider> provider = reach.provider();
        if (provider.isPresent()) {
            return provided(provider.get(), scope);
        }
        Optional<Explanation> applies = appliesWhen.map(when -> evaluator.explain(when, scope));
        Truth applied = applies.map(Explanation::truth).orElse(Truth.Decided.TRUE);
        if (!applied.holds()) {
            Ruling ruling =
                    applied.fails() ? new Ruling.NotApplied(Ruling.Why.APPLIES_WHEN) : new Ruling.Evaluated(word.get());
            Judgement judgement = notApplied(applied, applies.orElseThrow(), scope);
            return new PolicyExplanation(judgement, ruling, applies, Optional.empty(), List.of());
        }
        return judged(word.get(), applies, evaluator.explain(condition, scope), scope);
    }

    private static Judgement withoutEffect(Outcome written) {
        return switch (written) {
            case Outcome.Value value ->
                judgement(
                        Verdict.ERROR,
                        value.value() instanceof JsonString text
                                ? "there is no effect `" + text.value() + "`"
                                : "the rule's effect is not a text");
            case Outcome.Failed failed -> judgement(Verdict.ERROR, failed.says());
            case Outcome.Unseen unseen -> judgement(Verdict.UNKNOWN, unseen.says());
        };
    }

    private static Optional<String> text(Outcome outcome) {
        return outcome instanceof Outcome.Value(JsonString text) ? Optional.of(text.value()) : Optional.empty();
    }

    private static Judgement judgement(Verdict verdict, String reason) {
        return new Judgement(verdict, reason, List.of());
    }

    private static PolicyExplanation plain(Judgement judgement, Ruling ruling) {
        return new PolicyExplanation(judgement, ruling, Optional.empty(), Optional.empty(), List.of());
    }

    /** What can be said where a resource provider evaluates: nothing, unless the condition rules the resource out. */
    private PolicyExplanation provided(Mode.Provider provider, Scope scope) {
        var ruling = new Ruling.ProviderEvaluated(Ruling.Because.MODE, provider.name());
        if (reach.judgesPartsOf(scope.resource().type())) {
            return plain(
                    judgement(
                            Verdict.UNKNOWN,
                            "policies of mode `" + provider.name()
                                    + "` judge what lies inside this resource, and the resource provider does so"),
                    ruling);
        }
        Judgement unknown = judgement(
                Verdict.UNKNOWN, "policies of mode `" + provider.name() + "` are evaluated by the resource provider");
        if (!Reach.byWholeCondition(provider)) {
            return plain(unknown, ruling);
        }
        Explanation why = evaluator.explain(condition, scope);
        return why.truth().fails()
                ? unmatched(Optional.empty(), why, scope)
                : explained(unknown, ruling, Optional.empty(), why);
    }

    private Judgement notApplied(Truth applied, Explanation why, Scope scope) {
        List<Fact> facts = facts(why, scope);
        return applied instanceof Truth.Undecided undecided
                ? new Judgement(verdict(undecided), undecided.reason(), Fact.evidence(facts))
                : new Judgement(
                        Verdict.NOT_APPLICABLE, "the check does not apply: " + Reason.of(facts), Fact.evidence(facts));
    }

    private PolicyExplanation judged(Effect word, Optional<Explanation> applies, Explanation why, Scope scope) {
        if (why.truth() instanceof Truth.Undecided undecided) {
            var judgement = new Judgement(verdict(undecided), undecided.reason(), Fact.evidence(facts(why, scope)));
            return explained(judgement, new Ruling.Evaluated(word), applies, why);
        }
        boolean holds = why.truth().holds();
        return switch (word) {
            case AUDIT, DENY, APPEND, MODIFY -> {
                List<Fact> facts = facts(why, scope);
                var judgement = new Judgement(
                        holds ? Verdict.NON_COMPLIANT : Verdict.COMPLIANT, Reason.of(facts), Fact.evidence(facts));
                yield explained(judgement, new Ruling.Evaluated(word), applies, why);
            }
            case AUDIT_IF_NOT_EXISTS, DEPLOY_IF_NOT_EXISTS ->
                holds ? related(word, applies, why, scope) : unmatched(applies, why, scope);
            case MANUAL -> holds ? toAttest(applies, why, scope) : unmatched(applies, why, scope);
            case DENY_ACTION -> holds ? guarded(applies, why, scope) : unmatched(applies, why, scope);
            case ADD_TO_NETWORK_GROUP,
                    MUTATE,
                    ENFORCE_REGO_POLICY,
                    ENFORCE_OPA_CONSTRAINT,
                    ENFORCE_SETTING,
                    AUDIT_ACTION,
                    NONE ->
                explained(
                        judgement(
                                Verdict.UNKNOWN,
                                "the effect `" + word.word() + "` is evaluated by the resource provider"),
                        new Ruling.ProviderEvaluated(Ruling.Because.EFFECT, word.word()),
                        applies,
                        why);
            case DISABLED -> throw new IllegalStateException("a disabled policy reaches nothing");
        };
    }

    private PolicyExplanation unmatched(Optional<Explanation> applies, Explanation why, Scope scope) {
        List<Fact> facts = facts(why, scope);
        return explained(
                new Judgement(
                        Verdict.NOT_APPLICABLE,
                        "the rule does not look at this resource: " + Reason.of(facts),
                        Fact.evidence(facts)),
                new Ruling.NotApplied(Ruling.Why.CONDITION),
                applies,
                why);
    }

    private static PolicyExplanation explained(
            Judgement judgement, Ruling ruling, Optional<Explanation> applies, Explanation why) {
        return new PolicyExplanation(judgement, ruling, applies, Optional.of(why), List.of());
    }

    private PolicyExplanation toAttest(Optional<Explanation> applies, Explanation why, Scope scope) {
        Optional<Template> written =
                details instanceof Details.Attestation(var defaultState, var raw) ? defaultState : Optional.empty();
        if (written.isEmpty()) {
            return toAttest(DefaultState.UNKNOWN, applies, why);
        }
        Outcome outcome = evaluator.value(written.get(), scope);
        Optional<DefaultState> state = text(outcome).flatMap(DefaultState::of);
        return state.isPresent()
                ? toAttest(state.get(), applies, why)
                : explained(
                        judgement(
                                outcome instanceof Outcome.Unseen ? Verdict.UNKNOWN : Verdict.ERROR,
                                "`defaultState` is `Unknown`, `Compliant` or `NonCompliant`, not " + said(outcome)),
                        new Ruling.ToAttest(Optional.empty()),
                        applies,
                        why);
    }

    private static PolicyExplanation toAttest(DefaultState state, Optional<Explanation> applies, Explanation why) {
        Judgement judgement = switch (state) {
            case UNKNOWN -> judgement(Verdict.UNKNOWN, "a person must attest this");
            case COMPLIANT ->
                judgement(Verdict.COMPLIANT, "the policy takes this for compliant until a person attests otherwise");
            case NON_COMPLIANT ->
                judgement(Verdict.NON_COMPLIANT, "a person must attest this; until then it counts as non-compliant");
        };
        return explained(judgement, new Ruling.ToAttest(Optional.of(state)), applies, why);
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Value value -> value.value().toString();
            case Outcome.Failed failed -> "known: " + failed.says();
            case Outcome.Unseen unseen -> "known: " + unseen.says();
        };
    }

    private PolicyExplanation guarded(Optional<Explanation> applies, Explanation why, Scope scope) {
        Optional<Template> named =
                details instanceof Details.Guard(var names, var group, var raw) ? names : Optional.empty();
        Optional<Template> cascade =
                details instanceof Details.Guard(var names, var group, var raw) ? group : Optional.empty();
        List<String> actions = named.map(template -> evaluator.value(template, scope))
                .map(Judging::texts)
                .filter(names -> !names.isEmpty())
                .orElse(List.of("delete"));
        boolean allowed = cascade.flatMap(template -> text(evaluator.value(template, scope)))
                .filter("allow"::equalsIgnoreCase)
                .isPresent();
        String reason = "requests to `" + String.join("`, `", actions)
                + "` this resource are denied; its configuration is not judged";
        return explained(
                judgement(Verdict.NOT_APPLICABLE, reason),
                new Ruling.Guarded(actions, !allowed && !reach.isOfEverything()),
                applies,
                why);
    }

    private static List<String> texts(Outcome outcome) {
        return outcome instanceof Outcome.Value(JsonArray items)
                ? items.stream()
                        .filter(JsonString.class::isInstance)
                        .map(item -> ((JsonString) item).value())
                        .toList()
                : List.of();
    }

    private PolicyExplanation related(Effect word, Optional<Explanation> applies, Explanation why, Scope scope) {
        if (!(details instanceof Details.Related wanted)) {
            return plain(
                    judgement(Verdict.ERROR, "the rule does not say which related resource should exist"),
                    new Ruling.Evaluated(word));
        }
        var search = RelatedResources.search(wanted, evaluator, reach.unlike(), scope);
        var candidates = search.candidates().stream()
                .map(one -> new PolicyExplanation.Candidate(one.resource(), one.existence()))
                .toList();
        Judgement judgement = switch (search.satisfied()) {
            case Truth.Undecided undecided -> judgement(verdict(undecided), undecided.reason());
            case Truth.Decided decided -> new RelatedJudgement(search, wanted, prefix).of(decided.holds(), why, scope);
        };
        return new PolicyExplanation(judgement, new Ruling.Evaluated(word), applies, Optional.of(why), candidates);
    }

    private List<Fact> facts(Explanation why, Scope scope) {
        return Deciders.of(why, prefix, scope.resource());
    }

    private static Verdict verdict(Truth.Undecided undecided) {
        return undecided.cause() == Truth.Cause.FAILED ? Verdict.ERROR : Verdict.UNKNOWN;
    }
}
