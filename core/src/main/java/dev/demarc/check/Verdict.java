package dev.demarc.check;

/** What a check says of a resource. Only {@link #COMPLIANT} is clean; what was not seen is {@link #UNKNOWN}. */
public enum Verdict {
    COMPLIANT("compliant"),
    NON_COMPLIANT("non-compliant"),
    NOT_APPLICABLE("not-applicable"),
    EXEMPT("exempt"),
    UNKNOWN("unknown"),
    /** The check itself could not be carried out: a mistake in the rule, or a value of a kind the rule cannot compare. */
    ERROR("error");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word in output and on the command line. */
    public String word() {
        return word;
    }

    /** Whether the check said anything about the resource's state: everything but not-applicable. */
    public boolean counts() {
        return this != NOT_APPLICABLE;
    }
}
