package dev.demarc.policy.effect;

import java.util.Arrays;
import java.util.Optional;

/** What {@code modify} does where it cannot make a change, or where another policy wants another one. */
public enum ConflictEffect {
    /** The request is denied; what counts where a rule says nothing. */
    DENY("deny"),
    /** The request is let through unchanged and noted. */
    AUDIT("audit"),
    /** The request is let through unchanged. */
    DISABLED("disabled");

    private final String word;

    ConflictEffect(String word) {
        this.word = word;
    }

    /** The word in a rule. */
    public String word() {
        return word;
    }

    /** The conflict effect of this word, without regard to case; empty when there is none. */
    public static Optional<ConflictEffect> of(String word) {
        return Arrays.stream(values())
                .filter(effect -> effect.word.equalsIgnoreCase(word))
                .findFirst();
    }
}
