package dev.demarc.document;

import org.jspecify.annotations.Nullable;

/**
 * Short texts kept once: an estate says {@code "Enabled"} a million times. A fixed number of slots, the last text of a
 * slot stays, so that no input makes it grow.
 */
final class TextPool {
    private static final int SLOTS = 1 << 14;
    private static final int LONGEST = 64;

    private final @Nullable JsonString[] strings = new @Nullable JsonString[SLOTS];
    private final @Nullable JsonNumber[] numbers = new @Nullable JsonNumber[SLOTS];
    private final @Nullable String[] names = new @Nullable String[SLOTS];

    /** The string of these characters. */
    JsonString string(char[] text, int offset, int length) {
        if (length > LONGEST) {
            return new JsonString(new String(text, offset, length));
        }
        int slot = slot(text, offset, length);
        JsonString kept = strings[slot];
        if (kept != null && same(kept.value(), text, offset, length)) {
            return kept;
        }
        var fresh = new JsonString(new String(text, offset, length));
        strings[slot] = fresh;
        return fresh;
    }

    /** The number of these characters. */
    JsonNumber number(char[] text, int offset, int length) {
        int slot = slot(text, offset, length);
        JsonNumber kept = numbers[slot];
        if (kept != null && same(kept.text(), text, offset, length)) {
            return kept;
        }
        var fresh = new JsonNumber(new String(text, offset, length));
        numbers[slot] = fresh;
        return fresh;
    }

    /** The name, the same object for the same text as long as it stays in its slot. */
    String name(String name) {
        if (name.length() > LONGEST) {
            return name;
        }
        int hash = name.hashCode();
        int slot = (hash ^ (hash >>> 14)) & (SLOTS - 1);
        String kept = names[slot];
        if (kept != null && kept.equals(name)) {
            return kept;
        }
        names[slot] = name;
        return name;
    }

    private static int slot(char[] text, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + text[i];
        }
        return (hash ^ (hash >>> 14)) & (SLOTS - 1);
    }

    private static boolean same(String kept, char[] text, int offset, int length) {
        if (kept.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (kept.charAt(i) != text[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
