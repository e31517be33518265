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
    private static final List<String> KEYS = List.of("type", "metadata", "defaultValue", "allowedValues", "schema");

    /** Source: "Azure Policy limits" in Microsoft's documentation of service limits. */
    private static final int OF_INITIATIVES = 400;

    private final Problems problems;
    private final String holder;
    private final int most;
    private final boolean strict;

    ParameterParser(Problems problems) {
        this(problems, "a definition", RuleLimits.PARAMETERS, true);
    }

    private ParameterParser(Problems problems, String holder, int most, boolean strict) {
        this.problems = problems;
        this.holder = holder;
        this.most = most;
        this.strict = strict;
    }

    /**
     * A reader of the parameters of an initiative, which may be more. Published initiatives have defaults of another type
     * than they say, so that is no error there.
     */
    static ParameterParser ofInitiative(Problems problems) {
        return new ParameterParser(problems, "an initiative", OF_INITIATIVES, false);
    }

    List<Parameter> parameters(@Nullable JsonValue value, JsonPointer at) {
        if (value == null || value == JsonNull.NULL) {
            return List.of();
        }
        if (!(value instanceof JsonObject object)) {
            problems.wrongType("parameters", "an object", value, at);
            return List.of();
        }
        problems.checkCase(object, at);
        if (object.size() > most) {
            problems.error(
                    "too-many-parameters",
                    holder + " has at most " + most + " parameters, this one has " + object.size(),
                    problems.name(at.child(object.name(most))),
                    "join some in a parameter of type Object");
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
        problems.checkOptionalKeys(object, KEYS, at);
        Optional<Parameter.Type> type = type(object, at);
        JsonPointer allowedAt = Problems.child(object, "allowedValues", at);
        List<JsonValue> allowed = allowed(object.getIgnoreCase("allowedValues"), allowedAt);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        var parameter = new Parameter(
                name,
                type.get(),
                Optional.ofNullable(object.getIgnoreCase("defaultValue")),
                allowed,
                problems.place(at));
        checkAllowed(parameter, allowedAt);
        parameter
                .defaultValue()
                .ifPresent(given -> checkDefault(parameter, given, Problems.child(object, "defaultValue", at)));
        return Optional.of(parameter);
    }

    private Optional<Parameter.Type> type(JsonObject object, JsonPointer at) {
        JsonValue value = object.getIgnoreCase("type");
        var words =
                Arrays.stream(Parameter.Type.values()).map(Parameter.Type::word).toList();
        if (!(value instanceof JsonString text)) {
            problems.error(
                    "unknown-parameter-type",
                    "the parameter has no type",
                    problems.name(value == null ? at : Problems.child(object, "type", at)),
                    "add `type`: one of " + String.join(", ", words));
            return Optional.empty();
        }
        Optional<Parameter.Type> type = Parameter.Type.of(text.value());
        if (type.isEmpty()) {
            String hint = Problems.didYouMean(text.value(), words);
            String message = "there is no parameter type `" + text.value() + "`";
            problems.error("unknown-parameter-type", message, Problems.child(object, "type", at), hint);
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

    /** What an assignment may give: values of the type, or items of an array, which azure-docs allows too. */
    private void checkAllowed(Parameter parameter, JsonPointer at) {
        for (int i = 0; i < parameter.allowedValues().size(); i++) {
            JsonValue value = parameter.allowedValues().get(i);
            if (!parameter.type().holds(value) && parameter.type() != Parameter.Type.ARRAY) {
                String type = parameter.type().word();
                String message = "an allowed value of `" + parameter.name() + "` must be of type " + type + ", not "
                        + Problems.kind(value);
                problems.error("wrong-type", message, at.child(i), "write a value of type " + type + " here");
            }
        }
    }

    private void checkDefault(Parameter parameter, JsonValue given, JsonPointer at) {
        if (!parameter.type().holds(given)) {
            String type = parameter.type().word();
            String message = "the default value of `" + parameter.name() + "` must be of type " + type + ", not "
                    + Problems.kind(given);
            String hint = "write a value of type " + type + " here";
            if (strict) {
                problems.error("wrong-type", message, at, hint);
            } else {
                problems.warning("default-of-other-type", message, at, hint);
            }
        } else if (!parameter.allows(given)) {
            problems.error(
                    "value-not-allowed",
                    "the default value of `" + parameter.name() + "` is not among its allowed values",
                    at,
                    "letters must match in case too; allowed are " + JsonArray.of(parameter.allowedValues()));
        }
    }
}
