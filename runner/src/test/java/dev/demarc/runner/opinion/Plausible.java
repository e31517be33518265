package dev.demarc.runner.opinion;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values that somebody who assigns a definition could give: effects that do something, the first that is allowed. */
final class Plausible {
    private Plausible() {}

    private static final JsonString TYPE = new JsonString("Microsoft.Storage/storageAccounts");
    private static final JsonString LOCATION = new JsonString("westeurope");

    /** A value for every parameter without a default, and for effects that do nothing by default. */
    static Map<String, JsonValue> values(PolicyDefinition definition) {
        var values = new HashMap<String, JsonValue>();
        Map<String, JsonString> compared = compared(definition);
        for (Parameter parameter : definition.parameters()) {
            Optional<JsonValue> working = parameter.allowedValues().stream()
                    .filter(value -> !isDisabled(value))
                    .findFirst()
                    .or(() -> Optional.ofNullable(compared.get(fold(parameter.name()))));
            if (parameter.defaultValue().isEmpty()) {
                values.put(parameter.name(), any(parameter, working));
            } else if (parameter.defaultValue().filter(Plausible::isDisabled).isPresent()) {
                working.ifPresent(value -> values.put(parameter.name(), value));
            }
        }
        return values;
    }

    /** The same, but texts and arrays that are empty by default are filled, and what is off by default is on. */
    static Map<String, JsonValue> filled(PolicyDefinition definition) {
        Map<String, JsonValue> values = values(definition);
        for (Parameter parameter : definition.parameters()) {
            parameter
                    .defaultValue()
                    .flatMap(Plausible::instead)
                    .filter(parameter::allows)
                    .ifPresent(value -> values.put(parameter.name(), value));
        }
        return values;
    }

    /** What somebody would give instead of a default that selects nothing; empty for any other default. */
    private static Optional<JsonValue> instead(JsonValue before) {
        return switch (before) {
            case JsonArray array when array.isEmpty() -> Optional.of(JsonArray.of(new JsonString("x")));
            case JsonString text when text.value().isEmpty() -> Optional.of(new JsonString("x"));
            case JsonString text when text.value().equalsIgnoreCase("false") -> Optional.of(new JsonString("true"));
            case JsonBoolean bool when bool.equals(JsonBoolean.FALSE) -> Optional.of(JsonBoolean.TRUE);
            default -> Optional.empty();
        };
    }

    /** The parameters that the condition compares with a type or a location, each with such a one. */
    private static Map<String, JsonString> compared(PolicyDefinition definition) {
        var compared = new HashMap<String, JsonString>();
        definition.rule().condition().forEachComparison(comparison -> {
            if (comparison.left() instanceof Left.Field(Template.Constant(JsonString field))
                    && comparison.right() instanceof Template.Computed(String source, Expression.Call call)
                    && call.function().name().equals("parameters")
                    && call.arguments().getFirst() instanceof Expression.Literal(JsonString name, int at)) {
                switch (fold(field.value())) {
                    case "type" -> compared.put(fold(name.value()), TYPE);
                    case "location" -> compared.put(fold(name.value()), LOCATION);
                    default -> {}
                }
            }
        });
        return compared;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isDisabled(JsonValue value) {
        return value instanceof JsonString word && word.value().equalsIgnoreCase("disabled");
    }

    private static JsonValue any(Parameter parameter, Optional<JsonValue> allowed) {
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
