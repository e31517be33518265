package dev.demarc.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A part of a whole in percent, the one way for all figures of ours: rounded half-even, but 100 only where it is all and
 * 0 only where it is nothing. Microsoft's own figures are rounded as Microsoft does.
 */
public final class Share {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int DECIMALS = 1;

    private Share() {}

    /** With one decimal; empty when there is nothing to be a part of. */
    public static Optional<BigDecimal> percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? Optional.empty() : Optional.of(percent(part, whole, DECIMALS));
    }

    /** The same of counts. */
    public static Optional<BigDecimal> percent(int part, int whole) {
        return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** With so many decimals of a whole that is not nothing. */
    public static BigDecimal percent(BigDecimal part, BigDecimal whole, int decimals) {
        BigDecimal rounded = part.multiply(ALL).divide(whole, decimals, RoundingMode.HALF_EVEN);
        BigDecimal least = BigDecimal.ONE.movePointLeft(decimals);
        if (rounded.signum() == 0 && part.signum() > 0) {
            return least;
        }
        return rounded.compareTo(ALL) == 0 && part.compareTo(whole) < 0 ? ALL.subtract(least) : rounded;
    }
}
