package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Values.wants;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Functions on text. Searching ignores case, as the service does. */
final class TextFunctions {
    private static final int WIDEST_PAD = 16;
    private static final int MOST_DIGITS = 19;
    /** Characters of a text, times those of what it is split at. */
    private static final long MOST_COMPARED = 1L << 30;

    private TextFunctions() {}

    /** {@code concat}: joins arrays, or texts, whole numbers and booleans; null is skipped. */
    static Outcome concat(List<JsonValue> arguments) {
        if (!arguments.isEmpty() && arguments.stream().allMatch(JsonArray.class::isInstance)) {
            var items = new ArrayList<JsonValue>();
            arguments.forEach(array -> items.addAll(((JsonArray) array).values()));
            return Outcome.of(JsonArray.of(items));
        }
        var text = new LimitedText();
        for (JsonValue argument : arguments) {
            boolean joins = argument instanceof JsonString
                    || argument instanceof JsonBoolean
                    || argument == JsonNull.NULL
                    || Values.whole(argument).isPresent();
            if (!joins) {
                return wants("concat", "only arrays, or only texts, whole numbers and booleans", argument);
            }
            text.append(Values.text(argument));
        }
        return text.outcome("concat");
    }

    static Outcome toLower(List<JsonValue> arguments) {
        return arguments.getFirst() instanceof JsonString text
                ? Outcome.of(text.value().toLowerCase(Locale.ROOT))
                : wants("toLower", "text", arguments.getFirst());
    }

    static Outcome toUpper(List<JsonValue> arguments) {
        return arguments.getFirst() instanceof JsonString text
                ? Outcome.of(text.value().toUpperCase(Locale.ROOT))
                : wants("toUpper", "text", arguments.getFirst());
    }

    static Outcome trim(List<JsonValue> arguments) {
        return arguments.getFirst() instanceof JsonString text
                ? Outcome.of(text.value().strip())
                : wants("trim", "text", arguments.getFirst());
    }

    /** {@code padLeft}: to a width of at most 16, with blanks unless a character is given. */
    static Outcome padLeft(List<JsonValue> arguments) {
        JsonValue padded = arguments.get(0);
        OptionalLong width = Values.whole(arguments.get(1));
        String fill = arguments.size() > 2 ? Values.text(arguments.get(2)) : " ";
        if (!(padded instanceof JsonString) && Values.whole(padded).isEmpty()) {
            return wants("padLeft", "text or a whole number", padded);
        }
        if (width.isEmpty() || width.getAsLong() < 1 || width.getAsLong() > WIDEST_PAD || fill.length() != 1) {
            return wants("padLeft", "a width from 1 to 16 and one character to fill with");
        }
        String text = Values.text(padded);
        return Outcome.of(fill.repeat((int) Math.max(0, width.getAsLong() - text.length())) + text);
    }

    static Outcome replace(List<JsonValue> arguments) {
        if (arguments.get(0) instanceof JsonString text
                && arguments.get(1) instanceof JsonString old
                && arguments.get(2) instanceof JsonString fresh) {
            return old.value().isEmpty()
                    ? wants("replace", "some text to look for, not the empty text")
                    : replace(text.value(), old.value(), fresh.value());
        }
        return wants("replace", "three texts");
    }

    private static Outcome replace(String text, String old, String fresh) {
        var replaced = new LimitedText();
        var search = TextSearch.of(old);
        int from = 0;
        for (int at = search.after(text, from); at >= 0; at = search.after(text, from)) {
            replaced.append(text.substring(from, at)).append(fresh);
            from = at + old.length();
        }
        return replaced.append(text.substring(from)).outcome("replace");
    }

    static Outcome indexOf(List<JsonValue> arguments) {
        return switch (arguments.get(0)) {
            case JsonString text
            when arguments.get(1) instanceof JsonString wanted ->
                Outcome.of(TextSearch.first(text.value(), wanted.value()));
            case JsonArray array -> Outcome.of(position(array, arguments.get(1), false));
            default -> wants("indexOf", "two texts, or an array and a value");
        };
    }

    static Outcome lastIndexOf(List<JsonValue> arguments) {
        return switch (arguments.get(0)) {
            case JsonString text
            when arguments.get(1) instanceof JsonString wanted ->
                Outcome.of(TextSearch.last(text.value(), wanted.value()));
            case JsonArray array -> Outcome.of(position(array, arguments.get(1), true));
            default -> wants("lastIndexOf", "two texts, or an array and a value");
        };
    }

    private static long position(JsonArray array, JsonValue wanted, boolean last) {
        int found = -1;
        for (int i = 0; i < array.size() && (last || found < 0); i++) {
            found = Values.equal(array.get(i), wanted) ? i : found;
        }
        return found;
    }

