package dev.demarc.document;

/**
 * Why a text is not read, on its way from the depth of a parse to the one place that makes a diagnostic of it. Carries
 * no stack.
 */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whether the text is no JSON, so that nothing after it can be trusted; otherwise only this value is refused. */
    final boolean syntax;

    final String code;
    final String sentence;
    final String hint;
    final int offset;

    private Refusal(boolean syntax, String code, String sentence, int offset, String hint) {
        super(sentence, null, false, false);
        this.syntax = syntax;
        this.code = code;
        this.sentence = sentence;
        this.offset = offset;
        this.hint = hint;
    }

    /** The text is no JSON at this offset. */
    static Refusal syntax(String code, String sentence, int offset, String hint) {
        return new Refusal(true, code, sentence, offset, hint);
    }

    /** The text is JSON, but a value that is not taken. */
    static Refusal value(String code, String sentence, int offset, String hint) {
        return new Refusal(false, code, sentence, offset, hint);
    }
}
