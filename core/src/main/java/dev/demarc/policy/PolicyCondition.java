package dev.demarc.policy;

import dev.demarc.check.Evidence;
import dev.demarc.check.Subject;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.decision.CompiledCondition;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Parsed;
import dev.demarc.policy.syntax.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A condition of the policy language by itself, ready to be asked of any resource. */
public final class PolicyCondition {
    private final Condition condition;
    private final CompiledCondition compiled;
    private final Evaluator evaluator;

    private PolicyCondition(Condition condition, CompiledCondition compiled, Evaluator evaluator) {
        this.condition = condition;
        this.compiled = compiled;
        this.evaluator = evaluator;
    }

    /** The condition that a JSON value spells. It has no parameters. Unknown aliases are warnings. */
    public static Parsed<PolicyCondition> of(
            JsonValue condition, Places places, Providers providers, EvaluationContext context) {
        Parsed<Condition> parsed = PolicyParser.condition(condition, List.of(), places);
        var diagnostics = new ArrayList<Diagnostic>(parsed.diagnostics());
        var ready = parsed.value().map(tree -> {
            Condition bound = new Binding(ParameterValues.NONE, context).condition(tree);
            var evaluator = Evaluator.of(List.of(bound), ParameterValues.NONE, providers.aliases(), context);
            diagnostics.addAll(evaluator.diagnostics());
            var compiled = CompiledCondition.of(bound, ParameterValues.NONE, providers.aliases(), context);
            return new PolicyCondition(bound, compiled, evaluator);
        });
        return new Parsed<>(ready, diagnostics);
    }

    /** Whether the condition holds of a resource. */
    public Truth evaluate(Subject subject) {
        return compiled.decide(Scope.of(subject.resource(), subject.neighbours()));
    }

    /** The types of resources of which it can hold or be undecided; empty when that may be any type. */
    public Optional<Set<ResourceType>> possibleTypes() {
        return compiled.possibleTypes();
    }

    /** Whether the condition holds of a resource, and why. */
    public Explanation explain(Subject subject) {
        return evaluator.explain(condition, Scope.of(subject.resource(), subject.neighbours()));
    }

    /** The facts that decide whether the condition holds of a resource. */
    public List<Evidence> evidence(Subject subject) {
        return Fact.evidence(Deciders.of(explain(subject), 0, subject.resource()));
    }
}
