package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Values.wants;

import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.List;
import java.util.function.IntPredicate;

/** Comparing values and combining truths. */
final class LogicFunctions {
    private LogicFunctions() {}

    static Outcome equal(List<JsonValue> arguments) {
        return Outcome.of(Values.equalNumbersOr(arguments.get(0), arguments.get(1)));
    }

    /**
     * A comparison by order: two numbers, or two texts of which null counts as the empty one. Texts are ordered as the
     * invariant culture does for letters and digits: first without regard to case, small before capital where that
     * decides nothing.
     */
    static Function.Body ordering(String name, IntPredicate holds) {
        return arguments -> {
            JsonValue left = arguments.get(0);
            JsonValue right = arguments.get(1);
            if (left instanceof JsonNumber one && right instanceof JsonNumber other) {
                return Outcome.of(holds.test(one.decimal().compareTo(other.decimal())));
            }
            if (isText(left) && isText(right)) {
                return Outcome.of(holds.test(order(Values.text(left), Values.text(right))));
            }
            return wants(name, "two numbers or two texts");
        };
    }

    private static boolean isText(JsonValue value) {
        return value instanceof JsonString || value == JsonNull.NULL;
    }

    private static int order(String left, String right) {
        int folded = left.compareToIgnoreCase(right);
        return folded != 0 ? folded : right.compareTo(left);
    }

    static Outcome not(List<JsonValue> arguments) {
        return arguments.getFirst() instanceof JsonBoolean truth
                ? Outcome.of(!truth.value())
                : wants("not", "a boolean", arguments.getFirst());
    }

    static Outcome and(List<JsonValue> arguments) {
        return combined("and", arguments, false);
    }

    static Outcome or(List<JsonValue> arguments) {
        return combined("or", arguments, true);
    }

    private static Outcome combined(String name, List<JsonValue> arguments, boolean decisive) {
        boolean found = false;
        for (JsonValue argument : arguments) {
            if (!(argument instanceof JsonBoolean truth)) {
                return wants(name, "booleans", argument);
            }
            found |= truth.value() == decisive;
        }
        return Outcome.of(found == decisive);
    }

    static Outcome bool(List<JsonValue> arguments) {
        return switch (arguments.getFirst()) {
            case JsonBoolean truth -> Outcome.of(truth);
            case JsonNumber number -> Outcome.of(number.decimal().signum() != 0);
            case JsonString text when text.value().strip().equalsIgnoreCase("true") -> Outcome.of(true);
            case JsonString text when text.value().strip().equalsIgnoreCase("false") -> Outcome.of(false);
            default -> wants("bool", "`true`, `false` or a number");
        };
    }

    static Outcome coalesce(List<JsonValue> arguments) {
        for (JsonValue argument : arguments) {
            if (argument != JsonNull.NULL) {
                return Outcome.of(argument);
            }
        }
        return Outcome.of(JsonNull.NULL);
    }
}
