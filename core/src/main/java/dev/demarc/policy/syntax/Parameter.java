package dev.demarc.policy.syntax;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Something a policy leaves to whoever assigns it.
 *
 * @param allowedValues empty when any value of the type will do
 */
public record Parameter(
        String name, Type type, Optional<JsonValue> defaultValue, List<JsonValue> allowedValues, Place place) {
    public Parameter {
        allowedValues = List.copyOf(allowedValues);
    }

    /** The type of a parameter's values. */
    public enum Type {
        STRING("String"),
        ARRAY("Array"),
        OBJECT("Object"),
        BOOLEAN("Boolean"),
        INTEGER("Integer"),
        FLOAT("Float"),
        DATE_TIME("DateTime");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** The word in a definition. */
        public String word() {
            return word;
        }

        /** The type of this word, without regard to case; empty when there is none. */
        public static Optional<Type> of(String word) {
            return Arrays.stream(values())
                    .filter(type -> type.word.equalsIgnoreCase(word))
                    .findFirst();
        }

        /** Whether a value is of this type. */
        public boolean holds(JsonValue value) {
            return switch (this) {
                case STRING, DATE_TIME -> value instanceof JsonString;
                case ARRAY -> value instanceof JsonArray;
                case OBJECT -> value instanceof JsonObject;
                case BOOLEAN -> value instanceof JsonBoolean;
                case INTEGER -> value instanceof JsonNumber number && number.isInteger();
                case FLOAT -> value instanceof JsonNumber;
            };
        }
    }

    /** Whether a value is among those allowed: exactly, case and all; every item of an array by itself. */
    public boolean allows(JsonValue value) {
        if (allowedValues.isEmpty() || allowedValues.contains(value)) {
            return true;
        }
        return value instanceof JsonArray items && items.stream().allMatch(allowedValues::contains);
    }
}
