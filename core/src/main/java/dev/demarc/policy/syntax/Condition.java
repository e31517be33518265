package dev.demarc.policy.syntax;

import dev.demarc.document.Place;
import dev.demarc.policy.expression.Template;
import java.util.List;
import java.util.function.Consumer;

/** Something that holds of a resource or does not. */
public sealed interface Condition {

    /** Where it stands; the pointer is from the root of the rule's document. */
    Place place();

    /** Holds when every part holds. */
    record AllOf(List<Condition> parts, Place place) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** Holds when any part holds. */
    record AnyOf(List<Condition> parts, Place place) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** Holds when its part does not. */
    record Not(Condition part, Place place) implements Condition {}

    /** Compares two values. */
    record Comparison(Left left, Operator operator, Template right, Place place) implements Condition {}

    /** Calls back for every comparison in this condition, those inside counts included, in the order written. */
    default void forEachComparison(Consumer<Comparison> action) {
        switch (this) {
            case AllOf all -> all.parts().forEach(part -> part.forEachComparison(action));
            case AnyOf any -> any.parts().forEach(part -> part.forEachComparison(action));
            case Not not -> not.part().forEachComparison(action);
            case Comparison comparison -> {
                action.accept(comparison);
                switch (comparison.left()) {
                    case Left.FieldCount count -> count.where().ifPresent(where -> where.forEachComparison(action));
                    case Left.ValueCount count -> count.where().ifPresent(where -> where.forEachComparison(action));
                    case Left.Field field -> {}
                    case Left.Value value -> {}
                }
            }
        }
    }
}
