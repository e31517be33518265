package dev.demarc.policy.effect;

import java.util.Arrays;
import java.util.Optional;

/** What counts of a resource under a {@code manual} policy until a person has attested it. */
public enum DefaultState {
    UNKNOWN("Unknown"),
    COMPLIANT("Compliant"),
    NON_COMPLIANT("NonCompliant");

    private final String word;

    DefaultState(String word) {
        this.word = word;
    }

    /** The word in a rule. */
    public String word() {
        return word;
    }

    /** The state of this word, without regard to case or hyphens: the documentation writes {@code Non-compliant} too. */
    public static Optional<DefaultState> of(String word) {
        String plain = word.replace("-", "");
        return Arrays.stream(values())
                .filter(state -> state.word.equalsIgnoreCase(plain))
                .findFirst();
    }
}
