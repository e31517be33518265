package dev.demarc.knowledge;

import java.util.Optional;

/** Who answers for a layer of a resource. */
public enum Side {
    MICROSOFT("microsoft", "Microsoft", 'M'),
    CUSTOMER("customer", "Customer", 'C'),
    SHARED("shared", "Shared", 'S'),
    THIRD_PARTY("third-party", "Third party", 'T'),
    /** The layer does not exist for this type. */
    NONE("none", "None", '-');

    private final String word;
    private final String title;
    private final char letter;

    Side(String word, String title, char letter) {
        this.word = word;
        this.title = title;
        this.letter = letter;
    }

    /** The word in data and output. */
    public String word() {
        return word;
    }

    /** The word for people. */
    public String title() {
        return title;
    }

    /** One letter for tables: M, C, S, T, or a dash. */
    public char letter() {
        return letter;
    }

    /** Whether the customer answers for it, alone or together with Microsoft. */
    public boolean isCustomers() {
        return this == CUSTOMER || this == SHARED;
    }

    /** The side of this word; empty when there is none. */
    public static Optional<Side> parse(String word) {
        for (Side side : values()) {
            if (side.word.equals(word)) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }
}
