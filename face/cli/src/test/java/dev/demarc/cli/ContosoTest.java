package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What the example estate comes to, in whatever the knowledge will learn: figures that no control changes, and sums. The
 * look of reports is pinned where they are made, over a catalogue of their own, so that a new control changes no file.
 */
class ContosoTest {
    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");

    @Test
    void theTextSaysWhatWasReadAndMicrosoftsScore() {
        for (String width : List.of("80", "160")) {
            String text =
                    Run.demarc("assess", "examples/contoso", "--width", width).out();
            assertThat(text)
                    .startsWith("COMPLETE: all that was given was read, and nothing it needs is missing")
                    .contains("185 = 185 observed + 0 refused")
                    .contains("subscriptions  3")
                    .contains("contoso-production")
                    .contains("65.33%    35.93   55  the same")
                    .contains("Most severe: these do not hold")
                    .contains("What to do first");
        }
    }

    @Test
    void theFiguresAddUp() {
        JsonObject assessment =
                Run.demarc("assess", "examples/contoso", "--format", "json").json();
        JsonObject coverage = assessment.object("coverage");
        assertThat(sum(coverage.object("states"))).isEqualTo(number(coverage, "customers"));
        assertThat(sum(coverage.object("sides"))).isEqualTo(classified(assessment) * 13);
        JsonObject verdicts = assessment.object("counts").object("verdicts");
        assertThat(sum(verdicts)).isEqualTo(assessment.array("findings").size());
        assertThat(number(verdicts, "unknown")).isZero();
        assertThat(number(assessment.object("counts"), "resources"))
                .isEqualTo(assessment.array("resources").size());
    }

    @Test
    void recommendationsComeBySeverityAndThenByGain() {
        List<JsonObject> recommendations =
                Run.demarc("assess", "examples/contoso", "--format", "json").json().array("recommendations").stream()
                        .map(JsonObject.class::cast)
                        .toList();
        assertThat(recommendations)
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparingInt((JsonObject each) ->
                                SEVERITIES.indexOf(each.text("severity").orElseThrow()))
                        .thenComparing(ContosoTest::gain, Comparator.reverseOrder()));
    }

    private static BigDecimal gain(JsonObject recommendation) {
        return ((JsonNumber) member(recommendation, "gain")).decimal();
    }

    private static JsonValue member(JsonValue object, String name) {
        return Objects.requireNonNull(((JsonObject) object).get(name));
    }

    private static long classified(JsonObject assessment) {
        return assessment.array("resources").stream()
                .filter(resource -> !((JsonObject) resource).array("cells").isEmpty())
                .count();
    }

    private static long sum(JsonObject counts) {
        return counts.names().stream().mapToLong(name -> number(counts, name)).sum();
    }

    private static long number(JsonObject object, String name) {
        return object.get(name) instanceof JsonNumber number ? Long.parseLong(number.text()) : -1;
    }
}
