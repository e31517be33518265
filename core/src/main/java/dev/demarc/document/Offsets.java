package dev.demarc.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the byte offset of every value of a document by its pointer, in the order of the text. */
final class Offsets {
    private final Map<JsonPointer, Integer> byPointer = new LinkedHashMap<>();
    private final List<String> path = new ArrayList<>();

    void enter(String token) {
        path.add(token);
    }

    void leave() {
        path.removeLast();
    }

    void here(int offset) {
        byPointer.put(new JsonPointer(path), offset);
    }

    Map<JsonPointer, Integer> byPointer() {
        return byPointer;
    }
}
