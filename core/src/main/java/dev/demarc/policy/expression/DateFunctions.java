package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Values.wants;

import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Functions on points in time, written as {@code yyyy-MM-ddTHH:mm:ss.FFFFFFFZ}. */
final class DateFunctions {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter TO_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SEVEN_DIGITS = new DateTimeFormatterBuilder()
            .append(TO_SECONDS)
            .appendFraction(ChronoField.NANO_OF_SECOND, 7, 7, true)
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT);

    /** What the round-trip format reads, and {@code yyyy-MM-ddTHH:mm:ss.FFFFFFFZ}. */
    private static final Pattern ISO_8601 = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:(?:\\.\\d{1,7})?Z|\\.\\d{7}[+-]\\d\\d:\\d\\d)");

    private DateFunctions() {}

    /** A point in time with the seven digits of fraction that .NET's round-trip format has. */
    static String text(Instant instant) {
        return SEVEN_DIGITS.format(instant.atOffset(ZoneOffset.UTC));
    }

    static Outcome addDays(List<JsonValue> arguments) {
        OptionalLong days = Values.whole(arguments.get(1));
        if (!(arguments.get(0) instanceof JsonString text)
                || !ISO_8601.matcher(text.value()).matches()
                || days.isEmpty()) {
            return wants("addDays", "a point in time and a whole number of days");
        }
        try {
            LocalDateTime time = OffsetDateTime.parse(text.value(), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime();
            LocalDateTime later = time.plusDays(days.getAsLong());
            if (later.getYear() >= FIRST_YEAR && later.getYear() <= LAST_YEAR) {
                return Outcome.of(text(later.toInstant(ZoneOffset.UTC)));
            }
        } catch (DateTimeException | ArithmeticException noSuchTime) {
            // said below, together with the years that .NET does not have
        }
        return Outcome.failed("`addDays` cannot add " + days.getAsLong() + " days to `" + text.value() + "`");
    }
}
