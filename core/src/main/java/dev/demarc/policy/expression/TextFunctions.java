package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Values.wants;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Functions on text. Searching ignores case, as the service does. */
final class TextFunctions {
    private static final int WIDEST_PAD = 16;
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
        return Values.textOrNull(arguments.getFirst())
                .map(text -> Outcome.of(text.toLowerCase(Locale.ROOT)))
                .orElseGet(() -> wants("toLower", "text", arguments.getFirst()));
    }

    static Outcome toUpper(List<JsonValue> arguments) {
        return Values.textOrNull(arguments.getFirst())
                .map(text -> Outcome.of(text.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> wants("toUpper", "text", arguments.getFirst()));
    }

    static Outcome trim(List<JsonValue> arguments) {
        return Values.textOrNull(arguments.getFirst())
                .map(text -> Outcome.of(trimmed(text)))
                .orElseGet(() -> wants("trim", "text", arguments.getFirst()));
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether .NET takes a character for white space. */
    private static boolean isBlank(char c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
    }

    /** {@code padLeft}: to a width of at most 16, with blanks unless a character is given. */
    static Outcome padLeft(List<JsonValue> arguments) {
        JsonValue padded = arguments.get(0);
        OptionalLong width = Values.whole(arguments.get(1));
        boolean given = arguments.size() > 2 && arguments.get(2) != JsonNull.NULL;
        String fill = !given ? " " : arguments.get(2) instanceof JsonString one ? one.value() : "";
        if (Values.textOrNull(padded).isEmpty() && Values.whole(padded).isEmpty()) {
            return wants("padLeft", "text or a whole number", padded);
        }
        if (width.isEmpty() || width.getAsLong() < 1 || width.getAsLong() > WIDEST_PAD || fill.length() != 1) {
            return wants("padLeft", "a width from 1 to 16 and one character to fill with");
        }
        String text = Values.text(padded);
        return Outcome.of(fill.repeat((int) Math.max(0, width.getAsLong() - text.length())) + text);
    }

    static Outcome replace(List<JsonValue> arguments) {
        Optional<String> text = Values.textOrNull(arguments.get(0));
        Optional<String> old = Values.textOrNull(arguments.get(1));
        Optional<String> fresh = Values.textOrNull(arguments.get(2));
        if (text.isEmpty() || old.isEmpty() || fresh.isEmpty()) {
            return wants("replace", "three texts");
        }
        return old.get().isEmpty()
                ? wants("replace", "some text to look for, not the empty text")
                : replace(text.get(), old.get(), fresh.get());
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
            case JsonNull none -> Outcome.of(-1);
            default -> wants("indexOf", "two texts, or an array and a value");
        };
    }

    static Outcome lastIndexOf(List<JsonValue> arguments) {
        return switch (arguments.get(0)) {
            case JsonString text
            when arguments.get(1) instanceof JsonString wanted ->
                Outcome.of(TextSearch.last(text.value(), wanted.value()));
            case JsonArray array -> Outcome.of(position(array, arguments.get(1), true));
            case JsonNull none -> Outcome.of(-1);
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
        Optional<String> text = Values.textOrNull(arguments.get(0));
        if (text.isPresent() && arguments.get(1) instanceof JsonString wanted) {
            return Outcome.of(text.get()
                    .regionMatches(true, 0, wanted.value(), 0, wanted.value().length()));
        }
        return wants("startsWith", "two texts");
    }

    static Outcome endsWith(List<JsonValue> arguments) {
        Optional<String> text = Values.textOrNull(arguments.get(0));
        if (text.isPresent() && arguments.get(1) instanceof JsonString wanted) {
            int length = wanted.value().length();
            int from = text.get().length() - length;
            return Outcome.of(from >= 0 && text.get().regionMatches(true, from, wanted.value(), 0, length));
        }
        return wants("endsWith", "two texts");
    }

    static Outcome substring(List<JsonValue> arguments) {
        Optional<String> given = Values.textOrNull(arguments.get(0));
        if (given.isEmpty()) {
            return wants("substring", "text", arguments.get(0));
        }
        String text = given.get();
        OptionalLong start = Values.whole(arguments.get(1));
        OptionalLong length = arguments.size() > 2 && start.isPresent()
                ? Values.whole(arguments.get(2))
                : OptionalLong.of(text.length() - start.orElse(0));
        if (start.isEmpty() || length.isEmpty()) {
            return wants("substring", "whole numbers for start and length");
        }
        long size = text.length();
        if (start.getAsLong() < 0
                || length.getAsLong() < 0
                || start.getAsLong() > size
                || length.getAsLong() > size - start.getAsLong()) {
            return Outcome.failed("`substring` reaches beyond the end of `" + text + "`");
        }
        int from = (int) start.getAsLong();
        return Outcome.of(text.substring(from, from + (int) length.getAsLong()));
    }

    /** {@code split}: at a text or at any of several, of which the first that fits counts; at blanks without any. */
    static Outcome split(List<JsonValue> arguments) {
        return split(arguments, TextFunctions::firstAt);
    }

    /** The same, where the longest of several that fit counts. */
    static Outcome splitAtLongest(List<JsonValue> arguments) {
        return split(arguments, TextFunctions::longestAt);
    }

    /** How many characters at a position are a delimiter; 0 when none is there. */
    private interface Delimiting {
        int length(String text, int at, List<String> delimiters);
    }

    private static Outcome split(List<JsonValue> arguments, Delimiting delimiting) {
        if (arguments.get(0) == JsonNull.NULL) {
            return Outcome.of(JsonArray.of());
        }
        if (!(arguments.get(0) instanceof JsonString text)) {
            return wants("split", "text", arguments.get(0));
        }
        List<JsonValue> delimiters =
                arguments.get(1) instanceof JsonArray several ? several.values() : List.of(arguments.get(1));
        var texts = new ArrayList<String>();
        for (JsonValue delimiter : delimiters) {
            if (Values.textOrNull(delimiter).isEmpty()) {
                return wants("split", "a text or an array of texts to split at");
            }
            texts.add(Values.textOrNull(delimiter).get());
        }
        long work = (long) text.value().length()
                * texts.stream().mapToInt(String::length).sum();
        if (work > MOST_COMPARED) {
            return Outcome.failed("`split` is given too long a text for so many places to split at");
        }
        Delimiting chosen = texts.isEmpty() ? (given, at, none) -> isBlank(given.charAt(at)) ? 1 : 0 : delimiting;
        return Outcome.of(split(text.value(), texts, chosen));
    }

    private static JsonArray split(String text, List<String> delimiters, Delimiting delimiting) {
        var parts = new ArrayList<JsonValue>();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int length = delimiting.length(text, at, delimiters);
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

    private static int firstAt(String text, int at, List<String> delimiters) {
        for (String delimiter : delimiters) {
            if (!delimiter.isEmpty() && text.startsWith(delimiter, at)) {
                return delimiter.length();
            }
        }
        return 0;
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
        Optional<String> between = Values.textOrNull(arguments.get(1));
        if (!(arguments.get(0) instanceof JsonArray items) || between.isEmpty()) {
            return wants("join", "an array and a text");
        }
        var joined = new LimitedText();
        for (int i = 0; i < items.size(); i++) {
            if (Values.textOrNull(items.get(i)).isEmpty()) {
                return wants("join", "an array of texts");
            }
            joined.append(i == 0 ? "" : between.get()).append(Values.text(items.get(i)));
        }
        return joined.outcome("join");
    }

    static Outcome string(List<JsonValue> arguments) {
        boolean fraction = arguments.getFirst() instanceof JsonNumber number && !number.isInteger();
        return fraction
                ? wants("string", "text, a whole number, a boolean, an array or an object, not a fraction")
                : Outcome.of(Values.text(arguments.getFirst()));
    }

    static Outcome toInt(List<JsonValue> arguments) {
        JsonValue given = arguments.getFirst();
        OptionalLong number =
                given instanceof JsonString text ? Values.whole(trimmed(text.value())) : Values.whole(given);
        return number.isPresent()
                ? Outcome.of(number.getAsLong())
                : wants("int", "a whole number of 64 bits or text that spells one");
    }
}
