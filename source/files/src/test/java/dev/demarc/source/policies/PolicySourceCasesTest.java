package dev.demarc.source.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.trial.PolicyTestCase;
import dev.demarc.policy.trial.PolicyTestFile;
import dev.demarc.source.files.FileSource;
import dev.demarc.source.files.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the case files: {@code given} holds files by name, or {@code -} for standard input; {@code expected} says which
 * documents come of them, which tests, what is told and what the account comes to. Where {@code paths} is absent, the
 * folder of all of them is given.
 */
class PolicySourceCasesTest {
    private static final Set<String> KEYS = Set.of("says", "source", "given", "paths", "environment", "expected");
    private static final Set<String> EXPECTED =
            Set.of("documents", "contents", "tests", "told", "account", "gaps", "environments", "places", "library");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\",\\s");

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
        var written = new TreeSet<String>();
        Path room = Tables.ROOT.resolve("source/files/src/main/java/dev/demarc/source/policies");
        try (Stream<Path> files = Files.list(room)) {
            for (Path file : files.toList()) {
                Matcher matcher = CODE.matcher(Files.readString(file));
                while (matcher.find()) {
                    written.add(matcher.group(1));
                }
            }
        }
        assertThat(written).hasSizeGreaterThan(20);
        assertThat(met).containsAll(written);
    }

    private static List<JsonObject> read() throws IOException {
        var cases = new ArrayList<JsonObject>();
        try (Stream<Path> files = Files.list(Tables.ROOT.resolve("source/files/src/test/resources/policies"))) {
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
        var told = new ArrayList<Diagnostic>();
        PolicyReading reading = PolicySource.of(
                paths, new ByteArrayInputStream(input), Tables.secretFields(), each.text("environment"), told::add);

        assertThat(reading.diagnostics()).isEqualTo(told);
        assertThat(reading.documents().stream().map(PolicySourceCasesTest::said).toList())
                .isEqualTo(expected.texts("documents"));
        assertThat(told.stream().map(one -> said(one, root)).toList()).isEqualTo(expected.texts("told"));
        assertThat(reading.tests().stream().flatMap(file -> said(file, root)).toList())
                .isEqualTo(expected.texts("tests"));
        checkRest(reading, expected, root);
    }

    private static void checkRest(PolicyReading reading, JsonObject expected, Path root) {
        if (expected.get("contents") != null) {
            assertThat(JsonArray.of(reading.documents().stream()
                            .map(PolicyDocument::content)
                            .toList()))
                    .isEqualTo(expected.array("contents"));
        }
        expected.object("places")
                .forEach((pointer, place) -> assertThat(
                                shown(reading.documents().getFirst().places().of(JsonPointer.parse(pointer)), root))
                        .as(pointer)
                        .isEqualTo(((JsonString) place).value()));
        expected.text("account")
                .ifPresent(account -> assertThat(said(reading.account())).isEqualTo(account));
        if (expected.get("environments") != null) {
            assertThat(reading.environments()).isEqualTo(expected.texts("environments"));
        }
        assertThat(reading.gaps()).hasSize(expected.texts("gaps").size());
        for (int i = 0; i < reading.gaps().size(); i++) {
            assertThat(reading.gaps().get(i).says())
                    .contains(expected.texts("gaps").get(i));
        }
        var library = PolicyLibrary.of(reading.documents());
        assertThat(library.diagnostics().stream().map(one -> said(one, root)).toList())
                .isEqualTo(expected.texts("library"));
    }

    private static byte[] write(JsonObject given, Path root) throws IOException {
        byte[] input = new byte[0];
        for (String name : given.names()) {
            JsonValue value = Optional.ofNullable(given.get(name)).orElseThrow();
            String text = value instanceof JsonString string ? string.value() : value.toString();
            if (name.equals("-")) {
                input = text.getBytes(StandardCharsets.UTF_8);
            } else if (name.endsWith("/")) {
                Files.createDirectories(root.resolve(name));
            } else {
                Files.createDirectories(root.resolve(name).getParent());
                Files.writeString(root.resolve(name), text);
            }
        }
        return input;
    }

    private static String said(PolicyDocument document) {
        for (String key : List.of("id", "resourceId", "name")) {
            if (document.content().getIgnoreCase(key) instanceof JsonString text) {
                return document.kind() + " " + text.value();
            }
        }
        return document.kind() + " -";
    }

    private static Stream<String> said(PolicyTestFile file, Path root) {
        return file.cases().stream().map(one -> said(file.policy(), root) + ": " + said(one));
    }

    private static String said(PolicyTestFile.Target target, Path root) {
        return switch (target) {
            case PolicyTestFile.Target.Named named -> named.text();
            case PolicyTestFile.Target.InFile file -> "file " + file.document().replace(root + "/", "");
        };
    }

    private static String said(PolicyTestCase one) {
        return one.name() + ": " + one.expectation().word() + " " + one.parameters();
    }

    private static String said(Diagnostic told, Path root) {
        return told.severity() + " " + told.code() + " " + shown(told.place(), root);
    }

    private static String shown(Place place, Path root) {
        String document = place.document().replace(root.toString(), "").replaceFirst("^/", "");
        return (document.isEmpty() ? "." : document) + ":" + place.line() + ":" + place.column();
    }

    private static String said(PolicyAccount account) {
        return account.read() + " read, " + account.leftOut() + " left out, " + account.unopened() + " unopened; "
                + account.taken() + " taken, " + account.refused() + " refused, " + account.others() + " others; "
                + account.policies() + " policies";
    }
}
