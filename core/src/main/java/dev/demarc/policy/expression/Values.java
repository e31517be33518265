package dev.demarc.policy.expression;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How template functions look at values: equality, text, whole numbers. */
final class Values {
    private static final int FEW = 16;

    private Values() {}

    /** Equality as the function {@code equals} has it: two numbers by magnitude, all else as values. */
    static boolean equalNumbersOr(JsonValue left, JsonValue right) {
        boolean numbers = left instanceof JsonNumber && right instanceof JsonNumber;
        return numbers
                ? ((JsonNumber) left).decimal().compareTo(((JsonNumber) right).decimal()) == 0
                : equal(left, right);
    }

    /** Equality of values: deep, texts and names by their exact case; a whole number is no fraction. */
    static boolean equal(JsonValue left, JsonValue right) {
        return switch (left) {
            case JsonNumber number ->
                right instanceof JsonNumber other
                        && number.isInteger() == other.isInteger()
                        && number.decimal().compareTo(other.decimal()) == 0;
            case JsonArray array -> right instanceof JsonArray other && equalItems(array, other);
            case JsonObject object -> right instanceof JsonObject other && equalMembers(object, other);
            case JsonString text -> text.equals(right);
            case JsonBoolean truth -> truth == right;
            case JsonNull none -> right == JsonNull.NULL;
        };
    }

    private static boolean equalItems(JsonArray left, JsonArray right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalMembers(JsonObject left, JsonObject right) {
        if (left.size() != right.size()) {
            return false;
        }
        Map<String, JsonValue> others = left.size() > FEW ? byName(right) : null;
        for (int i = 0; i < left.size(); i++) {
            JsonValue other = others == null ? right.get(left.name(i)) : others.get(left.name(i));
            if (other == null || !equal(left.value(i), other)) {
                return false;
            }
        }
        return true;
    }

    /** The members of an object by their names. */
    static Map<String, JsonValue> byName(JsonObject object) {
        var byName = new HashMap<String, JsonValue>();
        object.forEach(byName::put);
        return byName;
    }

    /** A name in the one case in which names are compared. */
    static String fold(String name) {
        var folded = new StringBuilder(name.length());
        name.chars().forEach(c -> folded.append(fold((char) c)));
        return folded.toString();
    }

    /** A character in the one case in which texts are compared. */
    static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** A value that is the same as another where the function {@code equals} says so. */
    record Item(JsonValue value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Item that && equal(value, that.value);
        }

        @Override
        public int hashCode() {
            return hash(value);
        }
    }

    private static int hash(JsonValue value) {
        return switch (value) {
            case JsonNumber number -> number.decimal().stripTrailingZeros().hashCode();
            case JsonArray array -> array.stream().mapToInt(Values::hash).reduce(1, (all, one) -> 31 * all + one);
            case JsonObject object -> {
                int hash = 0;
                for (int i = 0; i < object.size(); i++) {
                    hash += object.name(i).hashCode() ^ hash(object.value(i));
                }
                yield hash;
            }
            case JsonString text -> text.hashCode();
            case JsonBoolean truth -> truth.hashCode();
            case JsonNull none -> 0;
        };
    }

    /** Whether an array holds an equal value. */
    static boolean holds(List<JsonValue> items, JsonValue wanted) {
        return items.stream().anyMatch(item -> equal(item, wanted));
    }

    /** The whole number that a value is; empty for any other kind, a fraction, or beyond 64 bits. */
    static OptionalLong whole(JsonValue value) {
        if (!(value instanceof JsonNumber number) || !number.isInteger()) {
            return OptionalLong.empty();
        }
        return whole(number.text());
    }

    /** The whole number that a text spells; empty when it spells none or one beyond 64 bits. */
    static OptionalLong whole(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.length() == start || text.length() - start > 19) {
            return OptionalLong.empty();
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return OptionalLong.empty();
            }
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException beyond64Bits) {
            return OptionalLong.empty();
        }
    }

    /** The text that a function takes a value for, null being the empty one; empty for any other kind. */
    static Optional<String> textOrNull(JsonValue value) {
        return value == JsonNull.NULL
                ? Optional.of("")
                : value instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The text that {@code string} and {@code concat} make of a value. */
    static String text(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.value();
            case JsonBoolean truth -> truth.value() ? "True" : "False";
            case JsonNull none -> "";
            case JsonNumber number -> number.text();
            case JsonArray array -> array.toString();
            case JsonObject object -> object.toString();
        };
    }

    /** A failure that says what a function wants. */
    static Outcome wants(String function, String what) {
        return Outcome.failed("`" + function + "` wants " + what);
    }

    /** A failure that says what a function wants and the kind that it got. */
    static Outcome wants(String function, String what, JsonValue got) {
        return Outcome.failed("`" + function + "` wants " + what + ", not " + kind(got));
    }

    private static String kind(JsonValue value) {
        return switch (value) {
            case JsonNull none -> "null";
            case JsonArray array -> "an array";
            case JsonObject object -> "an object";
            case JsonString text -> "text";
            case JsonNumber number -> "a number";
            case JsonBoolean truth -> "a boolean";
        };
    }
}
