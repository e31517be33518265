package dev.demarc.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The text of a whole document in memory, however many values it holds: for its lines, and for the places inside a value
 * long after the value was read. Places are found by parsing that value again, so that thousands of values cost no more
 * memory than their text; those of the value asked about last are kept.
 */
public final class DocumentText {
    private final String document;
    private final byte[] bytes;
    private int @Nullable [] lineStarts;
    private @Nullable Located last;

    private DocumentText(String document, byte[] bytes) {
        this.document = document;
        this.bytes = bytes;
    }

    /**
     * The text of an input: unpacked, without byte order mark, as UTF-8; empty when it cannot be read or is larger than a
     * bound, with the reason told. The input is not closed.
     *
     * @param most in bytes
     */
    public static Optional<DocumentText> read(
            InputStream in, String document, int most, Consumer<Diagnostic> problems) {
        return bytes(in, document, most, problems).map(bytes -> new DocumentText(document, bytes));
    }

    /** A text that is at hand. */
    public static DocumentText of(String document, String text) {
        return new DocumentText(document, text.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<byte[]> bytes(InputStream in, String document, int most, Consumer<Diagnostic> problems) {
        try {
            byte[] bytes = Input.open(in).readNBytes(most + 1);
            if (bytes.length <= most) {
                return Optional.of(bytes);
            }
            problems.accept(Diagnostic.error(
                    "too-large",
                    "the document is larger than " + most + " bytes",
                    Place.of(document),
                    "split it into several files"));
        } catch (InputFailure failure) {
            problems.accept(Diagnostic.error(failure.code, failure.sentence, Place.of(document), failure.hint));
        } catch (IOException failure) {
            problems.accept(Diagnostic.error(
                    "input-failed",
                    "the input could not be read: " + Quote.of(String.valueOf(failure.getMessage())),
                    Place.of(document),
                    "check that it exists and may be read"));
        }
        return Optional.empty();
    }

    /** The name the user gave it. */
    public String document() {
        return document;
    }

    /** The text itself. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Gives the values to the sink, as {@link JsonReader#read} does. */
    public void read(JsonReader reader, Spread spread, JsonSink sink) {
        reader.read(new ByteArrayInputStream(bytes), document, spread, sink);
    }

    /** Where the first comment stands, which JSON does not know; empty when there is none. */
    public Optional<Place> firstComment() {
        int at = Comments.first(bytes);
        return at < 0 ? Optional.empty() : Optional.of(Position.within(Place.of(document, 1, 1), bytes, 0, at));
    }

    /**
     * The same text with spaces in the place of comments and of commas before a closing bracket, as JSON with comments
     * has them; everything else stays where it stands.
     */
    public DocumentText withoutComments() {
        return new DocumentText(document, Comments.blanked(bytes));
    }

    /** A line, counted from 1, without its end; empty when there is none. */
    public synchronized Optional<String> line(long line) {
        int[] starts = lineStarts();
        if (line < 1 || line > starts.length) {
            return Optional.empty();
        }
        int from = starts[(int) line - 1];
        int to = line < starts.length ? starts[(int) line] - 1 : bytes.length;
        while (to > from && (bytes[to - 1] == '\r' || bytes[to - 1] == '\n')) {
            to--;
        }
        return Optional.of(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    /**
     * Where the values inside a value stand, names without regard to case; of what is not there, the nearest value around
     * it.
     *
     * @param start where the value begins, as a {@link JsonSink} was told
     */
    public Places places(Place start) {
        return pointer -> pointer.tokens().isEmpty() ? start : placed(start, pointer);
    }

    private synchronized Place placed(Place start, JsonPointer pointer) {
        Located located = last;
        if (located == null || !located.start.equals(start)) {
            located = new Located(start, located(start));
            last = located;
        }
        List<String> tokens = folded(pointer).tokens();
        for (int length = tokens.size(); length > 0; length--) {
            Place place = located.places.get(new JsonPointer(tokens.subList(0, length)));
            if (place != null) {
                return place.at(pointer);
            }
        }
        return start.at(pointer);
    }

    private record Located(Place start, Map<JsonPointer, Place> places) {}

    private Map<JsonPointer, Place> located(Place start) {
        int from = offset(start);
        var scanner = new JsonScanner(new ByteArrayInputStream(bytes, from, bytes.length - from), Bounds.DEFAULT);
        scanner.mode(JsonScanner.Mode.DOCUMENT);
        scanner.nextRoot();
        scanner.mark();
        var places = new HashMap<JsonPointer, Place>();
        if (scanner.value(Bounds.DEFAULT.depth()) != JsonScanner.Scan.DONE) {
            return places;
        }
        byte[] value = Arrays.copyOfRange(scanner.buffer(), scanner.from(), scanner.to());
        var offsets = new Offsets();
        try {
            new JsonText(Bounds.DEFAULT).parse(value, 0, value.length, offsets);
        } catch (Refusal refused) {
            return places; // no value begins there: only the start is known
        }
        LocatedJson.places(value, start, offsets)
                .forEach((pointer, place) -> places.putIfAbsent(folded(pointer), place));
        return places;
    }

    private static JsonPointer folded(JsonPointer pointer) {
        return new JsonPointer(pointer.tokens().stream()
                .map(token -> token.toLowerCase(Locale.ROOT))
                .toList());
    }

    private int offset(Place start) {
        int[] starts = lineStarts();
        int at = starts[(int) Math.clamp(start.line() - 1, 0, starts.length - 1L)];
        for (int passed = 1; passed < start.column() && at < bytes.length; passed++) {
            at++;
            while (at < bytes.length && (bytes[at] & 0xc0) == 0x80) {
                at++;
            }
        }
        return Math.min(at, bytes.length);
    }

    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known == null) {
            int lines = 1;
            for (byte one : bytes) {
                lines += one == '\n' ? 1 : 0;
            }
            known = new int[lines];
            int line = 1;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    known[line++] = i + 1;
                }
            }
            lineStarts = known;
        }
        return known;
    }
}
