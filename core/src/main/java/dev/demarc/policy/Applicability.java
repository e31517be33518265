package dev.demarc.policy;

import dev.demarc.document.JsonString;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a rule is about a resource at all, as the documentation of Azure Policy's applicability has it: conditions on
 * type, name and kind decide, every other condition is taken to hold. Names and kinds do not count where they stand
 * alone or only beside types; a rule that asks for a location is never about a subscription; a rule of aliases without
 * a type is about the types that have one of them.
 */
final class Applicability {
    private static final Set<String> DECIDING = Set.of("type", "name", "kind");

    private final Condition condition;
    private final Evaluator evaluator;
    private final Aliases aliases;
    private final Set<String> plainFields = new HashSet<>();
    private final List<String> aliasFields = new ArrayList<>();
    private final Set<String> counting;

    Applicability(Condition condition, Evaluator evaluator, Aliases aliases) {
        this.condition = condition;
        this.evaluator = evaluator;
        this.aliases = aliases;
        boolean[] other = new boolean[1];
        condition.forEachComparison(comparison -> other[0] |= !collect(comparison));
        boolean alone = !other[0] && aliasFields.isEmpty() && DECIDING.containsAll(plainFields);
        this.counting = alone ? Set.of("type") : DECIDING;
    }

    private boolean collect(Condition.Comparison comparison) {
        String name = name(comparison);
        if (name.isEmpty()) {
            return false;
        }
        if (name.indexOf('/') > 0) {
            aliasFields.add(name);
        } else {
            plainFields.add(name);
        }
        return true;
    }

    private static String name(Condition.Comparison comparison) {
        return comparison.left() instanceof Left.Field(Template.Constant(JsonString name))
                ? name.value().toLowerCase(Locale.ROOT)
                : "";
    }

    /** Whether a comparison is a test of the resource's type. */
    static boolean isTypeTest(Condition.Comparison comparison) {
        return name(comparison).equals("type");
    }

    /** Whether the rule may be about a resource; undecided counts as yes. */
    boolean applies(Scope scope) {
        ResourceId id = scope.resource().id();
        if (id.kind() == ResourceId.Kind.SUBSCRIPTION && plainFields.contains("location")) {
            return false;
        }
        return !possible(condition, scope, true).fails()
                && (plainFields.contains("type") || hasAnAlias(scope.resource().type()));
    }

    private boolean hasAnAlias(ResourceType type) {
        return aliasFields.isEmpty() || aliasFields.stream().anyMatch(alias -> has(type, alias));
    }

    private boolean has(ResourceType type, String alias) {
        return aliases.path(type, alias).isPresent() || alias.startsWith(type.folded() + "/");
    }

    private Truth possible(Condition part, Scope scope, boolean affirmed) {
        return switch (part) {
            case Condition.AllOf all ->
                Truth.all(all.parts().stream()
                        .map(one -> possible(one, scope, affirmed))
                        .toList());
            case Condition.AnyOf any ->
                Truth.any(any.parts().stream()
                        .map(one -> possible(one, scope, affirmed))
                        .toList());
            case Condition.Not not -> possible(not.part(), scope, !affirmed).negated();
            case Condition.Comparison comparison ->
                counting.contains(name(comparison))
                        ? evaluator.explain(comparison, scope).truth()
                        : Truth.of(affirmed);
        };
    }
}
