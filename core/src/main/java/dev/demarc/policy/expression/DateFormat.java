package dev.demarc.policy.expression;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Points in time as .NET writes them in the invariant culture. Source: Microsoft's documentation of .NET, standard and
 * custom date and time format strings.
 */
final class DateFormat {
    private static final int MOST_FRACTION = 7;

    private DateFormat() {}

    /** The point in time in a format; empty when the format does not exist. */
    static Optional<String> of(OffsetDateTime time, String format) {
        if (format.isEmpty()) {
            return Optional.empty();
        }
        if (format.length() > 1) {
            return custom(time, format);
        }
        return switch (format.charAt(0)) {
            case 'd' -> custom(time, "MM/dd/yyyy");
            case 'D' -> custom(time, "dddd, dd MMMM yyyy");
            case 'f' -> custom(time, "dddd, dd MMMM yyyy HH:mm");
            case 'F' -> custom(time, "dddd, dd MMMM yyyy HH:mm:ss");
            case 'g' -> custom(time, "MM/dd/yyyy HH:mm");
            case 'G' -> custom(time, "MM/dd/yyyy HH:mm:ss");
            case 'm', 'M' -> custom(time, "MMMM dd");
            case 'o', 'O' -> custom(time, "yyyy-MM-ddTHH:mm:ss.fffffffK");
            case 'r', 'R' -> custom(utc(time), "ddd, dd MMM yyyy HH:mm:ss 'GMT'");
            case 's' -> custom(time, "yyyy-MM-ddTHH:mm:ss");
            case 't' -> custom(time, "HH:mm");
            case 'T' -> custom(time, "HH:mm:ss");
            case 'u' -> custom(utc(time), "yyyy-MM-dd HH:mm:ss'Z'");
            case 'U' -> custom(utc(time), "dddd, dd MMMM yyyy HH:mm:ss");
            case 'y', 'Y' -> custom(time, "yyyy MMMM");
            default -> Optional.empty();
        };
    }

    private static OffsetDateTime utc(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static Optional<String> custom(OffsetDateTime time, String format) {
        var text = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at);
            if (c == '\'' || c == '"') {
                int end = format.indexOf(c, at + 1);
                if (end < 0) {
                    return Optional.empty();
                }
                text.append(format, at + 1, end);
                at = end + 1;
            } else if (c == '\\' || c == '%') {
                if (at + 1 == format.length()) {
                    return Optional.empty();
                }
                text.append(c == '%' ? part(time, c(format, at + 1), 1) : c(format, at + 1));
                at += 2;
            } else {
                int length = run(format, at);
                String part = part(time, String.valueOf(c), length);
                dropPoint(text, c, part);
                text.append(part);
                at += length;
            }
        }
        return Optional.of(text.toString());
    }

    private static String c(String format, int at) {
        return format.substring(at, at + 1);
    }

    private static int run(String format, int at) {
        int end = at;
        while (end < format.length() && format.charAt(end) == format.charAt(at)) {
            end++;
        }
        return "dfFgHhKmMstyz".indexOf(format.charAt(at)) < 0 ? 1 : end - at;
    }

    /** A fraction of which {@code F} leaves nothing takes the point before it along. */
    private static void dropPoint(StringBuilder text, char specifier, String part) {
        int last = text.length() - 1;
        if (specifier == 'F' && part.isEmpty() && last >= 0 && text.charAt(last) == '.') {
            text.setLength(last);
        }
    }

    private static String part(OffsetDateTime time, String specifier, int length) {
        return switch (specifier.charAt(0)) {
            case 'd' -> length < 3 ? number(time.getDayOfMonth(), length) : named(time, length == 3 ? "EEE" : "EEEE");
            case 'M' -> length < 3 ? number(time.getMonthValue(), length) : named(time, length == 3 ? "MMM" : "MMMM");
            case 'y' -> length < 3 ? number(time.getYear() % 100, length) : number(time.getYear(), length);
            case 'H' -> number(time.getHour(), Math.min(length, 2));
            case 'h' -> number((time.getHour() + 11) % 12 + 1, Math.min(length, 2));
            case 'm' -> number(time.getMinute(), Math.min(length, 2));
            case 's' -> number(time.getSecond(), Math.min(length, 2));
            case 'f' -> fraction(time, length);
            case 'F' -> fraction(time, length).replaceAll("0+$", "");
            case 't' -> (time.getHour() < 12 ? "AM" : "PM").substring(0, Math.min(length, 2));
            case 'g' -> "A.D.";
            case 'K' -> time.getOffset().equals(ZoneOffset.UTC) ? "Z" : offset(time, 3);
            case 'z' -> offset(time, length);
            default -> specifier;
        };
    }

    private static String named(OffsetDateTime time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
    }

    private static String number(int value, int width) {
        String digits = Integer.toString(value);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static String fraction(OffsetDateTime time, int length) {
        return number(time.getNano() / 100, MOST_FRACTION).substring(0, Math.min(length, MOST_FRACTION));
    }

    private static String offset(OffsetDateTime time, int length) {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        String hours = number(Math.abs(minutes) / 60, Math.min(length, 2));
        return (minutes < 0 ? "-" : "+") + hours + (length < 3 ? "" : ":" + number(Math.abs(minutes) % 60, 2));
    }
}
