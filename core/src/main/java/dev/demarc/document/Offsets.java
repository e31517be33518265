package dev.demarc.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the byte offset of every value of a document by its pointer, in the order of the text. A pointer costs far
 * more memory than a value, so of a hostile document only the first half million are kept; the places of others are
 * those of the nearest value around that is.
 */
final class Offsets {
    private static final int MOST_VALUES = 500_000;
    private static final long MOST_TOKENS = 8_000_000;

    private final Map<JsonPointer, Integer> byPointer = new LinkedHashMap<>();
    private final List<String> path = new ArrayList<>();
    private long tokens;

    void enter(String token) {
        path.add(token);
    }

    void leave() {
        path.removeLast();
    }

    void here(int offset) {
        if (byPointer.size() < MOST_VALUES && tokens <= MOST_TOKENS) {
            tokens += path.size();
            byPointer.put(new JsonPointer(path), offset);
        }
    }

    Map<JsonPointer, Integer> byPointer() {
        return byPointer;
    }
}
