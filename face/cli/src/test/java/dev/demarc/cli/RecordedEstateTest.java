package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large estate recorded from real services: every document is accounted for, and all sums add up. */
class RecordedEstateTest {
    private static final Path RECORDED =
            Run.ROOT.resolve("../shared/data/estate/estate.jsonl.gz").normalize();

    @TempDir
    Path folder;

    @BeforeAll
    static void present() {
        assumeTrue(Files.exists(RECORDED), "the recorded estate is not beside the project: skipped");
    }

    @Test
    void everyDocumentIsAccountedForAndSumsAddUp() throws IOException {
        Path file = folder.resolve("assessment.json");
        Run.Ended ended = Run.demarc("assess", RECORDED.toString(), "--format", "json", "--out", file.toString());
        assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE.number());
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isEmpty();
        Map<String, Long> lengths = new HashMap<>();
        JsonObject assessment = head(file, lengths);

        JsonObject account = assessment.object("account");
        assertThat(number(account, "documents")).isEqualTo(22_660);
        assertThat(number(account, "observed") + number(account, "refused")).isEqualTo(22_660);
        JsonObject counts = assessment.object("counts");
        assertThat(number(counts, "resources"))
                .isEqualTo(number(account, "observed") + number(account, "embedded") - number(account, "seenAgain"))
                .isEqualTo(lengths.get("resources"));

        long findings = lengths.getOrDefault("findings", -1L);
        assertThat(sum(counts.object("verdicts"))).isEqualTo(findings);
        assertThat(sum(counts.object("customersVerdicts")) + sum(counts.object("othersVerdicts")))
                .isLessThanOrEqualTo(findings);

        JsonObject coverage = assessment.object("coverage");
        long customers = number(coverage, "customers");
        assertThat(sum(coverage.object("states"))).isEqualTo(customers).isPositive();
        long inLayers = 0;
        for (JsonValue layer : coverage.array("layers")) {
            JsonObject sides = ((JsonObject) layer).object("sides");
            long states = sum(((JsonObject) layer).object("states"));
            assertThat(states).isEqualTo(number(sides, "customer") + number(sides, "shared"));
            inLayers += states;
        }
        assertThat(inLayers).isEqualTo(customers);
    }

    @Test
    void theTextSaysFirstThatItIsIncomplete() {
        Run.Ended ended = Run.demarc("assess", RECORDED.toString(), "--top", "1");
        assertThat(ended.firstLine()).startsWith("INCOMPLETE: ");
        assertThat(ended.out()).contains("22,660 = 22,658 observed + 2 refused");
        assertThat(ended.out().toLowerCase(Locale.ROOT)).doesNotContain("exception");
    }

    /** The document without its longest arrays, of which only the lengths are taken: an item stands on a line. */
    private static JsonObject head(Path file, Map<String, Long> lengths) throws IOException {
        var head = new StringBuilder();
        try (Stream<String> lines = Files.lines(file)) {
            String array = "";
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.matches("\"(resources|findings|policies|states)\": \\[")) {
                    array = line.substring(1, line.lastIndexOf('"'));
                    head.append(line).append('\n');
                } else if (!array.isEmpty() && line.startsWith("{")) {
                    lengths.merge(array, 1L, Long::sum);
                } else {
                    array = "";
                    head.append(line).append('\n');
                }
            }
        }
        return new Run.Ended(0, head.toString(), "").json();
    }

    private static long number(JsonObject object, String name) {
        return object.get(name) instanceof JsonNumber number ? Long.parseLong(number.text()) : -1;
    }

    private static long sum(JsonObject numbers) {
        return numbers.names().stream().mapToLong(name -> number(numbers, name)).sum();
    }
}
