package dev.demarc.document;

/**
 * A JSON value: immutable, compact, equal by content.
 *
 * <p>Absent is never a {@code JsonValue}: a member that is not there is {@code null} from {@link
 * JsonObject#get} or an empty {@code Optional}; JSON's {@code null} is {@link JsonNull}.
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /** What kind of value this is, in JSON's own words: {@code object}, {@code array}, {@code string}, … */
    default String kind() {
        return switch (this) {
            case JsonObject object -> "object";
            case JsonArray array -> "array";
            case JsonString string -> "string";
            case JsonNumber number -> "number";
            case JsonBoolean bool -> "boolean";
            case JsonNull none -> "null";
        };
    }
}
