package dev.demarc.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.check.Verdict;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Law;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.CatalogueReader;
import dev.demarc.knowledge.Side;
import dev.demarc.knowledge.TestCatalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Catalogue CATALOGUE = TestCatalogue.CATALOGUE;
    private static final String M1 = "/subscriptions/AAAA/providers/Contoso.Compute/machines/m1";
    private static final String M2 = "/subscriptions/aaaa/providers/Contoso.Compute/machines/m2";

    @Test
    void aScoreByHand() {
        Score score = Score.of(
                List.of(
                        Findings.of("os-patched", M1, Verdict.COMPLIANT),
                        Findings.of("os-patched", M2, Verdict.NON_COMPLIANT),
                        Findings.of("data-encrypted", M1, Verdict.COMPLIANT),
                        Findings.of("data-encrypted", M2, Verdict.UNKNOWN),
                        Findings.of("data-private", M1, Verdict.EXEMPT)),
                CATALOGUE);
        assertThat(score.points()).isEqualTo(points("8.00", "11.00", "16.00"));
        assertThat(score.points().percent()).contains(new BigDecimal("50.0"));
        assertThat(score.controls().stream().map(control -> control.control().id()))
                .containsExactly("data-encrypted", "data-private", "os-patched");
        assertThat(score.byArea())
                .containsEntry("compute", points("5.00", "5.00", "10.00"))
                .containsEntry("storage", points("3.00", "6.00", "6.00"));
    }

    /** Some resource providers write the subscription's id in capitals; it is one subscription all the same. */
    @Test
    void aSubscriptionIsOneHoweverItIsWritten() {
        Score score = Score.of(
                List.of(
                        Findings.of("os-patched", M1, Verdict.COMPLIANT),
                        Findings.of("os-patched", M2, Verdict.NON_COMPLIANT),
                        Findings.of("os-patched", "/providers/Contoso.Compute/machines/m", Verdict.COMPLIANT)),
                CATALOGUE);
        assertThat(score.bySubscription()).containsOnlyKeys("", "aaaa");
        assertThat(score.bySubscription()).containsEntry("aaaa", points("5.00", "5.00", "10.00"));
    }

    @Test
    void onlyTheCustomersSideCounts() {
        for (Side side : Side.values()) {
            Score score = Score.of(
                    List.of(Findings.of("os-patched", M1, Verdict.COMPLIANT, Optional.of(side), Optional.of("ada"))),
                    CATALOGUE);
            boolean counts = side == Side.CUSTOMER || side == Side.SHARED;
            assertThat(score.controls().isEmpty()).as(side.word()).isEqualTo(!counts);
            assertThat(score.points()).isEqualTo(counts ? points("10.00", "10.00", "10.00") : Points.NONE);
            assertThat(score.byOwner().containsKey("ada")).isEqualTo(counts);
        }
        var unclassified = Findings.of("os-patched", M1, Verdict.COMPLIANT, Optional.empty(), Optional.empty());
        assertThat(Score.of(List.of(unclassified), CATALOGUE).points().max()).isEqualByComparingTo("10");
    }

    @Test
    void aControlThatAppliesToNothingIsNotScored() {
        Score score = Score.of(List.of(Findings.of("os-patched", M1, Verdict.NOT_APPLICABLE)), CATALOGUE);
        assertThat(score.controls()).isEmpty();
        assertThat(score.points().percent()).isEmpty();
    }

    @Test
    void aSeverityWithoutPointsIsABrokenCatalogue() {
        var pointless = new ArrayList<>(List.of(Findings.of("os-patched", M1, Verdict.COMPLIANT)));
        var compiled = JsonObject.builder();
        TestCatalogue.COMPILED.forEach(compiled::put);
        compiled.set("weights", JsonArray.of());
        Catalogue broken = CatalogueReader.read(compiled.build());
        assertThatThrownBy(() -> Score.of(pointless, broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no points for severity CRITICAL");
    }

    @Test
    void partsAddUpAndOrderDoesNotMatter() {
        Law.holds(random -> {
            List<SidedFinding> findings = Findings.generated(random);
            Score score = Score.of(findings, CATALOGUE);
            assertThat(score.byArea().values().stream().reduce(Points.NONE, Points::plus))
                    .isEqualTo(score.points());
            assertThat(score.controls().stream().map(ControlScore::points).reduce(Points.NONE, Points::plus))
                    .isEqualTo(score.points());
            for (ControlScore control : score.controls()) {
                assertThat(control.tally().counted() + control.tally().exempt()).isPositive();
            }
            var shuffled = new ArrayList<>(findings);
            Collections.shuffle(shuffled, random);
            Score other = Score.of(shuffled, CATALOGUE);
            assertThat(other).isEqualTo(score);
            assertThat(Recommendation.of(shuffled, other)).isEqualTo(Recommendation.of(findings, score));
        });
    }

    @Test
    void aPartIsTheScoreOfThatPart() {
        Law.holds(random -> {
            List<SidedFinding> findings = Findings.generated(random);
            Score score = Score.of(findings, CATALOGUE);
            score.byOwner()
                    .forEach((owner, points) -> assertThat(points)
                            .isEqualTo(Score.of(
                                            findings.stream()
                                                    .filter(finding -> finding.owner()
                                                            .orElse("")
                                                            .equals(owner))
                                                    .toList(),
                                            CATALOGUE)
                                    .points()));
            score.bySubscription()
                    .forEach((subscription, points) -> assertThat(points)
                            .isEqualTo(Score.of(
                                            findings.stream()
                                                    .filter(finding -> finding.resource()
                                                            .id()
                                                            .subscription()
                                                            .orElse("")
                                                            .equals(subscription))
                                                    .toList(),
                                            CATALOGUE)
                                    .points()));
        });
    }

    @Test
    void whatIsNotTheCustomersNeverMovesTheScore() {
        Law.holds(random -> {
            List<SidedFinding> findings = Findings.generated(random);
            List<SidedFinding> changed = findings.stream()
                    .map(finding -> finding.isCustomers() ? finding : Findings.with(finding, Verdict.NON_COMPLIANT))
                    .toList();
            assertThat(Score.of(changed, CATALOGUE)).isEqualTo(Score.of(findings, CATALOGUE));
            assertThat(Score.of(
                            findings.stream().filter(SidedFinding::isCustomers).toList(), CATALOGUE))
                    .isEqualTo(Score.of(findings, CATALOGUE));
        });
    }

    @Test
    void theScoreIsBetweenWhatIsCertainAndWhatCanBe() {
        Law.holds(random -> {
            List<SidedFinding> findings = Findings.generated(random);
            Points points = Score.of(findings, CATALOGUE).points();
            assertThat(points.current()).isLessThanOrEqualTo(points.best());
            assertThat(points.best()).isLessThanOrEqualTo(points.max());
            List<SidedFinding> hoped = findings.stream()
                    .map(finding -> finding.verdict() == Verdict.UNKNOWN || finding.verdict() == Verdict.ERROR
                            ? Findings.with(finding, Verdict.COMPLIANT)
                            : finding)
                    .toList();
            assertThat(Score.of(hoped, CATALOGUE).points().current())
                    .as("best is what comes of it when all that was not seen holds")
                    .isEqualTo(points.best());
        });
    }

    @Test
    void doingWhatIsRecommendedGainsExactlyWhatItSays() {
        Law.holds(random -> {
            List<SidedFinding> findings = Findings.generated(random);
            Score before = Score.of(findings, CATALOGUE);
            for (Recommendation recommendation : Recommendation.of(findings, before)) {
                Set<SidedFinding> fixed = new HashSet<>(recommendation.affected());
                Score after = Score.of(
                        findings.stream()
                                .map(finding ->
                                        fixed.contains(finding) ? Findings.with(finding, Verdict.COMPLIANT) : finding)
                                .toList(),
                        CATALOGUE);
                assertThat(after.points().current().subtract(before.points().current()))
                        .isEqualByComparingTo(recommendation.gain());
                assertThat(after.points().max()).isEqualTo(before.points().max());
                assertThat(recommendation.gainPercent())
                        .isEqualByComparingTo(recommendation
                                .gain()
                                .movePointRight(2)
                                .divide(before.points().max(), 2, RoundingMode.HALF_EVEN));
            }
        });
    }

    @Test
    void everyFailureOfTheCustomersIsRecommendedOnceGreatestGainFirst() {
        Law.holds(random -> {
            List<SidedFinding> findings = Findings.generated(random);
            List<Recommendation> recommendations = Recommendation.of(findings, Score.of(findings, CATALOGUE));
            assertThat(recommendations.stream().flatMap(recommendation -> recommendation.affected().stream()))
                    .containsExactlyInAnyOrderElementsOf(findings.stream()
                            .filter(finding -> finding.verdict() == Verdict.NON_COMPLIANT && finding.isCustomers())
                            .toList());
            for (Recommendation recommendation : recommendations) {
                assertThat(recommendation.affected().stream()
                                .map(finding -> finding.resource().id()))
                        .isSorted();
            }
            for (int i = 1; i < recommendations.size(); i++) {
                Recommendation first = recommendations.get(i - 1);
                Recommendation next = recommendations.get(i);
                assertThat(first.control().severity())
                        .isLessThanOrEqualTo(next.control().severity());
                if (first.control().severity() == next.control().severity()) {
                    assertThat(first.gain()).isGreaterThanOrEqualTo(next.gain());
                }
            }
        });
    }

    @Test
    void aRecommendationAffectsSomething() {
        assertThatThrownBy(() -> new Recommendation(
                        TestCatalogue.control("os-patched"), List.of(), BigDecimal.ONE, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a recommendation that affects nothing recommends nothing");
    }

    private static Points points(String current, String best, String max) {
        return new Points(new BigDecimal(current), new BigDecimal(best), new BigDecimal(max));
    }
}
