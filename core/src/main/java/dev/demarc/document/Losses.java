package dev.demarc.document;

/** Says what of a document was lost, in one voice. */
record Losses(String document, Bounds bounds, JsonSink sink) {

    /** Tells the sink of an error. */
    void tell(String code, String sentence, Place place, String hint, JsonSink.Loss loss) {
        sink.lost(Diagnostic.error(code, sentence, place, hint), loss);
    }

    /** Tells the sink of a value that is not taken. */
    void tell(Refusal refusal, Place place) {
        tell(refusal.code, refusal.sentence, place, refusal.hint, JsonSink.Loss.VALUE);
    }

    /** Nothing is in the document. */
    void empty() {
        tell(
                "empty",
                "the document is empty",
                Place.of(document),
                "check that the export succeeded, then export again",
                JsonSink.Loss.REST);
    }

    /** A line of JSON Lines ends before its value does. */
    void lineCutShort(long line) {
        tell(
                "line-cut-short",
                "the line ends inside a value; the rest of this line was not read",
                Place.of(document, line, 0),
                "export the data again; every line must hold a whole value",
                JsonSink.Loss.LINE);
    }

    Diagnostic tooDeep(Place place) {
        return Diagnostic.error(
                "too-deep",
                "the value is nested more than " + bounds.depth() + " deep and was skipped",
                place,
                "export the resource without what is nested in it");
    }

    Diagnostic tooLarge(Place place) {
        return Diagnostic.error(
                "too-large",
                "the value is larger than " + bounds.valueBytes() + " bytes and was skipped",
                place,
                "export the resources one by one, as a list or one on each line");
    }
}
