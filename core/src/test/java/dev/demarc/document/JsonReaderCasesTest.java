package dev.demarc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the case files of {@code document/cases}: an input as text (several pieces are joined, {@code repeat} repeats
 * one) or base64, and what the reader tells of it.
 */
class JsonReaderCasesTest {
    private static final Set<String> KEYS = Set.of("says", "source", "given", "spread", "expected");
    private static final Set<String> GIVEN = Set.of("text", "base64", "repeat", "times", "end", "charset", "gzip");
    private static final Set<String> EXPECTED = Set.of("values", "envelopes", "lost");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return read().stream()
                .map(each -> DynamicTest.dynamicTest(each.text("says").orElseThrow(), () -> run(each)));
    }

    @Test
    void everyCodeOccursInACase() throws IOException {
        var met = new TreeSet<String>();
        for (JsonObject each : read()) {
            each.object("expected")
                    .array("lost")
                    .forEach(lost -> met.add(((JsonObject) lost).text("code").orElse("")));
        }
        assertThat(met)
                .contains(
                        "binary",
                        "control-character",
                        "duplicate-name",
                        "empty",
                        "encoding-invalid",
                        "encoding-utf16-without-bom",
                        "escape-invalid",
                        "gzip-corrupt",
                        "gzip-trailing-garbage",
                        "gzip-truncated",
                        "html",
                        "line-cut-short",
                        "lone-surrogate",
                        "name-not-quoted",
                        "name-too-long",
                        "not-a-number",
                        "not-json",
                        "number-out-of-range",
                        "string-not-closed",
                        "syntax",
                        "too-deep",
                        "trailing-comma",
                        "trailing-garbage",
                        "truncated");
    }

    private static List<JsonObject> read() throws IOException {
        Path folder = Path.of(System.getProperty("demarc.root", ".."), "core/src/test/resources/document/cases");
        var cases = new ArrayList<JsonObject>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                try (var in = Files.newInputStream(file)) {
                    var problems = new ArrayList<Diagnostic>();
                    var located = LocatedJson.read(in, file.getFileName().toString(), problems::add);
                    assertThat(problems).isEmpty();
                    ((JsonArray) located.orElseThrow().value()).forEach(each -> cases.add((JsonObject) each));
                }
            }
        }
        assertThat(cases).as("cases found").hasSizeGreaterThan(30);
        return cases;
    }

    private static void run(JsonObject each) throws IOException {
        assertThat(KEYS).containsAll(each.names());
        assertThat(each.text("source")).isPresent();
        assertThat(GIVEN).containsAll(each.object("given").names());
        assertThat(EXPECTED).containsAll(each.object("expected").names());
        Spread spread = each.get("spread") == JsonBoolean.FALSE ? Spread.NOTHING : Spread.of("value", "data");
        byte[] input = input(each.object("given"));
        var whole = Recorded.of(input, spread);
        assertThat(Recorded.of(Recorded.byteByByte(input), spread, Bounds.DEFAULT).events)
                .as("byte by byte")
                .isEqualTo(whole.events);
        assertThat(whole.values)
                .isEqualTo(each.object("expected").array("values").values());
        assertThat(whole.envelopes)
                .isEqualTo(each.object("expected").array("envelopes").values());
        assertThat(JsonArray.of(
                        whole.problems.stream().map(JsonReaderCasesTest::told).toList()))
                .isEqualTo(each.object("expected").array("lost"));
    }

    private static JsonObject told(Diagnostic problem) {
        return JsonObject.builder()
                .put("code", problem.code())
                .put("line", problem.place().line())
                .put("column", problem.place().column())
                .put("message", problem.message())
                .build();
    }

    private static byte[] input(JsonObject given) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(Base64.getDecoder().decode(given.text("base64").orElse("")));
        String times = given.get("times") instanceof JsonNumber number ? number.text() : "0";
        String text = given.text("text").orElse("")
                + given.text("repeat").orElse("").repeat(Integer.parseInt(times))
                + given.text("end").orElse("");
        bytes.write(text.getBytes(given.text("charset").map(Charset::forName).orElse(StandardCharsets.UTF_8)));
        return given.get("gzip") == JsonBoolean.TRUE
                ? JsonReaderLawsTest.gzip(bytes.toByteArray())
                : bytes.toByteArray();
    }
}
