package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Values.wants;

import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code format}: .NET's composite formatting, {@code {index[,alignment][:format]}}, with the formats {@code D} and
 * {@code X} (with an optional number of digits) for whole numbers. Any other format is a failure.
 */
final class FormatFunction {
    private static final int WIDEST = 1000;

    private FormatFunction() {}

    static Outcome format(List<JsonValue> arguments) {
        if (!(arguments.getFirst() instanceof JsonString pattern)) {
            return wants("format", "a text to fill in", arguments.getFirst());
        }
        String text = pattern.value();
        var filled = new LimitedText();
        int at = 0;
        while (at < text.length()) {
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
        OptionalLong index = Values.whole((comma < 0 ? head : head.substring(0, comma)).strip());
        OptionalLong width = comma < 0
                ? OptionalLong.of(0)
                : Values.whole(head.substring(comma + 1).strip());
        if (index.isEmpty()
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
        if (format.isEmpty() || value instanceof JsonString) {
            return Optional.of(Values.text(value));
        }
        OptionalLong number = Values.whole(value);
        OptionalLong digits = format.length() == 1 ? OptionalLong.of(0) : Values.whole(format.substring(1));
        if (number.isEmpty() || digits.isEmpty() || digits.getAsLong() < 0 || digits.getAsLong() > WIDEST) {
            return Optional.empty();
        }
        return switch (format.charAt(0)) {
            case 'D', 'd' -> Optional.of(decimal(number.getAsLong(), (int) digits.getAsLong()));
            case 'X' -> Optional.of(zeros(hex(number.getAsLong()).toUpperCase(Locale.ROOT), (int) digits.getAsLong()));
            case 'x' -> Optional.of(zeros(hex(number.getAsLong()), (int) digits.getAsLong()));
            default -> Optional.empty();
        };
    }

    private static String hex(long number) {
        return Long.toHexString(number);
    }

    private static String decimal(long number, int digits) {
        String text = zeros(BigInteger.valueOf(number).abs().toString(), digits);
        return number < 0 ? "-" + text : text;
    }

    private static String zeros(String text, int digits) {
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
