package dev.demarc.report.html;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Values as people read them, and text of unknown origin made safe to look at. */
final class Words {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH);

    private Words() {}

    /**
     * The text with everything that would not be seen, or would move what stands around it, written out as {@code
     * ⟨U+202E⟩}: control characters, direction marks, zero-width blanks, line separators, halves of surrogate pairs. Tab
     * and line feed stay.
     */
    static String shown(String text) {
        if (text.codePoints().noneMatch(Words::isHidden)) {
            return text;
        }
        var shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (isHidden(point)) {
                shown.append(String.format(Locale.ROOT, "⟨U+%04X⟩", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    private static boolean isHidden(int point) {
        return switch (point) {
            case '\t', '\n' -> false;
            case 0x061c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x2060, 0xfeff -> true;
            default ->
                Character.isISOControl(point)
                        || (point >= 0x202a && point <= 0x202e)
                        || (point >= 0x2066 && point <= 0x2069)
                        || (point >= 0xd800 && point <= 0xdfff)
                        || (point & 0xfffe) == 0xfffe;
        };
    }

    /** A count with thin blanks between thousands: {@code 20 000}. */
    static String count(long count) {
        String digits = Long.toString(count);
        var grouped = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0 && digits.charAt(at - 1) != '-'; at -= 3) {
            grouped.insert(at, '\u202f');
        }
        return grouped.toString();
    }

    /** A count and what is counted: {@code 1 gap}, {@code 2 gaps}. */
    static String count(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /** A percentage, or a dash when there is none. */
    static String percent(Optional<BigDecimal> percent) {
        return percent.map(value -> value.toPlainString() + "\u00a0%").orElse("–");
    }

    /** An instant to the second, in UTC. */
    static String instant(Instant instant) {
        return INSTANT.format(instant.atOffset(ZoneOffset.UTC));
    }
}
