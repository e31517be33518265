package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Values.wants;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code format}: .NET's composite formatting, {@code {index[,alignment][:format]}}, with .NET's formats for numbers. A
 * format on anything else says nothing, as in .NET; one that does not exist is a failure.
 */
final class FormatFunction {
    private static final int WIDEST = 999_999;

    private FormatFunction() {}

    static Outcome format(List<JsonValue> arguments) {
        if (!(arguments.getFirst() instanceof JsonString pattern)) {
            return wants("format", "a text to fill in", arguments.getFirst());
        }
        String text = pattern.value();
        var filled = new LimitedText();
        int at = 0;
        while (at < text.length() && !filled.isTooLong()) {
            char c = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                filled.append(String.valueOf(c));
                at += 2;
            } else if (c == '{') {
                int end = text.indexOf('}', at);
                Optional<String> item = end < 0 ? Optional.empty() : item(text.substring(at + 1, end), arguments);
                if (item.isEmpty()) {
                    return Outcome.failed("`format` cannot fill in `" + text.substring(at) + "`");
                }
                filled.append(item.get());
                at = end + 1;
            } else if (c == '}') {
                return Outcome.failed("`format` finds a `}` without `{` in `" + text + "`");
            } else {
                filled.append(String.valueOf(c));
                at++;
            }
        }
        return filled.outcome("format");
    }

    private static Optional<String> item(String item, List<JsonValue> arguments) {
        int colon = item.indexOf(':');
        String head = colon < 0 ? item : item.substring(0, colon);
        String format = colon < 0 ? "" : item.substring(colon + 1);
        int comma = head.indexOf(',');
        OptionalLong index = Values.whole((comma < 0 ? head : head.substring(0, comma)).stripTrailing());
        OptionalLong width = comma < 0
                ? OptionalLong.of(0)
                : Values.whole(head.substring(comma + 1).strip());
        boolean digits = !head.isEmpty() && head.charAt(0) >= '0' && head.charAt(0) <= '9';
        if (!digits
                || index.isEmpty()
                || index.getAsLong() < 0
                || index.getAsLong() >= arguments.size() - 1
                || width.isEmpty()
                || Math.abs(width.getAsLong()) > WIDEST) {
            return Optional.empty();
        }
        return formatted(arguments.get((int) index.getAsLong() + 1), format)
                .map(text -> aligned(text, (int) width.getAsLong()));
    }

    private static String aligned(String text, int width) {
        String blanks = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
        return width < 0 ? text + blanks : blanks + text;
    }

    private static Optional<String> formatted(JsonValue value, String format) {
        return switch (value) {
            case JsonNumber number -> NumberFormat.of(number, format.isEmpty() ? "G" : format);
            case JsonArray array -> Optional.of(array.toString().replace('"', '\''));
            case JsonObject object -> Optional.of(object.toString().replace('"', '\''));
            default -> Optional.of(Values.text(value));
        };
    }
}
