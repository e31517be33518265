package dev.demarc.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Everything that a reader told its sink, in order, as text that can be compared. */
final class Recorded implements JsonSink {
    final List<JsonValue> values = new ArrayList<>();
    final List<JsonObject> envelopes = new ArrayList<>();
    final List<Diagnostic> problems = new ArrayList<>();
    final List<String> events = new ArrayList<>();

    static Recorded of(byte[] input, Spread spread) {
        return of(new ByteArrayInputStream(input), spread, Bounds.DEFAULT);
    }

    static Recorded of(InputStream input, Spread spread, Bounds bounds) {
        var recorded = new Recorded();
        new JsonReader(bounds).read(input, "input", spread, recorded);
        return recorded;
    }

    /** The same bytes, one at a time. */
    static InputStream byteByByte(byte[] input) {
        return new ByteArrayInputStream(input) {
            @Override
            public synchronized int read(byte[] out, int offset, int length) {
                return super.read(out, offset, Math.min(length, 1));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
    }

    @Override
    public void value(JsonValue value, Place place) {
        values.add(value);
        events.add(place + " " + value);
    }

    @Override
    public void envelope(JsonObject rest, Place place) {
        envelopes.add(rest);
        events.add(place + " envelope " + rest);
    }

    @Override
    public void lost(Diagnostic why, Loss loss) {
        problems.add(why);
        events.add(why.place() + " lost " + loss + " " + why.code() + " " + why.message());
    }
}
