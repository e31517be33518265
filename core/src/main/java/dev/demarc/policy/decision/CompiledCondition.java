package dev.demarc.policy.decision;

import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Expressions;
import dev.demarc.policy.evaluation.FieldNames;
import dev.demarc.policy.evaluation.Fields;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.syntax.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A condition compiled to be decided quickly, once for each type that it names and once for all others: what the type
 * alone decides is decided, aliases are paths, right sides are prepared. It answers as {@link
 * dev.demarc.policy.evaluation.Evaluator#explain} does.
 */
public final class CompiledCondition {
    private final Map<ResourceType, Decider> byType;
    private final Decider otherwise;

    private CompiledCondition(Map<ResourceType, Decider> byType, Decider otherwise) {
        this.byType = Map.copyOf(byType);
        this.otherwise = otherwise;
    }

    /** A condition that {@link dev.demarc.policy.evaluation.Binding} has filled in with the same values. */
    public static CompiledCondition of(
            Condition condition, ParameterValues parameters, Aliases aliases, EvaluationContext context) {
        var fields = Fields.of(aliases, FieldNames.in(List.of(condition)).keySet());
        var expressions = new Expressions(fields, parameters, context);
        var semantics = context.semantics();
        var named = NamedTypes.in(condition, fields, semantics);
        var alike = new HashMap<List<Object>, Decider>();
        var byType = new HashMap<ResourceType, Decider>();
        for (ResourceType type : named.types()) {
            var view = new TypeView.One(type);
            byType.put(
                    type,
                    alike.computeIfAbsent(
                            named.decidedBy(view),
                            decided -> new ConditionCompiler(fields, expressions, semantics, view).decider(condition)));
        }
        var otherwise =
                new ConditionCompiler(fields, expressions, semantics, new TypeView.Unnamed()).decider(condition);
        byType.values().removeIf(otherwise::equals);
        return new CompiledCondition(byType, otherwise);
    }

    /** Whether the condition holds of what a scope asks about. */
    public Truth decide(Scope scope) {
        Decider decider = byType.get(scope.resource().type());
        return (decider == null ? otherwise : decider).decide(scope);
    }

    /**
     * The types of resources of which the condition can hold, or be undecided; of all others it never holds. Empty when
     * that may be any type. Cost: that of the set.
     */
    public Optional<Set<ResourceType>> possibleTypes() {
        if (!otherwise.equals(Decider.FALSE)) {
            return Optional.empty();
        }
        return Optional.of(new TreeSet<>(byType.keySet()));
    }
}
