package dev.demarc.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.document.Cases;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.SharedData;
import dev.demarc.document.TestJson;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Observation;
import dev.demarc.estate.ResourceType;
import dev.demarc.estate.Seen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SecureScoreTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.of(
                "posture",
                "secure-score",
                Set.of("documents"),
                given -> SecureScore.of(estate(given.array("documents")))
                        .map(SecureScoreTest::answers)
                        .orElseGet(() ->
                                JsonObject.builder().put("score", JsonNull.NULL).build()));
    }

    private static JsonObject answers(SecureScore score) {
        var subscriptions = new ArrayList<JsonValue>();
        for (var subscription : score.subscriptions()) {
            subscriptions.add(JsonObject.builder()
                    .put("subscription", subscription.subscription())
                    .put("current", JsonNumber.of(subscription.current()))
                    .put("max", JsonNumber.of(subscription.max()))
                    .put("percentage", JsonNumber.of(subscription.percentage()))
                    .put("weight", JsonNumber.of(subscription.weight()))
                    .put("differs", subscription.differsFromReported())
                    .put(
                            "controls",
                            Cases.texts(subscription.controls().stream().map(SecureScoreTest::line)))
                    .build());
        }
        return JsonObject.builder()
                .put("score", "computed")
                .put("percentage", JsonNumber.of(score.percentage()))
                .put("subscriptions", JsonArray.of(subscriptions))
                .build();
    }

    private static String line(SecureScore.ControlResult control) {
        return control.title() + ": " + control.healthy() + " healthy, " + control.unhealthy() + " unhealthy, "
                + control.notApplicable() + " not applicable, " + control.current() + " of "
                + control.max().toPlainString() + ", " + control.percentage();
    }

    /** Recorded from Defender for Cloud in 2020, to be reproduced to the cent. */
    @Test
    void reproducesWhatDefenderAnswered() {
        JsonArray controls = value("defender/secureScoreControls.json.gz");
        JsonArray scores = value("defender/secureScores.json.gz");
        var all = new ArrayList<JsonValue>(controls.values());
        all.addAll(scores.values());
        SecureScore score = SecureScore.of(estate(JsonArray.of(all))).orElseThrow();

        assertThat(score.subscriptions()).hasSize(1);
        var subscription = score.subscriptions().getFirst();
        assertThat(subscription.controls()).hasSize(16);
        var reported = new HashMap<String, JsonObject>();
        for (JsonValue control : controls) {
            var object = (JsonObject) control;
            reported.put(
                    object.text("name").orElseThrow(),
                    object.object("properties").object("score"));
        }
        for (var control : subscription.controls()) {
            JsonObject answer = Optional.ofNullable(reported.get(control.id())).orElseThrow();
            assertThat(control.current()).as(control.title()).isEqualByComparingTo(number(answer, "current"));
            assertThat(control.percentage()).as(control.title()).isEqualByComparingTo(number(answer, "percentage"));
        }
        assertThat(subscription.current()).isEqualByComparingTo("28.84");
        assertThat(subscription.max()).isEqualByComparingTo("60");
        assertThat(subscription.percentage()).isEqualByComparingTo("0.4807");
        assertThat(subscription.weight()).isEqualByComparingTo("266");
        assertThat(subscription.reported())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("28.84"));
        assertThat(subscription.differsFromReported()).isFalse();
    }

    /** The recordings of assessments and controls are of different days, so their figures are not compared. */
    @Test
    void countsRecordedAssessments() {
        var all = new ArrayList<JsonValue>(value("defender/assessments.json.gz").values());
        all.addAll(value("defender/secureScoreControlDefinitions.json.gz").values());
        all.addAll(value("defender/assessmentMetadata.json.gz").values());
        Estate estate = estate(JsonArray.of(all));
        SecureScore score = SecureScore.of(estate).orElseThrow();
        assertThat(score.subscriptions()).hasSize(1);
        var subscription = score.subscriptions().getFirst();
        assertThat(subscription.controls()).hasSize(16);
        assertThat(subscription.current()).isBetween(BigDecimal.ONE, subscription.max());
        int assessments =
                estate.ofType(ResourceType.of("Microsoft.Security/assessments")).size();
        assertThat(subscription.controls())
                .allMatch(control -> control.healthy() + control.unhealthy() + control.notApplicable() <= assessments);
    }

    /** Counts that cannot be counts and definitions that were only listed would make the figure better than it is. */
    @Test
    void whatCannotBeCountedMakesNoScore() {
        assertThat(control("5", "-4", "10")).isEmpty();
        assertThat(control("-1", "2", "10")).isEmpty();
        assertThat(control("0.5", "1", "10")).isEmpty();
        assertThat(control("4294967297", "1", "10")).isEmpty();
        assertThat(control("1e300", "1", "10")).isEmpty();
        assertThat(control("1", "1", "-10")).isEmpty();
        assertThat(control("2147483647", "2147483647", "10").orElseThrow().percentage())
                .isEqualByComparingTo("0.5");

        String whole = "\"maxScore\": 10, \"assessmentDefinitions\": [{\"id\": \"/x/a\"}]";
        assertThat(defined(whole)).isPresent();
        assertThat(defined("\"maxScore\": 10")).isEmpty();
        assertThat(defined("\"assessmentDefinitions\": [{\"id\": \"/x/a\"}]")).isEmpty();
    }

    private static Optional<SecureScore> control(String healthy, String unhealthy, String max) {
        return SecureScore.of(estate((JsonArray) TestJson.of("""
                [{"id": "/subscriptions/1/providers/Microsoft.Security/secureScores/ascScore/secureScoreControls/a",
                  "properties": {"healthyResourceCount": %s, "unhealthyResourceCount": %s, "score": {"max": %s}}}]
                """.formatted(healthy, unhealthy, max))));
    }

    /** Two controls of one healthy resource each, the second defined so. */
    private static Optional<SecureScore> defined(String second) {
        return SecureScore.of(estate((JsonArray) TestJson.of("""
                [{"id": "/subscriptions/1/providers/Microsoft.Security/assessments/a",
                  "properties": {"status": {"code": "Healthy"}}},
                 {"id": "/providers/Microsoft.Security/secureScoreControlDefinitions/one",
                  "properties": {"maxScore": 5, "assessmentDefinitions": [{"id": "/x/a"}]}},
                 {"id": "/providers/Microsoft.Security/secureScoreControlDefinitions/two", "properties": {%s}}]
                """.formatted(second))));
    }

    @Test
    void aScoreOfNothingIsNoScore() {
        assertThat(SecureScore.of(Estate.of(List.of(), List.of()))).isEmpty();
        assertThatThrownBy(() -> new SecureScore(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a secure score needs at least one subscription");
    }

    private static BigDecimal number(JsonObject owner, String name) {
        return owner.get(name) instanceof JsonNumber number ? number.decimal() : new BigDecimal("-1");
    }

    private static JsonArray value(String file) {
        return ((JsonObject) TestJson.in(SharedData.file(file))).array("value");
    }

    private static Estate estate(JsonArray documents) {
        List<Observation> seen = documents.stream()
                .map(document -> Seen.of((JsonObject) document))
                .toList();
        return Estate.of(seen, List.of());
    }
}
