package dev.demarc.policy.expression;

/**
 * Text that is put together up to the length that policies may compute. What goes beyond is dropped, so that a short
 * expression cannot fill the memory; the outcome is then a failure.
 */
final class LimitedText {
    /** The longest text that a policy may compute, as the documentation has it. */
    static final int LONGEST = 131_072;

    private final StringBuilder text = new StringBuilder();
    private boolean tooLong;

    LimitedText append(String part) {
        tooLong |= text.length() + (long) part.length() > LONGEST;
        if (!tooLong) {
            text.append(part);
        }
        return this;
    }

    /** Whether more came than is taken, so that nothing added changes the outcome. */
    boolean isTooLong() {
        return tooLong;
    }

    /** The text, or a failure of a function when it became too long. */
    Outcome outcome(String function) {
        return tooLong ? failure(function) : Outcome.of(text.toString());
    }

    static Outcome failure(String function) {
        return Outcome.failed("`" + function + "` makes a text of more than " + LONGEST + " characters");
    }
}
