package dev.demarc.policy.regorus;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.regorus.YamlCases.Case;
import dev.demarc.policy.syntax.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A case of one function: {@code builtin} and {@code args}, and the value {@code want}ed, or that there is none. */
record FunctionCase(Case one) implements Running {
    private static final Map<String, String> NAMES =
            Map.of("int_div", "div", "int_mod", "mod", "logic_all", "and", "logic_any", "or", "logic_not", "not");

    @Override
    public Optional<String> difference(SemanticsProfile profile) {
        Outcome outcome = outcome(profile);
        if (one.says("want_undefined") || one.body().get("want_error") != null) {
            return outcome instanceof Outcome.Failed
                    ? Optional.empty()
                    : Optional.of("no value wanted, got " + outcome);
        }
        JsonValue wanted = one.says("want_null") ? JsonNull.NULL : one.body().get("want");
        if (wanted == null) {
            return Optional.empty();
        }
        boolean agrees = outcome instanceof Outcome.Value(JsonValue value) && YamlCases.same(value, wanted);
        return agrees ? Optional.empty() : Optional.of("wanted " + wanted + ", got " + outcome);
    }

    private Outcome outcome(SemanticsProfile profile) {
        String builtin = ((JsonString) one.header().get("builtin")).value();
        List<JsonValue> arguments = one.body().array("args").values();
        return switch (builtin) {
            case "azure.policy.get_parameter" -> parameter(profile, arguments);
            case "azure.policy.resolve_field" -> field(profile, arguments);
            default -> call(profile, name(builtin.substring(builtin.lastIndexOf('.') + 1)), arguments);
        };
    }

    private static String name(String snake) {
        if (NAMES.containsKey(snake)) {
            return NAMES.get(snake);
        }
        var name = new StringBuilder();
        for (String word : snake.split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    private static Outcome call(SemanticsProfile profile, String function, List<JsonValue> arguments) {
        var parameters = new ArrayList<Parameter>();
        var written = new ArrayList<String>();
        for (JsonValue argument : arguments) {
            if (argument == JsonNull.NULL) {
                written.add("null()");
            } else {
                String name = "p" + parameters.size();
                parameters.add(given(name, Optional.of(argument)));
                written.add("parameters('" + name + "')");
            }
        }
        return new Engine(profile).value("[" + function + "(" + String.join(",", written) + ")]", parameters, Map.of());
    }

    private static Outcome parameter(SemanticsProfile profile, List<JsonValue> arguments) {
        var assigned = new java.util.LinkedHashMap<String, JsonValue>();
        ((JsonObject) arguments.get(0)).forEach(assigned::put);
        var parameters = new ArrayList<Parameter>();
        ((JsonObject) arguments.get(1)).forEach((name, value) -> parameters.add(given(name, Optional.of(value))));
        for (String name : assigned.keySet()) {
            if (parameters.stream().noneMatch(one -> one.name().equalsIgnoreCase(name))) {
                parameters.add(given(name, Optional.empty()));
            }
        }
        String name = ((JsonString) arguments.get(2)).value();
        return new Engine(profile).value("[parameters('" + name + "')]", parameters, assigned);
    }

    private static Outcome field(SemanticsProfile profile, List<JsonValue> arguments) {
        if (!(arguments.get(1) instanceof JsonString path)) {
            return new Engine(profile).value("[field(" + arguments.get(1) + ")]", List.of(), Map.of());
        }
        return new Engine(profile).field((JsonObject) arguments.get(0), path.value());
    }

    static Parameter given(String name, Optional<JsonValue> value) {
        Parameter.Type type = value.map(FunctionCase::type).orElse(Parameter.Type.OBJECT);
        return new Parameter(
                name, type, value, List.of(), Places.unknownLines("case").of(JsonPointer.ROOT));
    }

    private static Parameter.Type type(JsonValue value) {
        return switch (value) {
            case JsonString text -> Parameter.Type.STRING;
            case JsonArray array -> Parameter.Type.ARRAY;
            case dev.demarc.document.JsonBoolean truth -> Parameter.Type.BOOLEAN;
            case dev.demarc.document.JsonNumber number -> Parameter.Type.FLOAT;
            default -> Parameter.Type.OBJECT;
        };
    }
}
