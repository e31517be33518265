package dev.demarc.policy.syntax;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a definition. */
final class ParameterParser {
    private final Problems problems;

    ParameterParser(Problems problems) {
        this.problems = problems;
    }

    List<Parameter> parameters(@Nullable JsonValue value, JsonPointer at) {
        if (value == null || value == JsonNull.NULL) {
            return List.of();
        }
        if (!(value instanceof JsonObject object)) {
            problems.wrongType("parameters", "an object", value, at);
            return List.of();
        }
        var parameters = new ArrayList<Parameter>();
        object.forEach((name, definition) ->
                parameter(name, definition, at.child(name)).ifPresent(parameters::add));
        return parameters;
    }

    private Optional<Parameter> parameter(String name, JsonValue value, JsonPointer at) {
        if (!(value instanceof JsonObject object)) {
            problems.wrongType(name, "an object", value, at);
            return Optional.empty();
        }
        Optional<Parameter.Type> type = type(object.getIgnoreCase("type"), at);
        List<JsonValue> allowed = allowed(object.getIgnoreCase("allowedValues"), at.child("allowedValues"));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        var parameter = new Parameter(
                name,
                type.get(),
                Optional.ofNullable(object.getIgnoreCase("defaultValue")),
                allowed,
                problems.place(at));
        parameter.defaultValue().ifPresent(given -> checkDefault(parameter, given, at.child("defaultValue")));
        return Optional.of(parameter);
    }

    private Optional<Parameter.Type> type(@Nullable JsonValue value, JsonPointer at) {
        var words =
                Arrays.stream(Parameter.Type.values()).map(Parameter.Type::word).toList();
        if (!(value instanceof JsonString text)) {
            problems.error(
                    "unknown-parameter-type",
                    "the parameter has no type",
                    at,
                    "add `type`: one of " + String.join(", ", words));
            return Optional.empty();
        }
        Optional<Parameter.Type> type = Parameter.Type.of(text.value());
        if (type.isEmpty()) {
            String hint = Problems.didYouMean(text.value(), words);
            String message = "there is no parameter type `" + text.value() + "`";
            problems.error("unknown-parameter-type", message, at.child("type"), hint);
        }
        return type;
    }

    private List<JsonValue> allowed(@Nullable JsonValue value, JsonPointer at) {
        if (value == null || value == JsonNull.NULL) {
            return List.of();
        }
        if (value instanceof JsonArray array) {
            return array.values();
        }
        problems.wrongType("allowedValues", "an array", value, at);
        return List.of();
    }

    private void checkDefault(Parameter parameter, JsonValue given, JsonPointer at) {
        if (!parameter.type().holds(given)) {
            String type = parameter.type().word();
            String message = "the default value of `" + parameter.name() + "` must be of type " + type + ", not "
                    + Problems.kind(given);
            problems.error("wrong-type", message, at, "write a value of type " + type + " here");
        } else if (!parameter.allows(given)) {
            problems.error(
                    "value-not-allowed",
                    "the default value of `" + parameter.name() + "` is not among its allowed values",
                    at,
                    "letters must match in case too; allowed are " + JsonArray.of(parameter.allowedValues()));
        }
    }
}
