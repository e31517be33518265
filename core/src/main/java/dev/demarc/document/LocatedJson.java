package dev.demarc.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        new JsonReader().read(new ByteArrayInputStream(bytes.get()), document, Spread.NOTHING, whole);
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
            return new LocatedJson(value, new Table(document, places(bytes, Place.of(document, 1, 1), offsets)));
        } catch (Refusal refused) {
            throw new IllegalStateException("a text that was read once is refused the second time", refused);
        }
    }

    /** Turns offsets, which come in the order of the text, into places in one pass. */
    static Map<JsonPointer, Place> places(byte[] bytes, Place start, Offsets offsets) {
        var places = new HashMap<JsonPointer, Place>();
        Place last = start;
        int passed = 0;
        for (Map.Entry<JsonPointer, Integer> entry : offsets.byPointer().entrySet()) {
            last = Position.within(last, bytes, passed, entry.getValue());
            passed = entry.getValue();
            places.put(entry.getKey(), last.at(entry.getKey()));
        }
        return places;
    }

    private record Table(String document, Map<JsonPointer, Place> byPointer) implements Places {
        @Override
        public Place of(JsonPointer pointer) {
            List<String> tokens = pointer.tokens();
            for (int length = tokens.size(); length >= 0; length--) {
                Place place = byPointer.get(new JsonPointer(tokens.subList(0, length)));
                if (place != null) {
                    return place.at(pointer);
                }
            }
            return Place.of(document).at(pointer);
        }
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
