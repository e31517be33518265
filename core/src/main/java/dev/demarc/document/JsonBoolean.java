package dev.demarc.document;

/** JSON's {@code true} or {@code false}. */
public enum JsonBoolean implements JsonValue {
    TRUE,
    FALSE;

    /** The constant for a Java boolean. */
    public static JsonBoolean of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Whether this is {@code true}. */
    public boolean value() {
        return this == TRUE;
    }

    @Override
    public String toString() {
        return value() ? "true" : "false";
    }
}
