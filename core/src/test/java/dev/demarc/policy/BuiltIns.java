package dev.demarc.policy;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.syntax.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Published definitions, assigned. */
final class BuiltIns {
    private BuiltIns() {}

    /** A value for each parameter that whoever assigns the definition has to give. */
    static Map<String, JsonValue> withoutDefault(List<Parameter> parameters) {
        var values = new HashMap<String, JsonValue>();
        for (Parameter parameter : parameters) {
            if (parameter.defaultValue().isEmpty()) {
                values.put(parameter.name(), any(parameter));
            }
        }
        return values;
    }

    private static JsonValue any(Parameter parameter) {
        Optional<JsonValue> allowed = parameter.allowedValues().stream().findFirst();
        return parameter.type() == Parameter.Type.ARRAY
                ? JsonArray.of(allowed.orElse(new JsonString("x")))
                : allowed.orElseGet(() -> any(parameter.type()));
    }

    private static JsonValue any(Parameter.Type type) {
        return switch (type) {
            case STRING -> new JsonString("x");
            case DATE_TIME -> new JsonString("2026-01-01T00:00:00Z");
            case ARRAY -> JsonArray.of();
            case OBJECT -> JsonObject.empty();
            case BOOLEAN -> JsonBoolean.TRUE;
            case INTEGER, FLOAT -> JsonNumber.of(1);
        };
    }
}
