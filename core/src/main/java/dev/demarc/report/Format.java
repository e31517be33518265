package dev.demarc.report;

import java.util.Optional;

/** How a report is written. */
public enum Format {
    /** For people at a terminal. */
    TEXT("text"),
    /** For programs, one document by a published schema. */
    JSON("json"),
    /** For spreadsheets, one row for each thing. */
    CSV("csv"),
    /** For people in a browser, one file that needs nothing else. */
    HTML("html");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /** The word on the command line. */
    public String word() {
        return word;
    }

    /** The format of this word; empty when there is none. */
    public static Optional<Format> parse(String word) {
        for (Format format : values()) {
            if (format.word.equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
