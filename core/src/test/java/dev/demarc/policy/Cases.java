package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.LocatedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The case files of the policy language. A file is an array of cases; a case {@code says} what it shows, names its
 * {@code source}, and has what is {@code given} and the rows that are {@code expected}. Keys that mean nothing fail.
 */
final class Cases {
    private static final Path FOLDER =
            Path.of(System.getProperty("demarc.root", ".."), "core/src/test/resources/policy");
    private static final Set<String> KEYS = Set.of("says", "source", "given", "expected");

    private Cases() {}

    /** One row of what a case expects, with the case around it. */
    record Row(String says, JsonObject given, JsonObject expected) {}

    /** The rows of all files of one kind. */
    static List<Row> rows(String kind, Set<String> given, Set<String> expected) {
        var rows = new ArrayList<Row>();
        for (Path file : files(FOLDER.resolve("cases").resolve(kind))) {
            ((JsonArray) read(file)).forEach(each -> rows.addAll(rows((JsonObject) each, file, given, expected)));
        }
        assertThat(rows).as("cases found").isNotEmpty();
        return rows;
    }

    /** A test for each row. */
    static Stream<DynamicTest> tests(List<Row> rows, Consumer<Row> run) {
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.says(), () -> run.accept(row)));
    }

    private static List<Row> rows(JsonObject each, Path file, Set<String> given, Set<String> expected) {
        String says = each.text("says").orElse("");
        String where = file.getFileName() + ": " + says;
        assertThat(KEYS).as(where).containsAll(each.names());
        assertThat(says).as(where).isNotBlank();
        assertThat(each.text("source").orElse("")).as(where).isNotBlank();
        assertThat(given).as(where).containsAll(each.object("given").names());
        var rows = new ArrayList<Row>();
        each.array("expected").forEach(row -> {
            assertThat(expected).as(where).containsAll(((JsonObject) row).names());
            rows.add(new Row(where + " #" + (rows.size() + 1), each.object("given"), (JsonObject) row));
        });
        assertThat(rows).as(where).isNotEmpty();
        return rows;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The JSON of a file beside the cases. */
    static JsonObject beside(String name) {
        return (JsonObject) read(FOLDER.resolve(name));
    }

    private static Object read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var problems = new ArrayList<Diagnostic>();
            var located = LocatedJson.read(in, file.getFileName().toString(), problems::add);
            assertThat(problems).isEmpty();
            return located.orElseThrow().value();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
