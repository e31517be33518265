package dev.demarc.document;

/** Tells where in a document the value of a pointer stands, for messages. */
@FunctionalInterface
public interface Places {

    /** The place of the value at a pointer; the nearest known place when that one is not known. */
    Place of(JsonPointer pointer);

    /** The place of the name of the member at a pointer; of its value where the names are not known. */
    default Place name(JsonPointer pointer) {
        return of(pointer);
    }

    /**
     * The place of some characters of the text at a pointer, escapes considered; of the text where that is not known.
     *
     * @param character the first of them, from 1, in the text as it is meant
     * @param length how many, in the text as it is meant
     */
    default Place inside(JsonPointer pointer, int character, int length) {
        return of(pointer);
    }

    /** Places of a document whose lines are not known: name and pointer only. */
    static Places unknownLines(String document) {
        return pointer -> Place.of(document).at(pointer);
    }
}
