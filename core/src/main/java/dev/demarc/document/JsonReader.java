package dev.demarc.document;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads JSON, JSON Lines and several documents one after another, plain or gzipped, in UTF-8 or in UTF-16 with a byte
 * order mark, and gives their values one at a time. The input is never held whole: the largest value is, up to {@link
 * Bounds#valueBytes}.
 *
 * <p>What is wrong with the input is told to the sink and never thrown. In JSON Lines an error loses its line; in a
 * document that spans lines it ends the document, and what came before stays. How the two are told apart when the
 * first line itself is broken: it counts as a line of its own when the next line begins in column 1 with a bracket
 * that could not continue it. A value that is JSON but not taken (too deep, too large, a name twice, a number out of
 * range, half a surrogate pair) is lost alone.
 *
 * <p>Names and short strings are pooled across everything that one reader reads. Not for several threads at once.
 */
public final class JsonReader {
    private final Bounds bounds;
    private final JsonText text;

    /** A reader with the usual bounds. */
    public JsonReader() {
        this(Bounds.DEFAULT);
    }

    /** A reader with bounds of its own. */
    public JsonReader(Bounds bounds) {
        this.bounds = bounds;
        this.text = new JsonText(bounds);
    }

    /**
     * Reads a document to its end, or to where it cannot be read on. The input is not closed.
     *
     * @param document the name the user gave it, for places
     * @param spread which arrays to give element by element
     */
    public void read(InputStream in, String document, Spread spread, JsonSink sink) {
        InputStream opened;
        try {
            opened = Input.open(in);
        } catch (IOException failure) {
            sink.lost(unopened(failure, document), JsonSink.Loss.REST);
            return;
        }
        readOpened(opened, document, spread, sink);
    }

    /** Reads what {@link Input#open} has opened already. */
    void readOpened(InputStream opened, String document, Spread spread, JsonSink sink) {
        var scanner = new JsonScanner(opened, bounds);
        new DocumentReading(scanner, text, bounds, document, spread, sink).read();
    }

    /**
     * Whether an input begins as a JSON object or array of objects, arrays or strings does; for telling JSON files
     * from others. Takes bytes from the input.
     */
    public static boolean looksLikeJson(InputStream in) {
        try {
            InputStream opened = Input.open(in);
            int first = skipBlanks(opened);
            int second = skipBlanks(opened);
            return (first == '{' && (second == '"' || second == '}'))
                    || (first == '[' && (second == '{' || second == '[' || second == ']' || second == '"'));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static int skipBlanks(InputStream in) throws IOException {
        int next = in.read();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            next = in.read();
        }
        return next;
    }

    private static Diagnostic unopened(IOException failure, String document) {
        if (failure instanceof InputFailure input) {
            return Diagnostic.error(input.code, input.sentence, Place.of(document), input.hint);
        }
        return Diagnostic.error(
                "input-failed",
                "the input could not be read: " + Quote.of(String.valueOf(failure.getMessage())),
                Place.of(document),
                "check that it exists and may be read");
    }
}
