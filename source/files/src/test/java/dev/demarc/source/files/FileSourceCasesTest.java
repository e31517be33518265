package dev.demarc.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Observation;
import dev.demarc.estate.ResourceType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the case files: {@code given} holds files by name, or {@code -} for standard input, or nothing for a path that
 * does not exist; {@code expected} says what is observed, what is missing and what is told.
 */
class FileSourceCasesTest {
    private static final Set<String> KEYS = Set.of("says", "source", "given", "paths", "expected");
    private static final Set<String> EXPECTED =
            Set.of("observed", "collected", "embedded", "refused", "skipped", "secrets", "gaps", "told", "documents");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return read().stream()
                .map(each -> DynamicTest.dynamicTest(each.text("says").orElseThrow(), () -> run(each)));
    }

    @Test
    void everyCodeOccursInACase() throws IOException {
        var met = new TreeSet<String>();
        for (JsonObject each : read()) {
            each.object("expected").texts("told").forEach(told -> met.add(told.split(" ", -1)[1]));
        }
        assertThat(met)
                .contains(
                        "account-list",
                        "activity-log",
                        "answer-denied",
                        "answer-error",
                        "collected-wrong",
                        "empty-folder",
                        "empty-list",
                        "file-twice",
                        "flattened",
                        "id-invalid",
                        "id-missing",
                        "missing-path",
                        "no-documents",
                        "no-source",
                        "not-a-resource",
                        "not-json-ignored",
                        "only-an-id",
                        "page-unread",
                        "policy-definition",
                        "powershell",
                        "powershell-depth",
                        "properties-not-object",
                        "template",
                        "terraform",
                        "type-disagrees");
    }

    private static List<JsonObject> read() throws IOException {
        var cases = new ArrayList<JsonObject>();
        try (Stream<Path> files = Files.list(Tables.ROOT.resolve("source/files/src/test/resources/cases"))) {
            for (Path file : files.sorted().toList()) {
                ((JsonArray) Tables.yaml(file)).forEach(each -> cases.add((JsonObject) each));
            }
        }
        assertThat(cases).as("cases found").hasSizeGreaterThanOrEqualTo(30);
        return cases;
    }

    private void run(JsonObject each) throws IOException {
        JsonObject expected = each.object("expected");
        assertThat(KEYS).containsAll(each.names());
        assertThat(EXPECTED).containsAll(expected.names());
        assertThat(each.text("source")).isPresent();
        Path root = Files.createTempDirectory(folder, "case");
        byte[] input = write(each.object("given"), root);
        List<Path> paths = each.texts("paths").stream()
                .map(path -> path.equals("-") ? FileSource.STANDARD_INPUT : root.resolve(path))
                .toList();
        if (each.get("paths") == null) {
            paths = List.of(input.length > 0 ? FileSource.STANDARD_INPUT : root);
        }
        Reading reading = FileSource.of(paths, new ByteArrayInputStream(input), Tables.secretFields())
                .read();

        assertThat(seen(reading, false)).isEqualTo(expected.texts("observed"));
        assertThat(seen(reading, true)).isEqualTo(expected.texts("embedded"));
        assertThat(reading.account().refused() - reading.files().skipped()).isEqualTo(number(expected, "refused"));
        assertThat(reading.files().skipped()).isEqualTo(number(expected, "skipped"));
        assertThat(reading.files().secrets()).isEqualTo(number(expected, "secrets"));
        assertThat(reading.collected().stream()
                        .map(word -> word.type() + " " + word.scope())
                        .toList())
                .isEqualTo(expected.texts("collected"));
        assertThat(reading.gaps().stream().map(FileSourceCasesTest::said).toList())
                .isEqualTo(expected.texts("gaps"));
        assertThat(reading.diagnostics().stream().map(told -> said(told, root)).toList())
                .isEqualTo(expected.texts("told"));
        if (expected.get("documents") != null) {
            assertThat(JsonArray.of(reading.observations().stream()
                            .map(observation -> observation.resource().document())
                            .toList()))
                    .isEqualTo(expected.array("documents"));
        }
    }

    private static byte[] write(JsonObject given, Path root) throws IOException {
        byte[] input = new byte[0];
        for (String name : given.names()) {
            byte[] text = text(given.get(name)).getBytes(StandardCharsets.UTF_8);
            if (name.equals("-")) {
                input = text;
            } else if (name.endsWith("/")) {
                Files.createDirectories(root.resolve(name));
            } else {
                Files.createDirectories(root.resolve(name).getParent());
                Files.write(root.resolve(name), text);
            }
        }
        return input;
    }

    private static String text(@Nullable JsonValue given) {
        return given instanceof JsonString text ? text.value() : String.valueOf(given);
    }

    /** Embedded observations point into a document that is an observation itself. */
    private static List<String> seen(Reading reading, boolean embedded) {
        var seen = new ArrayList<String>();
        for (FileAccount file : reading.files().files()) {
            assertThat(file.account().documents()).isGreaterThanOrEqualTo(0);
        }
        for (Observation observation : reading.observations()) {
            boolean inside = observation.origin().pointer().tokens().contains("properties")
                    || observation.origin().pointer().tokens().contains("resources");
            if (inside == embedded) {
                ResourceType type = observation.resource().type();
                seen.add(observation.resource().name() + " " + type.text() + " "
                        + observation.resource().detail());
            }
        }
        return seen;
    }

    private static String said(Gap gap) {
        return gap.kind() + " " + gap.type().map(ResourceType::text).orElse("-") + " "
                + gap.scope().map(scope -> scope.name()).orElse("-");
    }

    private static String said(Diagnostic told, Path root) {
        String document = told.place().document().replace(root.toString(), "").replaceFirst("^/", "");
        return told.severity() + " " + told.code() + " " + (document.isEmpty() ? "." : document) + ":"
                + told.place().line() + ":" + told.place().column();
    }

    private static long number(JsonObject expected, String name) {
        return expected.get(name) instanceof JsonNumber number ? Long.parseLong(number.text()) : 0;
    }
}
