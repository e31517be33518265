package dev.demarc.posture;

/** What is known of one layer of one resource. */
public enum CellState {
    /** At least one control does not hold. */
    FAILING("failing"),
    /** A control watches it, but what it needs was not seen, or it could not be carried out. */
    UNKNOWN("unknown"),
    /** Nobody watches it: no control of ours looks at this layer of this resource. */
    UNWATCHED("unwatched"),
    /** A control would fail, and a person has waived it for now. */
    EXEMPT("exempt"),
    /** A person has stated it, with evidence. */
    ATTESTED("attested"),
    /** Every control that watches it holds. */
    VERIFIED("verified"),
    /** The customer does not answer for this layer. */
    NOT_YOURS("not-yours");

    private final String word;

    CellState(String word) {
        this.word = word;
    }

    /** The word in output. */
    public String word() {
        return word;
    }
}
