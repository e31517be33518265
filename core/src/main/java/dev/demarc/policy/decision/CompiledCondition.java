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
import java.util.function.Function;

/**
 * A condition compiled to be decided quickly, once for each type that it names and once for all others: what the type
 * alone decides is decided, aliases are paths, right sides are prepared. It answers as {@link
 * dev.demarc.policy.evaluation.Evaluator#explain} does.
 */
public final class CompiledCondition {
    /** Beyond so many comparisons it is compiled once for all types. No published definition comes near. */
    private static final long MOST = 500_000;

    private final Map<ResourceType, Decider> byType;
    private final Decider otherwise;
    private final Decider ofAny;

    private CompiledCondition(Map<ResourceType, Decider> byType, Decider otherwise, Decider ofAny) {
        this.byType = Map.copyOf(byType);
        this.otherwise = otherwise;
        this.ofAny = ofAny;
    }

    /** A condition that {@link dev.demarc.policy.evaluation.Binding} has filled in with the same values. */
    public static CompiledCondition of(
            Condition condition, ParameterValues parameters, Aliases aliases, EvaluationContext context) {
        var fields = Fields.of(aliases, FieldNames.in(List.of(condition)).keySet(), context.apiVersion());
        var expressions = new Expressions(fields, parameters, context);
        var free = new ResourceFree(expressions);
        var semantics = context.semantics();
        Function<TypeView, Decider> compile =
                view -> new ConditionCompiler(fields, expressions, free, semantics, view).decider(condition);
        Decider ofAny = compile.apply(new TypeView.Any());
        var named = NamedTypes.in(condition, fields, semantics);
        if (named.cost() > MOST) {
            return new CompiledCondition(Map.of(), ofAny, ofAny);
        }
        var alike = new HashMap<List<Object>, Decider>();
        var byType = new HashMap<ResourceType, Decider>();
        for (ResourceType type : named.types()) {
            var view = new TypeView.One(type);
            byType.put(type, alike.computeIfAbsent(named.decidedBy(view), decided -> compile.apply(view)));
        }
        Decider otherwise = compile.apply(new TypeView.Unnamed());
        byType.values().removeIf(otherwise::equals);
        return new CompiledCondition(byType, otherwise, ofAny);
    }

    /**
     * Whether the condition holds of what a scope asks about. An explanation may give up earlier, because it looks at
     * everything: at what it then calls too much to compute, this may still answer.
     */
    public Truth decide(Scope scope) {
        ResourceType type = scope.resource().type();
        Decider decider = byType.get(type);
        if (decider == null) {
            decider = type.isAscii() ? otherwise : ofAny;
        }
        return decider.decide(scope);
    }

    /**
     * The types of resources of which the condition can hold, or be undecided; of all others that are written in ASCII, as
     * Azure's are, it never holds. Empty when that may be any type. Cost: that of the set.
     */
    public Optional<Set<ResourceType>> possibleTypes() {
        return otherwise.equals(Decider.FALSE) ? Optional.of(new TreeSet<>(byType.keySet())) : Optional.empty();
    }
}
