package dev.demarc.document;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A JSON array: values in order. */
public final class JsonArray implements JsonValue, Iterable<JsonValue> {
    private static final JsonArray EMPTY = new JsonArray(new JsonValue[0]);

    private final JsonValue[] items;

    private JsonArray(JsonValue[] items) {
        this.items = items;
    }

    /** An array of these values, copied. */
    public static JsonArray of(JsonValue... values) {
        return values.length == 0 ? EMPTY : new JsonArray(values.clone());
    }

    /** An array of these values, copied. */
    public static JsonArray of(List<? extends JsonValue> values) {
        return values.isEmpty() ? EMPTY : new JsonArray(values.toArray(new JsonValue[0]));
    }

    /** The array of values that nobody changes any more. */
    static JsonArray owning(JsonValue[] values) {
        return values.length == 0 ? EMPTY : new JsonArray(values);
    }

    /** How many values. */
    public int size() {
        return items.length;
    }

    /** Whether there is no value. */
    public boolean isEmpty() {
        return items.length == 0;
    }

    /** The value at a position, from 0. */
    public JsonValue get(int index) {
        return items[index];
    }

    /** The values as a list that cannot be changed. */
    public List<JsonValue> values() {
        return List.of(items);
    }

    /** The values as a stream. */
    public Stream<JsonValue> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterator<JsonValue> iterator() {
        return Arrays.asList(items).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonArray that && Arrays.equals(items, that.items);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items);
    }

    @Override
    public String toString() {
        return JsonWriter.compact(this);
    }
}
