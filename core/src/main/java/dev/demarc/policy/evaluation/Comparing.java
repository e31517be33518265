package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.knowledge.SecretFields;
import dev.demarc.policy.expression.Functions;
import dev.demarc.policy.expression.TextSearch;
import dev.demarc.policy.syntax.Operator;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the operators mean. Text compares without regard to case; equality is equality of text, for which null and
 * absent are the empty one; the other questions are answered no for an absent value.
 */
public final class Comparing {
    private static final int LONGEST_NUMBER = 1_000;

    /** Why nothing is known of a value that was a secret. */
    static final String HIDDEN = "the value was a secret and was dropped when it was read, so it was not seen";

    private final SemanticsProfile semantics;

    /** The operators as a profile reads them. */
    public Comparing(SemanticsProfile semantics) {
        this.semantics = semantics;
    }

    /** How the left side is read. */
    public enum Reading {
        /** A property: null and absent are the same. */
        PROPERTY,
        /** A region: blanks do not count. */
        REGION,
        /** A computed value: null is the empty text. */
        VALUE
    }

    /**
     * Whether a comparison holds.
     *
     * @param left null when absent
     */
    public Truth compare(Operator operator, @Nullable JsonValue left, JsonValue right, Reading reading) {
        if (left != null && isHidden(operator, left, right)) {
            return Truth.notSeen(HIDDEN);
        }
        if (right == JsonNull.NULL) {
            return withNull(operator, left);
        }
        JsonValue found = left == null ? JsonNull.NULL : left;
        if (reading == Reading.VALUE && found == JsonNull.NULL && operator.kind() != Operator.Kind.EXISTENCE) {
            found = new JsonString("");
        }
        Truth asked = switch (operator.kind()) {
            case EQUALITY -> Truth.of(equal(found, right, reading));
            case LIKE -> like(found, right, reading);
            case MATCH -> Truth.of(matches(found, right, reading, false));
            case MATCH_INSENSITIVELY -> Truth.of(matches(found, right, reading, true));
            case CONTAINS -> contains(operator, found, right, reading);
            case CONTAINS_KEY ->
                Truth.of(found instanceof JsonObject object && object.getIgnoreCase(text(right)) != null);
            case IN -> in(operator, found, right, reading);
            case ORDER -> ordered(operator, found, right, reading);
            case EXISTENCE -> exists(found, right);
        };
        return operator.negated() ? asked.negated() : asked;
    }

    /** Whether the answer depends on a secret that was dropped. That one is not empty, and that it is there, is known. */
    static boolean isHidden(Operator operator, JsonValue left, JsonValue right) {
        return switch (operator.kind()) {
            case EXISTENCE, CONTAINS_KEY -> false;
            case EQUALITY -> !text(right).isEmpty() && SecretFields.isDroppedFrom(left);
            case LIKE, MATCH, MATCH_INSENSITIVELY, CONTAINS, IN, ORDER -> SecretFields.isDroppedFrom(left);
        };
    }

    private Truth withNull(Operator operator, @Nullable JsonValue left) {
        if (semantics.nullOnTheRightFails()) {
            return Truth.failed("`" + operator.key() + "` compares with null");
        }
        boolean none = left == null || left == JsonNull.NULL;
        return Truth.of(operator.kind() == Operator.Kind.EQUALITY && none != operator.negated());
    }

