package dev.demarc.posture;

import dev.demarc.check.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Points reached, points that would be reached if everything not seen were right, and points that can be had.
 *
 * @param current reached for certain, 2 decimals
 * @param best the most it can be, given what was not seen, 2 decimals
 * @param max what can be had
 */
public record Points(BigDecimal current, BigDecimal best, BigDecimal max) {
    /** No points at stake. */
    public static final Points NONE =
            new Points(new BigDecimal("0.00"), new BigDecimal("0.00"), new BigDecimal("0.00"));

    /** The points of one control worth so much, by the published formula; none when nothing counts. */
    public static Points of(int worth, Tally tally) {
        if (tally.counted() == 0) {
            return NONE;
        }
        return new Points(
                share(worth, tally.compliant(), tally.counted()),
                share(worth, tally.counted() - tally.nonCompliant(), tally.counted()),
                BigDecimal.valueOf(worth).setScale(2));
    }

    /** {@code worth x part / whole}, rounded half-even to 2 decimals, as Microsoft's Secure Score rounds. */
    static BigDecimal share(int worth, int part, int whole) {
        return BigDecimal.valueOf((long) worth * part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_EVEN);
    }

    /** Both together. */
    public Points plus(Points other) {
        return new Points(current.add(other.current), best.add(other.best), max.add(other.max));
    }

    /** Reached of what can be had, in percent with 1 decimal; empty when there is nothing to be had. */
    public Optional<BigDecimal> percent() {
        return percent(current);
    }

    /** The most it can be, in percent with 1 decimal; empty when there is nothing to be had. */
    public Optional<BigDecimal> bestPercent() {
        return percent(best);
    }

    private Optional<BigDecimal> percent(BigDecimal reached) {
        return Share.percent(reached, max);
    }
}
