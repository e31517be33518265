package dev.demarc.policy.lint;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import java.util.Optional;

/**
 * A definition as it is written, for what the typed tree does not keep.
 *
 * @param properties what stands under {@code properties}, or the whole document
 * @param at where that is
 */
record WrittenDefinition(JsonObject properties, JsonPointer at) {

    static WrittenDefinition of(JsonValue document) {
        JsonObject whole = document instanceof JsonObject object ? object : JsonObject.empty();
        for (String name : whole.names()) {
            if (name.equalsIgnoreCase("properties") && whole.get(name) instanceof JsonObject inner) {
                return new WrittenDefinition(inner, JsonPointer.ROOT.child(name));
            }
        }
        return new WrittenDefinition(whole, JsonPointer.ROOT);
    }

    /** A member that is an object; empty when it is not. */
    Optional<JsonObject> object(String key) {
        return properties.getIgnoreCase(key) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    /** The pointer to a parameter. */
    JsonPointer parameter(Remarks remarks, String name) {
        return remarks.child(remarks.child(at, "parameters"), name);
    }

    /** The pointer to a member of {@code then}. */
    JsonPointer then(Remarks remarks, String key) {
        return remarks.child(remarks.child(remarks.child(at, "policyRule"), "then"), key);
    }
}
