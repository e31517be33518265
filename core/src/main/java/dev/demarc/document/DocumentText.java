package dev.demarc.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private @Nullable JsonText parser;

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

    /** Its lines. */
    public SourceLines lines() {
        return SourceLines.of(document, text());
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
        return new ValuePlaces(start);
    }

    private final class ValuePlaces implements Places {
        private final Place start;

        ValuePlaces(Place start) {
            this.start = start;
        }

        @Override
        public Place of(JsonPointer pointer) {
            return pointer.tokens().isEmpty()
                    ? start
                    : located(start)
                            .written(pointer)
                            .map(places()::of)
                            .orElse(start)
                            .at(pointer);
        }

        @Override
        public Place name(JsonPointer pointer) {
            return located(start).whole(pointer).map(places()::name).orElseGet(() -> of(pointer));
        }

        @Override
        public Place inside(JsonPointer pointer, int character, int length) {
            return located(start)
                    .whole(pointer)
                    .map(exact -> places().inside(exact, character, length))
                    .orElseGet(() -> of(pointer));
        }

        private TextPlaces places() {
            return located(start).places;
        }
    }

    /** Where the values of one value stand, and how their pointers are spelled, by the pointer in small letters. */
    private static final class Located {
        private final Place start;
        private final TextPlaces places;
        private final Set<JsonPointer> exact;
        private @Nullable Map<JsonPointer, JsonPointer> spelling;

        Located(Place start, TextPlaces places, Set<JsonPointer> exact) {
            this.start = start;
            this.places = places;
            this.exact = exact;
        }

        Optional<JsonPointer> whole(JsonPointer pointer) {
            return exact.contains(pointer)
                    ? Optional.of(pointer)
                    : Optional.ofNullable(spelling().get(folded(pointer)));
        }

        /** Worked out for documents that are spelled unlike Azure does only. */
        private Map<JsonPointer, JsonPointer> spelling() {
            Map<JsonPointer, JsonPointer> known = spelling;
            if (known == null) {
                var folded = new HashMap<JsonPointer, JsonPointer>();
                exact.forEach(one -> folded.putIfAbsent(folded(one), one));
                known = folded;
                spelling = known;
            }
            return known;
        }

        /** The value at the pointer, or the nearest around it. */
        Optional<JsonPointer> written(JsonPointer pointer) {
            if (exact.contains(pointer)) {
                return Optional.of(pointer);
            }
            List<String> tokens = folded(pointer).tokens();
            for (int length = tokens.size(); length > 0; length--) {
                JsonPointer near = spelling().get(new JsonPointer(tokens.subList(0, length)));
                if (near != null) {
                    return Optional.of(near);
                }
            }
            return Optional.empty();
        }
    }

    private synchronized Located located(Place start) {
        Located kept = last;
        if (kept == null || !kept.start.equals(start)) {
            kept = locate(start);
            last = kept;
        }
        return kept;
    }

    /** Kept only where several values are asked about, since its pool of texts is large. */
    private JsonText parser() {
        JsonText kept = parser == null ? new JsonText(Bounds.DEFAULT) : parser;
        parser = last == null ? null : kept;
        return kept;
    }

    private Located locate(Place start) {
        int from = offset(start);
        var offsets = new Offsets();
        var scanner = new JsonScanner(new ByteArrayInputStream(bytes, from, bytes.length - from), Bounds.DEFAULT);
        scanner.mode(JsonScanner.Mode.DOCUMENT);
        scanner.nextRoot();
        scanner.mark();
        if (scanner.value(Bounds.DEFAULT.depth()) == JsonScanner.Scan.DONE) {
            try {
                parser().parse(scanner.buffer(), scanner.from(), scanner.to(), offsets);
            } catch (Refusal refused) {
                offsets = new Offsets(); // no value begins there: only the start is known
            }
        }
        return new Located(
                start,
                new TextPlaces(start, bytes, from, offsets),
                offsets.byPointer().keySet());
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
