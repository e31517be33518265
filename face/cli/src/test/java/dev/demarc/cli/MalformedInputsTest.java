package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is given: one sentence with its place and a hint, the exit code that it deserves, nothing else lost, nothing
 * unseen called clean.
 */
class MalformedInputsTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> alone() {
        return Malformed.all().stream().map(each -> DynamicTest.dynamicTest(each.says(), () -> alone(each)));
    }

    private void alone(Malformed each) throws IOException {
        Path own = Files.createTempDirectory(folder, "alone");
        Path file = Files.write(own.resolve(each.file()), each.bytes().get());
        if (each.exit() == 0) {
            Files.writeString(own.resolve("collected.json"), Malformed.word());
        }
        Run.Ended text = Run.demarc("assess", own.toString());
        Run.Ended ended = Run.demarc("assess", own.toString(), "--format", "json");
        JsonObject assessment = ended.json();
        assertThat(ended.code()).isEqualTo(text.code()).as(text.out()).isEqualTo(each.exit());
        assertThat(ended.err()).isEmpty();
        assertThat(text.out() + text.err()).doesNotContain("Exception", "OutOfMemory", "\tat ");
        long resources = number(assessment.object("counts"), "resources");
        if (each.resources() < 0) {
            assertThat(resources).as("what stands before the damage").isPositive();
        } else {
            assertThat(resources).isEqualTo(each.resources());
        }
        assertThat(text.firstLine())
                .startsWith(each.exit() == 0 ? "COMPLETE: " : resources == 0 ? "NOTHING SEEN: " : "INCOMPLETE: ");
        if (!each.code().isEmpty()) {
            assertThat(told(assessment, each.code())).as(text.out()).first().satisfies(problem -> {
                assertThat(problem.text("message").orElse("")).isNotBlank().doesNotEndWith(".");
                assertThat(problem.text("hint").orElse("")).isNotBlank();
                assertThat(problem.toString()).contains(file.getFileName().toString());
            });
        }
    }

    @Test
    void amongGoodFilesNothingElseIsLost() throws IOException {
        long resources = 0;
        Path mixed = Files.createDirectory(folder.resolve("mixed"));
        int number = 0;
        for (Malformed each : Malformed.all()) {
            Path own = Files.createDirectory(mixed.resolve("%02d".formatted(number++)));
            Files.write(own.resolve(each.file()), each.bytes().get());
        }
        Files.createDirectory(mixed.resolve("empty"));
        try (Stream<Path> contoso = Files.walk(Path.of("examples/contoso"))) {
            for (Path file : contoso.filter(Files::isRegularFile).toList()) {
                Path copy = mixed.resolve("contoso")
                        .resolve(Path.of("examples/contoso").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                resources++;
            }
        }
        assertThat(resources).isPositive();
        JsonObject good =
                Run.demarc("assess", "examples/contoso", "--format", "json").json();
        Run.Ended ended = Run.demarc("assess", mixed.toString(), "--format", "json");
        JsonObject all = ended.json();
        assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE.number());
        assertThat(all.array("resources").values())
                .containsAll(good.array("resources").values());
        assertThat(all.array("findings").values())
                .containsAll(good.array("findings").values());
        for (Malformed each : Malformed.all()) {
            if (!each.code().isEmpty()) {
                assertThat(told(all, each.code())).as(each.says()).isNotEmpty();
            }
        }
    }

    @Test
    void twoFilesThatDisagreeAreTold() throws IOException {
        Files.writeString(folder.resolve("monday.json"), Malformed.one("a"));
        Files.writeString(folder.resolve("tuesday.json"), Malformed.one("a").replace("\"a\":1}", "\"a\":2}"));
        Files.writeString(folder.resolve("word.json"), Malformed.word());
        Run.Ended ended = Run.demarc("assess", folder.toString(), "--format", "json");
        assertThat(ended.code()).isZero();
        assertThat(told(ended.json(), "read-twice-differently")).hasSize(1);
    }

    @Test
    void namesOfResourcesCannotSteerTheTerminal() throws IOException {
        String red = Malformed.one("x")
                .replace("\"name\":\"x\"", "\"name\":\"\\u001b[31mx\"")
                .replace("/x\"", "/\\u001b[31mx\"");
        Files.writeString(folder.resolve("a.json"), "[" + red + "]");
        for (String format : List.of("text", "json", "csv", "html")) {
            assertThat(Run.demarc("assess", folder.toString(), "--format", format)
                            .out())
                    .doesNotContain("\u001b");
        }
    }

    private static List<JsonObject> told(JsonObject assessment, String code) {
        return assessment.array("diagnostics").values().stream()
                .map(JsonObject.class::cast)
                .filter(problem -> problem.text("code").orElse("").equals(code))
                .toList();
    }

    private static long number(JsonObject object, String name) {
        return object.get(name) instanceof JsonNumber number ? Long.parseLong(number.text()) : -1;
    }
}
