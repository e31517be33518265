package dev.demarc.policy;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.decision.CompiledCondition;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a rule is about a resource at all, as the documentation of Azure Policy's applicability has it: conditions on
 * type, name and kind decide, every other condition is taken to hold, or not to hold where it is negated. Names and
 * kinds do not count where they stand alone or only beside types; a rule that asks for the location of the resource
 * anywhere is never about a subscription. The location that an existence condition names is that of the related resource.
 *
 * <p>An alias implies its types: in a rule that names no type, a condition on an alias cannot hold of a type without it.
 */
final class Applicability {
    private static final Set<String> DECIDING = Set.of("type", "name", "kind");
    private static final Pattern LOCATION = Pattern.compile("(?i)\\bfield\\s*\\(\\s*'location'\\s*\\)");

    private final Condition condition;
    private final Evaluator evaluator;
    private final Aliases aliases;
    private final Set<String> plainFields = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> counting;
    private boolean other;
    private boolean asksForLocation;

    private final CompiledCondition possible;
    private final CompiledCondition possibleByAlias;

    Applicability(Condition condition, Details details, Evaluator evaluator, Aliases aliases, Compilation compile) {
        this.condition = condition;
        this.evaluator = evaluator;
        this.aliases = aliases;
        condition.forEachComparison(this::collect);
        if (details instanceof Details.Related related) {
            asksForLocation |= LOCATION.matcher(related.raw().toString()).find();
        }
        this.counting = !other && DECIDING.containsAll(plainFields) ? Set.of("type") : DECIDING;
        this.possible = compile.apply(possible(condition, true, false));
        this.possibleByAlias = plainFields.contains("type") ? possible : compile.apply(possible(condition, true, true));
    }

    private void collect(Condition.Comparison comparison) {
        asksForLocation |= asksLocation(comparison);
        String name = name(comparison);
        if (isAlias(name)) {
            types.add(name.substring(0, name.lastIndexOf('/')));
        }
        boolean plain = comparison.left() instanceof Left.Field && !name.isEmpty() && !isAlias(name);
        if (plain) {
            plainFields.add(name);
        } else {
            other = true;
        }
        if (isTypeTest(comparison) && comparison.right() instanceof Template.Constant(JsonValue right)) {
            values(right).forEach(types::add);
        }
    }

    private static Set<String> values(JsonValue right) {
        var values = new HashSet<String>();
        if (right instanceof JsonString text) {
            values.add(text.value());
        } else if (right instanceof JsonArray array) {
            array.forEach(item -> values.addAll(values(item)));
        }
        return values;
    }

    /** The name of the field that a comparison is about, folded; empty for none, or one not known beforehand. */
    private static String name(Condition.Comparison comparison) {
        Template name = switch (comparison.left()) {
            case Left.Field field -> field.name();
            case Left.FieldCount count -> count.alias();
            case Left.Value value -> NAMELESS;
            case Left.ValueCount count -> NAMELESS;
        };
        return name instanceof Template.Constant(JsonString text) ? text.value().toLowerCase(Locale.ROOT) : "";
    }

    private static final Template NAMELESS = new Template.Constant(new JsonString(""));

    /** Whether a name is an alias: all others but those of tags have no slash. */
    private static boolean isAlias(String name) {
        return name.indexOf('/') > 0 && !name.startsWith("tags");
    }

    private static boolean asksLocation(Condition.Comparison comparison) {
        Template left = switch (comparison.left()) {
            case Left.Field field -> field.name();
            case Left.FieldCount count -> count.alias();
            case Left.Value value -> value.value();
            case Left.ValueCount count -> count.items();
        };
        return name(comparison).equals("location")
                || left.any(Applicability::isLocation)
                || comparison.right().any(Applicability::isLocation);
    }

    private static boolean isLocation(Expression node) {
        return node instanceof Expression.Call(Function.Contextual function, var arguments, int at)
                && function.context() == Function.Context.FIELD
                && !arguments.isEmpty()
                && arguments.getFirst() instanceof Expression.Literal(JsonString name, int place)
                && name.value().equalsIgnoreCase("location");
    }

    /** Whether a comparison is a test of the resource's type. */
    static boolean isTypeTest(Condition.Comparison comparison) {
        return comparison.left() instanceof Left.Field && name(comparison).equals("type");
    }

