package dev.demarc.policy.expression;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.Optional;

/**
 * How large a value may be that policies compute or compute with: 128 deep and 32,768 parts, as the documentation has
 * it, and 4,194,304 characters in all, which is the size of a request to Azure Resource Manager. A few function calls
 * could otherwise fill any memory.
 */
public final class ValueSize {
    private static final int DEEPEST = 128;
    private static final int MOST_PARTS = 32_768;
    private static final int MOST_TEXT = 4 << 20;
    /** How much larger the arguments of a function may be together. */
    private static final int SEVERAL = 4;

    private static final int LONGEST_NUMBER = 2_000;
    private static final int CHARACTERS_OF_A_PART = 64;

    private int parts;
    private long characters;
    private int longest;
    private int longestNumber;
    private boolean deep;

    /** Nothing. */
    public ValueSize() {}

    /** The size of one value. */
    public static ValueSize of(JsonValue value) {
        var size = new ValueSize();
        size.add(value);
        return size;
    }

    /** Adds a value. What goes far beyond the limits is not counted to its end. */
    public void add(JsonValue value) {
        add(value, 1);
    }

    /** What it costs to keep: one for each part, and one for each 64 characters. */
    public long weight() {
        return parts + characters / CHARACTERS_OF_A_PART;
    }

    /** What is too large about one value, as {@code a value of …}; empty when nothing is. */
    public Optional<String> beyond() {
        if (longest > LimitedText.LONGEST && parts == 1) {
            return Optional.of("a text of more than " + LimitedText.LONGEST + " characters");
        }
        if (deep || parts > MOST_PARTS) {
            return Optional.of("a value of more than " + MOST_PARTS + " parts or " + DEEPEST + " levels");
        }
        if (longestNumber > LONGEST_NUMBER) {
            return Optional.of("a number of more than " + LONGEST_NUMBER + " characters");
        }
        return characters > MOST_TEXT
                ? Optional.of("a value of more than " + MOST_TEXT + " characters")
                : Optional.empty();
    }

    /** What is too large about several values together, as {@code values of …}; empty when nothing is. */
    public Optional<String> beyondTogether() {
        if (parts > SEVERAL * MOST_PARTS) {
            return Optional.of("values of more than " + SEVERAL * MOST_PARTS + " parts");
        }
        return characters > SEVERAL * MOST_TEXT
                ? Optional.of("values of more than " + SEVERAL * MOST_TEXT + " characters")
                : Optional.empty();
    }

    private void add(JsonValue value, int depth) {
        parts++;
        switch (value) {
            case JsonString text -> {
                longest = Math.max(longest, text.value().length());
                characters += text.value().length();
            }
            case JsonNumber number -> {
                longestNumber = Math.max(longestNumber, number.text().length());
                characters += number.text().length();
            }
            case JsonBoolean truth -> {}
            case JsonNull none -> {}
            case JsonArray array -> {
                deep |= depth > DEEPEST;
                for (int i = 0; i < array.size() && goesOn(); i++) {
                    add(array.get(i), depth + 1);
                }
            }
            case JsonObject object -> {
                deep |= depth > DEEPEST;
                for (int i = 0; i < object.size() && goesOn(); i++) {
                    characters += object.name(i).length();
                    add(object.value(i), depth + 1);
                }
            }
        }
    }

    private boolean goesOn() {
        return !deep && parts <= SEVERAL * MOST_PARTS && characters <= SEVERAL * MOST_TEXT;
    }
}
