package dev.demarc.document;

/** Takes what a {@link JsonReader} reads, one value at a time, in the order of the document. */
public interface JsonSink {

    /** What a diagnostic says was lost. */
    enum Loss {
        /** One value; the next is read. */
        VALUE,
        /** The rest of a line of JSON Lines; the next line is read. */
        LINE,
        /** Everything from here to the end of the document. */
        REST
    }

    /** A root value, or an element of a spread array; the place is that of its first character. */
    void value(JsonValue value, Place place);

    /**
     * What a root object held besides the array that was spread from it; comes after the elements. Not called for
     * root objects without such an array.
     */
    void envelope(JsonObject rest, Place place);

    /** Something that was not read, and why. What came before stays good. */
    void lost(Diagnostic why, Loss loss);
}
