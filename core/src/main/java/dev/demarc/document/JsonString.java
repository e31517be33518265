package dev.demarc.document;

/** A JSON string, unescaped. */
public record JsonString(String value) implements JsonValue {

    @Override
    public String toString() {
        return JsonWriter.compact(this);
    }
}
