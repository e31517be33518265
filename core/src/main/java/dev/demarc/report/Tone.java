package dev.demarc.report;

/**
 * How a piece of text is meant, for screens with colour. The colours are of middle brightness, so that they can be read
 * on dark and on light ground; what they say is always said in words or shapes as well.
 */
enum Tone {
    PLAIN(""),
    STRONG("1"),
    /** Worth less attention than what stands around it. */
    QUIET("38;5;243"),
    GOOD("38;5;28"),
    WARNING("38;5;130"),
    BAD("38;5;160"),
    MICROSOFT("38;5;32"),
    SHARED("38;5;133"),
    CUSTOMER("38;5;130");

    private final String codes;

    Tone(String codes) {
        this.codes = codes;
    }

    /** The parameters of the ANSI sequence that switches it on; empty when nothing is switched. */
    String codes() {
        return codes;
    }

    /** Text in this tone. */
    String around(String text) {
        return codes.isEmpty() || text.isEmpty() ? text : "\u001b[" + codes + "m" + text + "\u001b[0m";
    }
}
