package dev.demarc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The case files of a room: arrays of cases, each with {@code says}, {@code source}, {@code given} and {@code expected}.
 * What is expected names some of the answers, and each has to be so; a key that nobody knows fails.
 */
public final class Cases {
    private static final Set<String> KEYS = Set.of("says", "source", "given", "expected");

    private Cases() {}

    /**
     * A test for each case in the files of a room whose names begin with a word.
     *
     * @param given the keys that a case may give
     * @param answers what the code says of what is given, in full; absent answers are JSON's null
     */
    public static Stream<DynamicTest> of(
            String room, String suite, Set<String> given, Function<JsonObject, JsonObject> answers) {
        List<JsonObject> cases = read(room, suite);
        assertThat(cases).as("cases of " + room + "/" + suite).isNotEmpty();
        assertThat(cases.stream().map(each -> each.text("says").orElseThrow()))
                .as("names of cases")
                .doesNotHaveDuplicates();
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest(each.text("says").orElseThrow(), () -> run(each, given, answers)));
    }

    private static void run(JsonObject each, Set<String> given, Function<JsonObject, JsonObject> answers) {
        assertThat(KEYS).as("keys of a case").containsAll(each.names());
        assertThat(each.text("source")).as("source").isPresent();
        assertThat(given).as("keys given").containsAll(each.object("given").names());
        assertThat(each.object("expected").isEmpty()).as("expects nothing").isFalse();
        JsonObject answered = answers.apply(each.object("given"));
        each.object("expected").forEach((name, value) -> {
            assertThat(answered.names()).as("keys expected").contains(name);
            assertThat(answered.get(name)).as(name).isEqualTo(value);
        });
    }

    private static List<JsonObject> read(String room, String suite) {
        Path folder = Path.of(System.getProperty("demarc.root", ".."), "core/src/test/resources", room, "cases");
        var cases = new ArrayList<JsonObject>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().startsWith(suite))
                    .sorted()
                    .forEach(file -> ((JsonArray) TestJson.in(file)).forEach(each -> cases.add((JsonObject) each)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return cases;
    }

    /** A text, or null when there is none. */
    public static JsonValue text(Optional<?> value) {
        return value.isPresent() ? new JsonString(value.get().toString()) : JsonNull.NULL;
    }

    /** The texts of values, in order. */
    public static JsonArray texts(Stream<?> values) {
        return JsonArray.of(
                values.map(value -> new JsonString(value.toString())).toList());
    }

    /** The answers, or only the message of the mistake that was made. */
    public static JsonObject orError(Supplier<JsonObject> answers) {
        try {
            return answers.get();
        } catch (IllegalArgumentException mistake) {
            return JsonObject.builder()
                    .put("error", String.valueOf(mistake.getMessage()))
                    .build();
        }
    }
}
