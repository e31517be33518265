package dev.demarc.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
        Optional<byte[]> bytes = bytes(in, document, problems);
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

    private static Optional<byte[]> bytes(InputStream in, String document, Consumer<Diagnostic> problems) {
        int most = Bounds.DEFAULT.valueBytes();
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

    private static LocatedJson located(byte[] bytes, String document) {
        var offsets = new Offsets();
        try {
            JsonValue value = new JsonText(Bounds.DEFAULT).parse(bytes, 0, bytes.length, offsets);
            return new LocatedJson(value, new Table(document, places(bytes, document, offsets)));
        } catch (Refusal refused) {
            throw new IllegalStateException("a text that was read once is refused the second time", refused);
        }
    }

    /** Turns offsets, which come in the order of the text, into places in one pass. */
    private static Map<JsonPointer, Place> places(byte[] bytes, String document, Offsets offsets) {
        var places = new HashMap<JsonPointer, Place>();
        Place last = Place.of(document, 1, 1);
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
