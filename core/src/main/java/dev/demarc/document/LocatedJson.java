package dev.demarc.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A whole document and where each of its values stands: for policy files, whose messages point at lines. Costs far
 * more memory than the value alone.
 *
 * @param places tells the line and column of a pointer; of the nearest value around it when it points at nothing
 */
public record LocatedJson(JsonValue value, Places places) {

    /**
     * The one value of a document, within {@link Bounds#DEFAULT}; empty when it cannot be read or holds not exactly one
     * value, with the reason told. The input is not closed.
     */
    public static Optional<LocatedJson> read(InputStream in, String document, Consumer<Diagnostic> problems) {
        Optional<byte[]> bytes = DocumentText.bytes(in, document, Bounds.DEFAULT.valueBytes(), problems);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        var whole = new Whole();
        new JsonReader().readOpened(new ByteArrayInputStream(bytes.get()), document, Spread.NOTHING, whole);
        whole.problems.forEach(problems);
        if (!whole.problems.isEmpty()) {
            return Optional.empty();
        }
        if (whole.starts.size() > 1) {
            problems.accept(Diagnostic.error(
                    "several-documents",
                    "the document holds several values, one was expected",
                    whole.starts.get(1),
                    "put each value into a file of its own"));
            return Optional.empty();
        }
        return Optional.of(located(bytes.get(), document));
    }

    private static LocatedJson located(byte[] bytes, String document) {
        var offsets = new Offsets();
        try {
            JsonValue value = new JsonText(Bounds.DEFAULT).parse(bytes, 0, bytes.length, offsets);
            return new LocatedJson(value, new TextPlaces(document, bytes, offsets));
        } catch (Refusal refused) {
            throw new IllegalStateException("a text that was read once is refused the second time", refused);
        }
    }

    /** The lines of the document, to show beside messages; none when the value was not read from a text. */
    public SourceLines lines() {
        return places instanceof TextPlaces text ? text.lines() : new SourceLines("", List.of());
    }

    private static final class Whole implements JsonSink {
        private final List<Place> starts = new ArrayList<>();
        private final List<Diagnostic> problems = new ArrayList<>();

        @Override
        public void value(JsonValue value, Place place) {
            starts.add(place);
        }

        @Override
        public void envelope(JsonObject rest, Place place) {
            throw new IllegalStateException("nothing is spread from a whole document");
        }

        @Override
        public void lost(Diagnostic why, Loss loss) {
            problems.add(why);
        }
    }
}
