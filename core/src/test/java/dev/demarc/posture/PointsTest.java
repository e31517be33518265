package dev.demarc.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Verdict;
import dev.demarc.document.Cases;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Law;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PointsTest {
    private static final Set<String> GIVEN =
            Set.of("worth", "compliant", "nonCompliant", "exempt", "unknown", "error", "notApplicable");

    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.of("posture", "points", GIVEN, given -> {
            var tally = new Tally(
                    number(given, "compliant"),
                    number(given, "nonCompliant"),
                    number(given, "exempt"),
                    number(given, "unknown"),
                    number(given, "error"),
                    number(given, "notApplicable"));
            Points points = Points.of(number(given, "worth"), tally);
            return JsonObject.builder()
                    .put("counted", tally.counted())
                    .put("current", JsonNumber.of(points.current()))
                    .put("best", JsonNumber.of(points.best()))
                    .put("max", JsonNumber.of(points.max()))
                    .put("percent", Cases.text(points.percent()))
                    .put("bestPercent", Cases.text(points.bestPercent()))
                    .build();
        });
    }

    private static int number(JsonObject given, String name) {
        return given.get(name) instanceof JsonNumber number ? number.decimal().intValueExact() : 0;
    }

    @Test
    void talliesAddUpInAnyOrder() {
        Law.holds(random -> {
            Tally a = tally(random);
            Tally b = tally(random);
            Tally c = tally(random);
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(Tally.NONE)).isEqualTo(a);
            assertThat(a.plus(b).counted()).isEqualTo(a.counted() + b.counted());
        });
    }

    @Test
    void pointsAddUpInAnyOrder() {
        Law.holds(random -> {
            Points a = points(random);
            Points b = points(random);
            Points c = points(random);
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(Points.NONE)).isEqualTo(a);
        });
    }

    @Test
    void currentIsAtMostBestIsAtMostMaxAndNearTheExactShare() {
        Law.holds(random -> {
            Tally tally = tally(random);
            int worth = random.nextInt(11);
            Points points = Points.of(worth, tally);
            assertThat(points.current()).isBetween(BigDecimal.ZERO, points.best());
            assertThat(points.best()).isBetween(BigDecimal.ZERO, points.max());
            for (BigDecimal figure : List.of(points.current(), points.best(), points.max())) {
                assertThat(figure.scale()).isEqualTo(2);
            }
            if (tally.counted() > 0) {
                BigDecimal exact = BigDecimal.valueOf((long) worth * tally.compliant())
                        .divide(BigDecimal.valueOf(tally.counted()), MathContext.DECIMAL128);
                assertThat(points.current().subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
            }
        });
    }

    @Test
    void whatWasNotSeenLowersCurrentAndNotBest() {
        Law.holds(random -> {
            Tally tally = tally(random);
            Verdict unseen = random.nextBoolean() ? Verdict.UNKNOWN : Verdict.ERROR;
            int worth = 1 + random.nextInt(10);
            if (tally.counted() > 0) {
                Points before = Points.of(worth, tally);
                Points after = Points.of(worth, tally.plus(Tally.of(unseen)));
                assertThat(after.current()).isLessThanOrEqualTo(before.current());
                assertThat(after.best()).isGreaterThanOrEqualTo(before.best());
                assertThat(Points.of(worth, tally.plus(Tally.of(Verdict.EXEMPT))))
                        .isEqualTo(before);
                assertThat(Points.of(worth, tally.plus(Tally.of(Verdict.NOT_APPLICABLE))))
                        .isEqualTo(before);
            }
        });
    }

    @Test
    void aVerdictIsCountedOnce() {
        for (Verdict verdict : Verdict.values()) {
            Tally tally = Tally.of(verdict);
            assertThat(tally.compliant()
                            + tally.nonCompliant()
                            + tally.exempt()
                            + tally.unknown()
                            + tally.error()
                            + tally.notApplicable())
                    .isEqualTo(1);
            assertThat(tally.counted())
                    .isEqualTo(verdict == Verdict.EXEMPT || verdict == Verdict.NOT_APPLICABLE ? 0 : 1);
        }
    }

    private static Tally tally(Random random) {
        return new Tally(
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(3),
                random.nextInt(3),
                random.nextInt(3),
                random.nextInt(3));
    }

    private static Points points(Random random) {
        return Points.of(random.nextInt(11), tally(random));
    }
}
