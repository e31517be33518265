package dev.demarc.policy.lint;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Operator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which resource types a condition can hold for, as far as it says so outright. */
final class TypesAsked {
    private TypesAsked() {}

    /** The types; empty when the condition leaves them open. */
    static Optional<Set<ResourceType>> of(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all -> {
                Optional<Set<ResourceType>> asked = Optional.empty();
                for (Condition part : all.parts()) {
                    asked = narrowed(asked, of(part));
                }
                yield asked;
            }
            case Condition.AnyOf any -> {
                var types = new TreeSet<ResourceType>();
                for (Condition part : any.parts()) {
                    Optional<Set<ResourceType>> some = of(part);
                    if (some.isEmpty()) {
                        yield Optional.empty();
                    }
                    types.addAll(some.get());
                }
                yield Optional.of(types);
            }
            case Condition.Not not -> Optional.empty();
            case Condition.Comparison comparison -> comparison(comparison);
        };
    }

    /** Both asked at once. */
    static Optional<Set<ResourceType>> narrowed(Optional<Set<ResourceType>> one, Optional<Set<ResourceType>> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        var both = new TreeSet<>(one.get());
        both.retainAll(other.get());
        return Optional.of(both);
    }

    private static Optional<Set<ResourceType>> comparison(Condition.Comparison comparison) {
        boolean byName = comparison.operator() == Operator.EQUALS || comparison.operator() == Operator.IN;
        if (!byName || Constants.field(comparison).filter("type"::equals).isEmpty()) {
            return Optional.empty();
        }
        return Constants.value(comparison.right()).map(value -> {
            List<JsonValue> names = value instanceof JsonArray list ? list.values() : List.of(value);
            var types = new TreeSet<ResourceType>();
            for (JsonValue name : names) {
                if (name instanceof JsonString text) {
                    ResourceType.parse(text.value()).ifPresent(types::add);
                }
            }
            return types;
        });
    }
}
