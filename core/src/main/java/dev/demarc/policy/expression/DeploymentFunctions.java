package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Values.wants;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Functions of deployment templates that Microsoft's documentation keeps from policies and that other engines carry out
 * there. Source of their meaning: Microsoft's documentation of template functions; a year of a duration has 365 days and
 * a month 30, as in .NET.
 */
final class DeploymentFunctions {
    private static final Pattern DURATION = Pattern.compile("(-)?P(?:(\\d+(?:\\.\\d+)?)Y)?(?:(\\d+(?:\\.\\d+)?)M)?"
            + "(?:(\\d+(?:\\.\\d+)?)W)?(?:(\\d+(?:\\.\\d+)?)D)?"
            + "(?:T(?:(\\d+(?:\\.\\d+)?)H)?(?:(\\d+(?:\\.\\d+)?)M)?(?:(\\d+(?:\\.\\d+)?)S)?)?");
    private static final List<Integer> SECONDS = List.of(31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1);
    private static final int NANOS_PER_MILLI = 1_000_000;

    private DeploymentFunctions() {}

    /** The functions by name in lower case. */
    static Map<String, Function> byName() {
        return Map.of(
                "datetimeadd", new Function.Pure("dateTimeAdd", 2, 3, DeploymentFunctions::dateTimeAdd),
                "datetimefromepoch", new Function.Pure("dateTimeFromEpoch", 1, 1, DeploymentFunctions::fromEpoch),
                "datetimetoepoch", new Function.Pure("dateTimeToEpoch", 1, 1, DeploymentFunctions::toEpoch),
                "indexfromend", new Function.Pure("indexFromEnd", 2, 2, DeploymentFunctions::indexFromEnd),
                "tryindexfromend",
                        new Function.Pure(
                                "tryIndexFromEnd",
                                2,
                                2,
                                arguments -> indexFromEnd(arguments) instanceof Outcome.Value found
                                        ? found
                                        : Outcome.of(JsonNull.NULL)));
    }

    private static Outcome dateTimeAdd(List<JsonValue> arguments) {
        Optional<OffsetDateTime> base = time(arguments.get(0));
        OptionalLong seconds =
                arguments.get(1) instanceof JsonString text ? seconds(text.value()) : OptionalLong.empty();
        if (base.isEmpty() || seconds.isEmpty()) {
            return wants("dateTimeAdd", "a point in time and a duration such as `P1D`");
        }
        OffsetDateTime time;
        try {
            time = base.get().plusSeconds(seconds.getAsLong());
        } catch (DateTimeException | ArithmeticException noSuchTime) {
            return Outcome.failed("`dateTimeAdd` leaves the years that exist");
        }
        if (arguments.size() < 3) {
            return Outcome.of(text(time));
        }
        Optional<String> formatted =
                arguments.get(2) instanceof JsonString format ? DateFormat.of(time, format.value()) : Optional.empty();
        return formatted.map(Outcome::of).orElseGet(() -> wants("dateTimeAdd", "a format of .NET for points in time"));
    }

    private static Outcome fromEpoch(List<JsonValue> arguments) {
        OptionalLong seconds = Values.whole(arguments.getFirst());
        try {
            return seconds.isPresent()
                    ? Outcome.of(text(Instant.ofEpochSecond(seconds.getAsLong()).atOffset(ZoneOffset.UTC)))
                    : wants("dateTimeFromEpoch", "a whole number of seconds", arguments.getFirst());
        } catch (DateTimeException noSuchTime) {
            return Outcome.failed("`dateTimeFromEpoch` leaves the years that exist");
        }
    }

    private static Outcome toEpoch(List<JsonValue> arguments) {
        return time(arguments.getFirst())
                .map(time -> Outcome.of(time.toEpochSecond()))
                .orElseGet(() -> wants("dateTimeToEpoch", "a point in time"));
    }

    /** {@code addDays} of a point in time in any form, written with the digits that are not zero. */
    static Outcome addDays(List<JsonValue> arguments) {
        Optional<OffsetDateTime> base = time(arguments.get(0));
        OptionalLong days = Values.whole(arguments.get(1));
        try {
            return base.isPresent() && days.isPresent()
                    ? Outcome.of(text(base.get().plusDays(days.getAsLong())))
                    : wants("addDays", "a point in time and a whole number of days");
        } catch (DateTimeException | ArithmeticException noSuchTime) {
            return Outcome.failed("`addDays` leaves the years that exist");
        }
    }

    private static Outcome indexFromEnd(List<JsonValue> arguments) {
        OptionalLong index = Values.whole(arguments.get(1));
        if (!(arguments.getFirst() instanceof JsonArray array) || index.isEmpty()) {
            return wants("indexFromEnd", "an array and a position from its end");
        }
        return index.getAsLong() >= 1 && index.getAsLong() <= array.size()
                ? Outcome.of(array.get(array.size() - (int) index.getAsLong()))
                : Outcome.failed(
                        "there is no member " + index.getAsLong() + " from the end of an array of " + array.size());
    }

    /** A point in time: a date, {@code T} or a blank, a time, and an offset, without which it is in UTC. */
    private static Optional<OffsetDateTime> time(JsonValue value) {
        if (!(value instanceof JsonString given) || given.value().length() < 11) {
            return Optional.empty();
        }
        char between = given.value().charAt(10);
        String text = (between == ' '
                        ? given.value().substring(0, 10) + "T" + given.value().substring(11)
                        : given.value())
                .toUpperCase(Locale.ROOT);
        try {
            return Optional.of(
                    text.indexOf('Z') > 0 || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10
                            ? OffsetDateTime.parse(text)
                            : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static OptionalLong seconds(String duration) {
        Matcher matcher = DURATION.matcher(duration);
        if (!matcher.matches() || duration.length() < 3 || duration.endsWith("T") || duration.length() > 40) {
            return OptionalLong.empty();
        }
        double seconds = 0;
        for (int i = 0; i < SECONDS.size(); i++) {
            String amount = matcher.group(i + 2);
            seconds += amount == null ? 0 : Math.floor(Double.parseDouble(amount) * SECONDS.get(i));
        }
        return OptionalLong.of((long) (matcher.group(1) == null ? seconds : -seconds));
    }

    /** A point in time with the digits of a second that are not zero, three at a time. */
    static String text(OffsetDateTime time) {
        int nanos = time.getNano();
        String fraction =
                nanos == 0 ? "" : nanos % NANOS_PER_MILLI == 0 ? ".SSS" : nanos % 1000 == 0 ? ".SSSSSS" : ".SSSSSSSSS";
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss" + fraction + "XXX", Locale.ROOT)
                .format(time);
    }
}
