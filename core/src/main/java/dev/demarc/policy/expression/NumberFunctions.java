package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Values.wants;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Functions on numbers; whole numbers have 64 bits and never wrap around. */
final class NumberFunctions {
    private static final int LONGEST_RANGE = 10_000;
    /** Digits before or after the point that a double can hold. */
    private static final int MOST_DIGITS = 309;

    /** Characters of a text that spells a number, as {@link dev.demarc.document.Bounds} has them. */
    private static final int LONGEST_NUMBER = 1_000;
    /** Whole doubles from here on are written with an exponent. */
    private static final double LARGEST_PLAIN = 1e15;

    private NumberFunctions() {}

    /** Arithmetic on two whole numbers that throws {@link ArithmeticException} where the result has no 64 bits. */
    @FunctionalInterface
    interface Arithmetic {
        long apply(long left, long right);
    }

    /** A function of two whole numbers. */
    static Function.Body arithmetic(String name, Arithmetic arithmetic) {
        return arguments -> {
            OptionalLong left = Values.whole(arguments.get(0));
            OptionalLong right = Values.whole(arguments.get(1));
            if (left.isEmpty() || right.isEmpty()) {
                return wants(name, "two whole numbers");
            }
            try {
                return Outcome.of(arithmetic.apply(left.getAsLong(), right.getAsLong()));
            } catch (ArithmeticException noResult) {
                return Outcome.failed("`" + name + "` has no result: it divides by zero or leaves 64 bits");
            }
        };
    }

    static Outcome min(List<JsonValue> arguments) {
        return extreme("min", arguments, false);
    }

    static Outcome max(List<JsonValue> arguments) {
        return extreme("max", arguments, true);
    }

    private static Outcome extreme(String name, List<JsonValue> arguments, boolean greatest) {
        List<JsonValue> numbers =
                arguments.size() == 1 && arguments.getFirst() instanceof JsonArray array ? array.values() : arguments;
        if (numbers.isEmpty()) {
            return wants(name, "at least one number");
        }
        JsonNumber found = null;
        boolean whole = true;
        for (JsonValue item : numbers) {
            if (!(item instanceof JsonNumber number)) {
                return wants(name, "numbers", item);
            }
            whole &= number.isInteger();
            int order = found == null ? 0 : number.decimal().compareTo(found.decimal());
            found = found == null || (greatest ? order > 0 : order < 0) ? number : found;
        }
        JsonNumber extreme = Objects.requireNonNull(found);
        return Outcome.of(whole ? extreme : fraction(extreme.decimal()));
    }

    /** A number as a double, written so that it is no whole one. */
    private static JsonNumber fraction(BigDecimal number) {
        double value = number.doubleValue();
        boolean plain = value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN;
        return new JsonNumber(plain ? (long) value + ".0" : Double.toString(value));
    }

    static Outcome range(List<JsonValue> arguments) {
        OptionalLong start = Values.whole(arguments.get(0));
        OptionalLong count = Values.whole(arguments.get(1));
        if (start.isEmpty()
                || count.isEmpty()
                || count.getAsLong() < 0
                || count.getAsLong() > LONGEST_RANGE
                || start.getAsLong() < Integer.MIN_VALUE
                || start.getAsLong() > Integer.MAX_VALUE - count.getAsLong() + 1) {
            return wants("range", "a whole number to start from and a count of at most 10000");
        }
        var numbers = new ArrayList<JsonValue>();
        for (long i = 0; i < count.getAsLong(); i++) {
            numbers.add(JsonNumber.of(start.getAsLong() + i));
        }
        return Outcome.of(JsonArray.of(numbers));
    }

    static Outcome toFloat(List<JsonValue> arguments) {
        return switch (arguments.getFirst()) {
            case JsonNumber number when fits(number.decimal()) -> Outcome.of(fraction(number.decimal()));
            case JsonString text ->
                decimal(text.value().strip())
                        .map(number -> Outcome.of(fraction(number)))
                        .orElseGet(() -> wants("float", "a number or text that spells one"));
            default -> wants("float", "a number or text that spells one", arguments.getFirst());
        };
    }

    /** The number that a text spells, if a double can hold its magnitude. */
    private static Optional<BigDecimal> decimal(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(text);
            return fits(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static boolean fits(BigDecimal number) {
        long magnitude = (long) number.precision() - number.scale();
        return magnitude <= MOST_DIGITS && number.scale() <= MOST_DIGITS;
    }

    /** The number with its sign turned. */
    static Outcome negate(JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            return Outcome.failed("only a number can stand behind a minus sign");
        }
        String text = number.text();
        if (number.decimal().signum() == 0) {
            return Outcome.of(number);
        }
        return Outcome.of(new JsonNumber(text.startsWith("-") ? text.substring(1) : "-" + text));
    }
}