    /** The text that a value is compared as. */
    public static String text(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.value();
            case JsonNumber number -> number.text();
            case JsonBoolean truth -> truth.value() ? "true" : "false";
            case JsonNull none -> "";
            case JsonArray array -> array.toString();
            case JsonObject object -> object.toString();
        };
    }

    private boolean equal(JsonValue left, JsonValue right, Reading reading) {
        boolean whole = left instanceof JsonArray || left instanceof JsonObject;
        if (whole || right instanceof JsonArray || right instanceof JsonObject) {
            return left.equals(right);
        }
        if (!semantics.numbersCompareAsText() && (left instanceof JsonNumber || right instanceof JsonNumber)) {
            Optional<BigDecimal> one = number(left);
            Optional<BigDecimal> other = number(right);
            if (one.isPresent() && other.isPresent()) {
                return one.get().compareTo(other.get()) == 0;
            }
        }
        return folded(text(left), reading).equalsIgnoreCase(folded(text(right), reading));
    }

    /** A text as it is compared but for the case of letters. */
    public String folded(String text, Reading reading) {
        String plain = reading == Reading.REGION ? region(text) : text;
        return semantics.foldsSharpS() ? Functions.fold(plain) : plain;
    }

    /** A region by its name: its display name without blanks and brackets, as in {@code West US 2 (Stage)}. */
    private static String region(String text) {
        return text.replace(" ", "").replace("(", "").replace(")", "");
    }

    private static Optional<BigDecimal> number(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return Optional.of(number.decimal());
        }
        try {
            return value instanceof JsonString text && text.value().length() <= LONGEST_NUMBER
                    ? Optional.of(new BigDecimal(text.value()))
                    : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private Truth in(Operator operator, JsonValue left, JsonValue right, Reading reading) {
        if (!(right instanceof JsonArray items)) {
            return semantics.inTakesOneValue()
                    ? Truth.of(equal(left, right, reading))
                    : Truth.failed("`" + operator.key() + "` wants an array to look in, not " + right);
        }
        if (left == JsonNull.NULL && !semantics.absentIsEmptyTextInLists()) {
            return Truth.Decided.FALSE;
        }
        for (JsonValue item : items) {
            if (equal(left, item, reading)) {
                return Truth.Decided.TRUE;
            }
        }
        return Truth.Decided.FALSE;
    }

    private Truth like(JsonValue left, JsonValue right, Reading reading) {
        if (left == JsonNull.NULL || left instanceof JsonArray || left instanceof JsonObject) {
            return Truth.Decided.FALSE;
        }
        String pattern = folded(text(right), reading);
        int star = pattern.indexOf('*');
        if (star != pattern.lastIndexOf('*')) {
            return Truth.failed("`like` takes one `*`, the pattern is `" + pattern + "`");
        }
        String text = folded(text(left), reading);
        if (star < 0) {
            return Truth.of(pattern.length() == text.length() && same(text, 0, pattern, 0, pattern.length()));
        }
        int tail = pattern.length() - star - 1;
        return Truth.of(text.length() >= star + tail
                && same(text, 0, pattern, 0, star)
                && same(text, text.length() - tail, pattern, star + 1, tail));
    }

    private boolean same(String text, int textAt, String pattern, int patternAt, int length) {
        if (!semantics.questionMarkIsWildcard() || pattern.indexOf('?') < 0) {
            return text.regionMatches(true, textAt, pattern, patternAt, length);
        }
        for (int i = 0; i < length; i++) {
            boolean any = pattern.charAt(patternAt + i) == '?';
            if (!any && !text.regionMatches(true, textAt + i, pattern, patternAt + i, 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(JsonValue left, JsonValue right, Reading reading, boolean ignoreCase) {
        if (left == JsonNull.NULL || left instanceof JsonArray || left instanceof JsonObject) {
            return false;
        }
        String text = reading == Reading.REGION ? region(text(left)) : text(left);
        String pattern = reading == Reading.REGION ? region(text(right)) : text(right);
        if (text.length() != pattern.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = switch (pattern.charAt(i)) {
                case '#' -> c >= '0' && c <= '9';
                case '?' -> Character.isLetter(c);
                case '.' -> true;
                default -> text.regionMatches(ignoreCase, i, pattern, i, 1);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private Truth contains(Operator operator, JsonValue left, JsonValue right, Reading reading) {
        return switch (left) {
            case JsonNull none -> Truth.Decided.FALSE;
            case JsonArray items -> Truth.of(items.stream().anyMatch(item -> equal(item, right, Reading.PROPERTY)));
            case JsonObject object ->
                Truth.failed("`" + operator.key() + "` looks in texts and arrays, and found an object");
            case JsonString text -> Truth.of(holds(text.value(), text(right), reading));
            case JsonNumber number -> Truth.of(holds(number.text(), text(right), reading));
            case JsonBoolean truth -> Truth.of(holds(text(truth), text(right), reading));
        };
    }

    private boolean holds(String text, String part, Reading reading) {
        return TextSearch.holds(folded(text, reading), folded(part, reading));
    }

    private static Truth exists(JsonValue left, JsonValue right) {
        String wanted = text(right).toLowerCase(Locale.ROOT);
        boolean present = left != JsonNull.NULL;
        return switch (wanted) {
            case "true" -> Truth.of(present);
            case "false" -> Truth.of(!present);
            default -> Truth.failed("`exists` wants true or false, not `" + text(right) + "`");
        };
    }

    private Truth ordered(Operator operator, JsonValue left, JsonValue right, Reading reading) {
        if (left == JsonNull.NULL) {
            return Truth.Decided.FALSE;
        }
        if (left instanceof JsonNumber one && right instanceof JsonNumber other) {
            return ordered(operator, one.decimal().compareTo(other.decimal()));
        }
        if (left instanceof JsonString one && right instanceof JsonString other) {
            return ordered(operator, order(folded(one.value(), reading), folded(other.value(), reading)));
        }
        if (semantics.orderingConvertsText()) {
            Optional<BigDecimal> one = number(left);
            Optional<BigDecimal> other = number(right);
            return one.isPresent() && other.isPresent()
                    ? ordered(operator, one.get().compareTo(other.get()))
                    : Truth.Decided.FALSE;
        }
        return Truth.failed("`" + operator.key() + "` cannot compare a value of kind " + left.kind()
                + " with one of kind " + right.kind());
    }

    private static Truth ordered(Operator operator, int order) {
        return Truth.of(
                switch (operator) {
                    case LESS -> order < 0;
                    case LESS_OR_EQUALS -> order <= 0;
                    case GREATER -> order > 0;
                    case GREATER_OR_EQUALS -> order >= 0;
                    default -> throw new IllegalArgumentException(operator + " is not about order");
                });
    }

    /** The order of two points in time where both texts are such, else of the texts without regard to case. */
    private static int order(String left, String right) {
        Optional<Instant> one = instant(left);
        Optional<Instant> other = one.isEmpty() ? Optional.empty() : instant(right);
        return other.isPresent() ? one.orElseThrow().compareTo(other.get()) : left.compareToIgnoreCase(right);
    }

    /** The point in time that a text spells with date, time and offset; empty when it spells none. */
    public static Optional<Instant> instant(String text) {
        boolean canBe =
                text.length() >= 17 && text.charAt(4) == '-' && (text.charAt(10) == 'T' || text.charAt(10) == 't');
        if (!canBe) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