    static Outcome startsWith(List<JsonValue> arguments) {
        if (arguments.get(0) instanceof JsonString text && arguments.get(1) instanceof JsonString wanted) {
            return Outcome.of(text.value()
                    .regionMatches(true, 0, wanted.value(), 0, wanted.value().length()));
        }
        return wants("startsWith", "two texts");
    }

    static Outcome endsWith(List<JsonValue> arguments) {
        if (arguments.get(0) instanceof JsonString text && arguments.get(1) instanceof JsonString wanted) {
            int from = text.value().length() - wanted.value().length();
            return Outcome.of(from >= 0
                    && text.value()
                            .regionMatches(
                                    true,
                                    from,
                                    wanted.value(),
                                    0,
                                    wanted.value().length()));
        }
        return wants("endsWith", "two texts");
    }

    static Outcome substring(List<JsonValue> arguments) {
        if (!(arguments.get(0) instanceof JsonString text)) {
            return wants("substring", "text", arguments.get(0));
        }
        OptionalLong start = Values.whole(arguments.get(1));
        OptionalLong length = arguments.size() > 2 && start.isPresent()
                ? Values.whole(arguments.get(2))
                : OptionalLong.of(text.value().length() - start.orElse(0));
        if (start.isEmpty() || length.isEmpty()) {
            return wants("substring", "whole numbers for start and length");
        }
        long size = text.value().length();
        if (start.getAsLong() < 0
                || length.getAsLong() < 0
                || start.getAsLong() > size
                || length.getAsLong() > size - start.getAsLong()) {
            return Outcome.failed("`substring` reaches beyond the end of `" + text.value() + "`");
        }
        int from = (int) start.getAsLong();
        return Outcome.of(text.value().substring(from, from + (int) length.getAsLong()));
    }

    /** {@code split}: at a text or at any of several. */
    static Outcome split(List<JsonValue> arguments) {
        if (arguments.get(0) == JsonNull.NULL) {
            return Outcome.of(JsonArray.of());
        }
        if (!(arguments.get(0) instanceof JsonString text)) {
            return wants("split", "text", arguments.get(0));
        }
        List<JsonValue> delimiters = switch (arguments.get(1)) {
            case JsonString one -> List.of(one);
            case JsonArray several -> several.values();
            default -> List.of();
        };
        if (delimiters.isEmpty() || !delimiters.stream().allMatch(JsonString.class::isInstance)) {
            return wants("split", "a text or an array of texts to split at");
        }
        List<String> texts =
                delimiters.stream().map(one -> ((JsonString) one).value()).toList();
        long work = (long) text.value().length()
                * texts.stream().mapToInt(String::length).sum();
        return work > MOST_COMPARED
                ? Outcome.failed("`split` is given too long a text for so many places to split at")
                : Outcome.of(split(text.value(), texts));
    }

    private static JsonArray split(String text, List<String> delimiters) {
        var parts = new ArrayList<JsonValue>();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int length = longestAt(text, at, delimiters);
            if (length > 0) {
                parts.add(new JsonString(text.substring(from, at)));
                at += length;
                from = at;
            } else {
                at++;
            }
        }
        parts.add(new JsonString(text.substring(from)));
        return JsonArray.of(parts);
    }

    private static int longestAt(String text, int at, List<String> delimiters) {
        int longest = 0;
        for (String delimiter : delimiters) {
            if (delimiter.length() > longest && text.startsWith(delimiter, at)) {
                longest = delimiter.length();
            }
        }
        return longest;
    }

    static Outcome join(List<JsonValue> arguments) {
        if (arguments.get(0) instanceof JsonArray items && arguments.get(1) instanceof JsonString between) {
            var joined = new LimitedText();
            for (int i = 0; i < items.size(); i++) {
                joined.append(i == 0 ? "" : between.value()).append(Values.text(items.get(i)));
            }
            return joined.outcome("join");
        }
        return wants("join", "an array and a text");
    }

    static Outcome string(List<JsonValue> arguments) {
        return Outcome.of(Values.text(arguments.getFirst()));
    }

    static Outcome toInt(List<JsonValue> arguments) {
        JsonValue given = arguments.getFirst();
        OptionalLong number = switch (given) {
            case JsonString text -> Values.whole(text.value().strip());
            case JsonNumber any -> truncated(any.decimal());
            default -> OptionalLong.empty();
        };
        return number.isPresent()
                ? Outcome.of(number.getAsLong())
                : wants("int", "a number or text that spells a whole number of 64 bits");
    }

    private static OptionalLong truncated(BigDecimal number) {
        long digits = (long) number.precision() - number.scale();
        if (digits <= 0) {
            return OptionalLong.of(0);
        }
        return digits <= MOST_DIGITS ? Values.whole(number.toBigInteger().toString()) : OptionalLong.empty();
    }
}
