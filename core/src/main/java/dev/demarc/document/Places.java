package dev.demarc.document;

/** Tells where in a document the value of a pointer stands, for messages. */
@FunctionalInterface
public interface Places {

    /** The place of the value at a pointer; the nearest known place when that one is not known. */
    Place of(JsonPointer pointer);

    /** Places of a document whose lines are not known: name and pointer only. */
    static Places unknownLines(String document) {
        return pointer -> Place.of(document).at(pointer);
    }
}
