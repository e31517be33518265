package dev.demarc.cli;

/** The outside world does not let a verb go on: one sentence, what to do next, and the exit code it ends with. */
final class CannotContinueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;
    private final ExitCode exitCode;

    CannotContinueException(ExitCode exitCode, String message, String hint) {
        super(message);
        this.hint = hint;
        this.exitCode = exitCode;
    }

    String hint() {
        return hint;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
