package dev.demarc.posture;

import dev.demarc.check.Verdict;

/** How many resources got which verdict. Adding tallies is associative, so parts of an estate add up to the whole. */
public record Tally(int compliant, int nonCompliant, int exempt, int unknown, int error, int notApplicable) {
    /** Nothing counted yet. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** One verdict. */
    public static Tally of(Verdict verdict) {
        return switch (verdict) {
            case COMPLIANT -> new Tally(1, 0, 0, 0, 0, 0);
            case NON_COMPLIANT -> new Tally(0, 1, 0, 0, 0, 0);
            case EXEMPT -> new Tally(0, 0, 1, 0, 0, 0);
            case UNKNOWN -> new Tally(0, 0, 0, 1, 0, 0);
            case ERROR -> new Tally(0, 0, 0, 0, 1, 0);
            case NOT_APPLICABLE -> new Tally(0, 0, 0, 0, 0, 1);
        };
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                compliant + other.compliant,
                nonCompliant + other.nonCompliant,
                exempt + other.exempt,
                unknown + other.unknown,
                error + other.error,
                notApplicable + other.notApplicable);
    }

    /** How many count in the score: everything but exempt and not applicable. */
    public int counted() {
        return compliant + nonCompliant + unknown + error;
    }
}
