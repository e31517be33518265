package dev.demarc.cli;

/** How a run ends. Where several apply, the first of 1, 2, 3, 4 that does. */
enum ExitCode {
    /** Done, complete, and within the threshold. */
    DONE(0, "done, everything was seen, nothing at or above --fail-on"),
    /** It could not be carried out. */
    FAILED(1, "it could not be carried out"),
    /** The arguments are wrong. */
    WRONG_USAGE(2, "the arguments are wrong"),
    /** What was found is at least as bad as {@code --fail-on} or {@code --fail-on-policy} say. */
    OVER_THRESHOLD(3, "a finding is at or above --fail-on, or a policy of --fail-on-policy is not complied with"),
    /** Something needed was not seen. */
    INCOMPLETE(4, "done, but something needed was not seen; the result says what");

    private final int number;
    private final String says;

    ExitCode(int number, String says) {
        this.number = number;
        this.says = says;
    }

    int number() {
        return number;
    }

    String says() {
        return says;
    }
}
