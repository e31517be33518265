package dev.demarc.policy.decision;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts to be found without regard to case, as {@link String#equalsIgnoreCase} has it, and without making any. */
final class TextSet {
    private final @Nullable String[] slots;
    private final int mask;

    private TextSet(int size) {
        this.slots = new @Nullable String[size];
        this.mask = size - 1;
    }

    /** The set of these texts. */
    static TextSet of(List<String> texts) {
        var set = new TextSet(Integer.highestOneBit(Math.max(1, texts.size())) * 4);
        texts.forEach(set::add);
        return set;
    }

    private void add(String text) {
        int at = hash(text) & mask;
        for (String there = slots[at]; there != null; there = slots[at]) {
            if (there.equalsIgnoreCase(text)) {
                return;
            }
            at = (at + 1) & mask;
        }
        slots[at] = text;
    }

    /** Whether a text is among them. */
    boolean holds(String text) {
        int at = hash(text) & mask;
        for (String there = slots[at]; there != null; there = slots[at]) {
            if (there.equalsIgnoreCase(text)) {
                return true;
            }
            at = (at + 1) & mask;
        }
        return false;
    }

    /** The same for texts that differ in case only; characters beyond the first plane do not count. */
    private static int hash(String text) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 'A') {
                hash = 31 * hash + c;
            } else if (!Character.isSurrogate(c)) {
                hash = 31 * hash + Character.toLowerCase(Character.toUpperCase(c));
            }
        }
        return hash ^ (hash >>> 15);
    }

    @Override
    public String toString() {
        return Arrays.toString(slots);
    }
}
