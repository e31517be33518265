package dev.demarc.policy.expression;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;

/**
 * Functions as other engines read them, by name, to stand in for those of {@link Functions}. Each answers
 * what the usual function answers wherever the readings agree.
 */
public final class OtherReadings {
    private static final int MOST_DIGITS = 2_000;

    private OtherReadings() {}

    /** Functions that answer for arguments of other kinds and out of range. */
    public static Map<String, Function.Body> ofOtherKinds() {
        var bodies = new HashMap<String, Function.Body>();
        bodies.put("bool", arguments -> LogicFunctions.bool(List.of(digit(arguments.getFirst()))));
        bodies.put("int", OtherReadings::whole);
        bodies.put("empty", or(CollectionFunctions::empty, Outcome.of(false)));
        bodies.put("split", TextFunctions::splitAtLongest);
        bodies.put("startsWith", or(TextFunctions::startsWith, Outcome.of(false)));
        bodies.put("endsWith", or(TextFunctions::endsWith, Outcome.of(false)));
        bodies.put("createObject", OtherReadings::createObject);
        bodies.put("padLeft", OtherReadings::padLeft);
        bodies.put("and", arguments -> Outcome.of(arguments.stream().allMatch(JsonBoolean.TRUE::equals)));
        bodies.put("or", arguments -> Outcome.of(arguments.stream().anyMatch(JsonBoolean.TRUE::equals)));
        bodies.put("add", decimals("add", Math::addExact, BigDecimal::add));
        bodies.put("sub", decimals("sub", Math::subtractExact, BigDecimal::subtract));
        bodies.put("mul", decimals("mul", Math::multiplyExact, BigDecimal::multiply));
        return Map.copyOf(bodies);
    }

    /** Functions that write true, false and null as JSON does. */
    public static Map<String, Function.Body> withWordsOfJson() {
        return Map.of(
                "string",
                arguments -> Outcome.of(written(arguments.getFirst())),
                "join",
                arguments -> arguments.getFirst() instanceof JsonArray items
                        ? TextFunctions.join(List.of(
                                JsonArray.of(items.stream()
                                        .map(item -> new JsonString(written(item)))
                                        .toList()),
                                arguments.get(1)))
                        : TextFunctions.join(arguments));
    }

    /** Functions that search with full case folding, where one letter may equal several. */
    public static Map<String, Function.Body> withFullFolding(Map<String, Function.Body> before) {
        return Map.of(
                "startsWith",
                folding(before.getOrDefault("startsWith", TextFunctions::startsWith)),
                "endsWith",
                folding(before.getOrDefault("endsWith", TextFunctions::endsWith)),
                "indexOf",
                arguments -> position(arguments, TextFunctions.indexOf(folded(arguments))),
                "lastIndexOf",
                arguments -> position(arguments, TextFunctions.lastIndexOf(folded(arguments))));
    }

    /** Functions that write points in time with no more digits than needed. */
    public static Map<String, Function.Body> withShortTimes() {
        return Map.of("addDays", DeploymentFunctions::addDays);
    }

    /** A point in time with no more digits than needed, as {@code utcNow} writes it. */
    public static Outcome utcNow(Instant now) {
        return Outcome.of(DeploymentFunctions.text(now.atOffset(ZoneOffset.UTC)));
    }

    private static Function.Body or(Function.Body body, Outcome otherwise) {
        return arguments -> body.apply(arguments) instanceof Outcome.Value found ? found : otherwise;
    }

    private static JsonValue digit(JsonValue value) {
        boolean digit = value instanceof JsonString text
                && (text.value().equals("1") || text.value().equals("0"));
        return digit ? new JsonNumber(((JsonString) value).value()) : value;
    }

    private static Outcome whole(List<JsonValue> arguments) {
        return NumberFunctions.toFloat(arguments) instanceof Outcome.Value(JsonNumber found)
                        && TextFunctions.toInt(arguments) instanceof Outcome.Failed
                ? TextFunctions.toInt(List.of(new JsonNumber(
                        found.decimal().setScale(0, RoundingMode.DOWN).toPlainString())))
                : TextFunctions.toInt(arguments);
    }

    private static Outcome createObject(List<JsonValue> arguments) {
        if (arguments.size() % 2 != 0) {
            return CollectionFunctions.createObject(arguments);
        }
        var object = JsonObject.builder();
        for (int i = 0; i < arguments.size(); i += 2) {
            object.set(written(arguments.get(i)), arguments.get(i + 1));
        }
        return Outcome.of(object.build());
    }

    private static Outcome padLeft(List<JsonValue> arguments) {
        OptionalLong width = Values.whole(arguments.get(1));
        if (!(arguments.getFirst() instanceof JsonString text)
                || width.isEmpty()
                || width.getAsLong() < 0
                || width.getAsLong() > LimitedText.LONGEST) {
            return TextFunctions.padLeft(arguments);
        }
        String fill = arguments.size() > 2 && arguments.get(2) instanceof JsonString given
                ? given.value().substring(0, Math.min(1, given.value().length()))
                : " ";
        long missing = Math.max(0, width.getAsLong() - text.value().length());
        return Outcome.of((fill.isEmpty() ? " " : fill).repeat((int) missing) + text.value());
    }

    private static Function.Body decimals(
            String name, NumberFunctions.Arithmetic whole, BinaryOperator<BigDecimal> decimal) {
        Function.Body usual = NumberFunctions.arithmetic(name, whole);
        return arguments -> arguments.get(0) instanceof JsonNumber one
                        && arguments.get(1) instanceof JsonNumber other
                        && !(one.isInteger() && other.isInteger())
                        && isWritten(one.decimal())
                        && isWritten(other.decimal())
                ? Outcome.of(JsonNumber.of(decimal.apply(one.decimal(), other.decimal())))
                : usual.apply(arguments);
    }

    /** Whether a number can be written without an exponent in reasonable room. */
    private static boolean isWritten(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS;
    }

    private static String written(JsonValue value) {
        return switch (value) {
            case JsonBoolean truth -> truth.value() ? "true" : "false";
            case JsonNull none -> "null";
            default -> Values.text(value);
        };
    }

    private static Function.Body folding(Function.Body body) {
        return arguments -> body.apply(folded(arguments));
    }

    private static List<JsonValue> folded(List<JsonValue> arguments) {
        return arguments.stream()
                .map(one -> one instanceof JsonString text ? new JsonString(Functions.fold(text.value())) : one)
                .toList();
    }

    /** A position in the folded text as one in the text itself. */
    private static Outcome position(List<JsonValue> arguments, Outcome found) {
        if (!(found instanceof Outcome.Value(JsonNumber number))
                || !(arguments.getFirst() instanceof JsonString text)) {
            return found;
        }
        long at = number.decimal().longValue();
        int length = 0;
        for (int i = 0; i < text.value().length() && at >= 0; i++) {
            if (length >= at) {
                return Outcome.of(i);
            }
            length += Functions.fold(text.value().substring(i, i + 1)).length();
        }
        return at < 0 ? found : Outcome.of(text.value().length());
    }
}