    /**
     * The types that the rule names, and what its aliases have before their last slash: as written or folded, some of
     * them patterns.
     */
    Set<String> types() {
        return types;
    }

    /**
     * Whether the rule may be about a resource; undecided counts as yes.
     *
     * @param byWholeCondition whether the whole condition will decide, so that an alias implies nothing
     */
    boolean applies(Scope scope, boolean byWholeCondition) {
        if (scope.resource().id().kind() == ResourceId.Kind.SUBSCRIPTION && asksForLocation) {
            return false;
        }
        boolean implied = !byWholeCondition && !plainFields.contains("type");
        return !possible(condition, scope, true, implied).fails();
    }

    private Truth possible(Condition part, Scope scope, boolean affirmed, boolean implied) {
        return switch (part) {
            case Condition.AllOf all ->
                Truth.all(all.parts().stream()
                        .map(one -> possible(one, scope, affirmed, implied))
                        .toList());
            case Condition.AnyOf any ->
                Truth.any(any.parts().stream()
                        .map(one -> possible(one, scope, affirmed, implied))
                        .toList());
            case Condition.Not not ->
                possible(not.part(), scope, !affirmed, implied).negated();
            case Condition.Comparison comparison -> {
                String name = name(comparison);
                if (comparison.left() instanceof Left.Field && counting.contains(name)) {
                    yield evaluator.explain(comparison, scope).truth();
                }
                boolean foreign =
                        implied && isAlias(name) && !has(scope.resource().type(), name);
                yield Truth.of(affirmed != foreign);
            }
        };
    }

    /** What {@link #applies} says, decided without a look at every part. */
    boolean appliesQuickly(Scope scope, boolean byWholeCondition) {
        if (scope.resource().id().kind() == ResourceId.Kind.SUBSCRIPTION && asksForLocation) {
            return false;
        }
        return !(byWholeCondition ? possible : possibleByAlias).decide(scope).fails();
    }

    /** Whether conditions on the kind count, beside those on the type, and none on the name does. */
    boolean asksForKind() {
        return counting.contains("kind") && plainFields.contains("kind") && !plainFields.contains("name");
    }

    /** The types of the resources that the rule may be about; empty for any type. */
    Optional<Set<ResourceType>> possibleTypes() {
        return possible.possibleTypes();
    }

    /** The condition of which {@link #applies} asks whether it fails. */
    private Condition possible(Condition part, boolean affirmed, boolean implied) {
        return switch (part) {
            case Condition.AllOf all ->
                new Condition.AllOf(
                        all.parts().stream()
                                .map(one -> possible(one, affirmed, implied))
                                .toList(),
                        all.place());
            case Condition.AnyOf any ->
                new Condition.AnyOf(
                        any.parts().stream()
                                .map(one -> possible(one, affirmed, implied))
                                .toList(),
                        any.place());
            case Condition.Not not -> new Condition.Not(possible(not.part(), !affirmed, implied), not.place());
            case Condition.Comparison comparison -> {
                String name = name(comparison);
                if (comparison.left() instanceof Left.Field && counting.contains(name)) {
                    yield comparison;
                }
                var left = implied && isAlias(name) ? new Left.Field(TYPE) : new Left.Value(TYPE);
                JsonArray right = implied && isAlias(name) ? typesWith(name) : JsonArray.of(new JsonString("type"));
                Operator operator = affirmed ? Operator.IN : Operator.NOT_IN;
                yield new Condition.Comparison(left, operator, new Template.Constant(right), comparison.place());
            }
        };
    }

    /** Compiles a condition of the same rule. */
    interface Compilation {
        /** The condition, compiled. */
        CompiledCondition apply(Condition condition);
    }

    private static final Template TYPE = new Template.Constant(new JsonString("type"));

    /** The types that {@link #has} an alias. */
    private JsonArray typesWith(String alias) {
        var found = new ArrayList<JsonValue>();
        aliases.typesOf(alias).forEach(type -> found.add(new JsonString(type.text())));
        for (int slash = alias.indexOf('/'); slash >= 0; slash = alias.indexOf('/', slash + 1)) {
            found.add(new JsonString(alias.substring(0, slash)));
        }
        return JsonArray.of(found);
    }

    private boolean has(ResourceType type, String alias) {
        return aliases.path(type, alias).isPresent() || alias.startsWith(type.folded() + "/");
    }
}
