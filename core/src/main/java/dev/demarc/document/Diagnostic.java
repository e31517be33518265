package dev.demarc.document;

/**
 * One thing wrong with an input: how bad, a stable code, one sentence, where, and what to do next.
 *
 * @param code stable, kebab-case, never reused
 * @param message one sentence, lower case, no full stop, user text in backticks
 * @param hint the next action, same style; never empty
 */
public record Diagnostic(Severity severity, String code, String message, Place place, String hint) {

    /** How bad. */
    public enum Severity {
        /** Something could not be read or judged; what it concerns is a gap. */
        ERROR,
        /** Read, but probably not what was meant. */
        WARNING,
        /** Worth knowing. */
        NOTE
    }

    public Diagnostic {
        if (code.isBlank() || message.isBlank() || hint.isBlank()) {
            throw new IllegalArgumentException("a diagnostic needs a code, a message and a hint");
        }
    }

    /** An error. */
    public static Diagnostic error(String code, String message, Place place, String hint) {
        return new Diagnostic(Severity.ERROR, code, message, place, hint);
    }

    /** A warning. */
    public static Diagnostic warning(String code, String message, Place place, String hint) {
        return new Diagnostic(Severity.WARNING, code, message, place, hint);
    }

    /** A note. */
    public static Diagnostic note(String code, String message, Place place, String hint) {
        return new Diagnostic(Severity.NOTE, code, message, place, hint);
    }
}
