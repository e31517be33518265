package dev.demarc.document;

/** JSON's {@code null}: a member that is there and says nothing. */
public enum JsonNull implements JsonValue {
    /** The only value. */
    NULL;

    @Override
    public String toString() {
        return "null";
    }
}
