package dev.demarc.knowledge;

import java.util.Optional;

/** How bad it is when a control does not hold, the worst first. */
public enum Severity {
    CRITICAL("critical"),
    HIGH("high"),
    MEDIUM("medium"),
    LOW("low");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word in data, output and on the command line. */
    public String word() {
        return word;
    }

    /** Whether this is as bad as another or worse. */
    public boolean isAtLeast(Severity threshold) {
        return compareTo(threshold) <= 0;
    }

    /** The severity of this word; empty when there is none. */
    public static Optional<Severity> parse(String word) {
        for (Severity severity : values()) {
            if (severity.word.equals(word)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
