package dev.demarc.policy;

import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.JsonString;
import dev.demarc.policy.decision.CompiledCondition;
import dev.demarc.policy.effect.DefaultState;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.PolicyDefinition.Mode;
import java.util.Optional;

/**
 * The verdicts of {@link Judging}, reached without explaining anything.
 *
 * @param existence the condition on related resources; empty when existing is enough
 */
record Deciding(
        Judging judging,
        CompiledCondition condition,
        Optional<CompiledCondition> appliesWhen,
        Optional<CompiledCondition> existence) {

    /** What decides as a judging does. */
    static Deciding of(Judging judging, Applicability.Compilation compile) {
        Optional<CompiledCondition> existence = judging.details() instanceof Details.Related related
                ? related.existenceCondition().map(compile::apply)
                : Optional.empty();
        return new Deciding(
                judging,
                compile.apply(judging.condition()),
                judging.appliesWhen().map(compile::apply),
                existence);
    }

    /** The verdict on one resource. */
    Verdict verdict(Subject subject) {
        var scope = Scope.of(subject.resource(), subject.neighbours());
        Outcome written = judging.evaluator().value(judging.effect(), scope);
        Optional<Effect> word = effect(written);
        if (word.isEmpty() && !(written instanceof Outcome.Unseen)) {
            return Verdict.ERROR;
        }
        if (!judging.reach().reaches(scope, word)) {
            return Verdict.NOT_APPLICABLE;
        }
        if (word.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        Optional<Mode.Provider> provider = judging.reach().provider();
        if (provider.isPresent()) {
            return provided(provider.get(), scope);
        }
        Truth applied = appliesWhen.map(when -> when.decide(scope)).orElse(Truth.Decided.TRUE);
        return applied.holds() ? verdict(word.get(), scope) : of(applied, Verdict.NOT_APPLICABLE);
    }

    private static Optional<Effect> effect(Outcome written) {
        return written instanceof Outcome.Value(JsonString text) ? Effect.of(text.value()) : Optional.empty();
    }

    private Verdict provided(Mode.Provider provider, Scope scope) {
        boolean open = judging.reach().judgesPartsOf(scope.resource().type()) || !Reach.byWholeCondition(provider);
        return open || !condition.decide(scope).fails() ? Verdict.UNKNOWN : Verdict.NOT_APPLICABLE;
    }

    /** What an open answer means; another verdict for one that is decided. */
    private static Verdict of(Truth truth, Verdict decided) {
        return truth instanceof Truth.Undecided undecided
                ? undecided.cause() == Truth.Cause.FAILED ? Verdict.ERROR : Verdict.UNKNOWN
                : decided;
    }

    private Verdict verdict(Effect word, Scope scope) {
        Truth truth = condition.decide(scope);
        boolean holds = truth.holds();
        if (truth instanceof Truth.Undecided) {
            return of(truth, Verdict.UNKNOWN);
        }
        return switch (word) {
            case AUDIT, DENY, APPEND, MODIFY -> holds ? Verdict.NON_COMPLIANT : Verdict.COMPLIANT;
            case AUDIT_IF_NOT_EXISTS, DEPLOY_IF_NOT_EXISTS -> holds ? related(scope) : Verdict.NOT_APPLICABLE;
            case MANUAL -> holds ? toAttest(scope) : Verdict.NOT_APPLICABLE;
            case DENY_ACTION -> Verdict.NOT_APPLICABLE;
            case ADD_TO_NETWORK_GROUP,
                    MUTATE,
                    ENFORCE_REGO_POLICY,
                    ENFORCE_OPA_CONSTRAINT,
                    ENFORCE_SETTING,
                    AUDIT_ACTION,
                    NONE -> Verdict.UNKNOWN;
            case DISABLED -> throw new IllegalStateException("a disabled policy reaches nothing");
        };
    }

    private Verdict related(Scope scope) {
        if (!(judging.details() instanceof Details.Related wanted)) {
            return Verdict.ERROR;
        }
        Truth satisfied = RelatedResources.satisfied(
                wanted, judging.evaluator(), judging.reach().unlike(), existence, scope);
        return of(satisfied, satisfied.holds() ? Verdict.COMPLIANT : Verdict.NON_COMPLIANT);
    }

    private Verdict toAttest(Scope scope) {
        if (!(judging.details() instanceof Details.Attestation(var defaultState, var raw)) || defaultState.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        Outcome outcome = judging.evaluator().value(defaultState.get(), scope);
        Optional<DefaultState> state =
                outcome instanceof Outcome.Value(JsonString text) ? DefaultState.of(text.value()) : Optional.empty();
        return state.map(Deciding::verdict).orElse(outcome instanceof Outcome.Unseen ? Verdict.UNKNOWN : Verdict.ERROR);
    }

    private static Verdict verdict(DefaultState state) {
        return switch (state) {
            case UNKNOWN -> Verdict.UNKNOWN;
            case COMPLIANT -> Verdict.COMPLIANT;
            case NON_COMPLIANT -> Verdict.NON_COMPLIANT;
        };
    }
}
