package dev.demarc.report;

import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One JSON object being written member by member, long arrays item by item on a line each, so that a document of any
 * size passes through without being held. A target that fails is an {@link UncheckedIOException}.
 */
final class JsonSheet {
    private final Appendable out;
    private boolean empty = true;

    /** A document of a kind that a schema describes, in the version of that schema. */
    JsonSheet(Appendable target, String kind) {
        this.out = new SafeJson(target);
        write("{");
        put("kind", kind);
        put("schemaVersion", 1);
    }

    void put(String name, JsonValue value) {
        name(name);
        JsonWriter.write(value, out, false);
    }

    void put(String name, String value) {
        put(name, new JsonString(value));
    }

    void put(String name, long value) {
        put(name, JsonNumber.of(value));
    }

    void put(String name, boolean value) {
        put(name, JsonBoolean.of(value));
    }

    /** A member when there is one. */
    void put(String name, Optional<? extends JsonValue> value) {
        value.ifPresent(present -> put(name, present));
    }

    /** An array, an item on each line. */
    void each(String name, Stream<? extends JsonValue> items) {
        name(name);
        write("[");
        boolean first = true;
        for (var at = items.iterator(); at.hasNext(); first = false) {
            write(first ? "\n" : ",\n");
            JsonWriter.write(at.next(), out, false);
        }
        write(first ? "]" : "\n]");
    }

    /** An object whose members are written one by one. */
    void object(String name, Runnable members) {
        name(name);
        write("{");
        empty = true;
        members.run();
        write(empty ? "}" : "\n}");
        empty = false;
    }

    /** Ends the document. */
    void close() {
        write("\n}\n");
    }

    private void name(String name) {
        write(empty ? "\n" : ",\n");
        empty = false;
        JsonWriter.write(new JsonString(name), out, false);
        write(": ");
    }

    private void write(String text) {
        try {
            out.append(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * JSON text in which characters that a terminal may obey are escaped. Outside of ASCII they stand in strings only,
     * where the escaped form means the same.
     */
    private record SafeJson(Appendable target) implements Appendable {

        @Override
        public Appendable append(CharSequence text) throws IOException {
            return append(text, 0, text.length());
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            for (int i = start; i < end; i++) {
                append(text.charAt(i));
            }
            return this;
        }

        @Override
        public Appendable append(char c) throws IOException {
            if (c < 0x7f || Character.isSurrogate(c) || Printable.isVisible(c)) {
                target.append(c);
            } else {
                target.append("\\u%04x".formatted((int) c));
            }
            return this;
        }
    }
}
