package dev.demarc.policy.syntax;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.expression.Template;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads policies from JSON values. Every mistake becomes a diagnostic; nothing is thrown. */
public final class PolicyParser {
    private static final List<String> RULE_KEYS = List.of("if", "then");
    private static final List<String> THEN_KEYS = List.of("effect", "details");

    private final Problems problems;

    private PolicyParser(Places places) {
        this.problems = new Problems(places);
    }

    /** A definition: the whole resource, or what stands under its {@code properties}. */
    public static Parsed<PolicyDefinition> definition(JsonValue document, Places places) {
        var parser = new PolicyParser(places);
        return parser.problems.parsed(parser.definition(document));
    }

    /**
     * A rule that is the whole document.
     *
     * @param parameters what its expressions may refer to
     */
    public static Parsed<PolicyRule> rule(JsonValue rule, List<Parameter> parameters, Places places) {
        var parser = new PolicyParser(places);
        return parser.problems.parsed(parser.rule(rule, JsonPointer.ROOT, parameters));
    }

    /**
     * A condition that is the whole document.
     *
     * @param parameters what its expressions may refer to
     */
    public static Parsed<Condition> condition(JsonValue condition, List<Parameter> parameters, Places places) {
        var parser = new PolicyParser(places);
        return parser.problems.parsed(parser.conditions(parameters).condition(condition, JsonPointer.ROOT));
    }

    /** The parameters of a definition, written as an object from name to definition. */
    public static Parsed<List<Parameter>> parameters(JsonValue parameters, Places places) {
        var parser = new PolicyParser(places);
        return parser.problems.parsed(new ParameterParser(parser.problems).parameters(parameters, JsonPointer.ROOT));
    }

    private ConditionParser conditions(List<Parameter> parameters) {
        return new ConditionParser(problems, templates(parameters));
    }

    private TemplateReader templates(List<Parameter> parameters) {
        return new TemplateReader(
                problems, parameters.stream().map(Parameter::name).toList());
    }

    private @Nullable PolicyDefinition definition(JsonValue document) {
        if (!(document instanceof JsonObject resource)) {
            problems.wrongType("definition", "an object", document, JsonPointer.ROOT);
            return null;
        }
        boolean wrapped = resource.getIgnoreCase("properties") instanceof JsonObject;
        JsonPointer at = wrapped ? JsonPointer.ROOT.child("properties") : JsonPointer.ROOT;
        JsonObject properties = resource.getIgnoreCase("properties") instanceof JsonObject inner ? inner : resource;
        List<Parameter> parameters = new ParameterParser(problems)
                .parameters(properties.getIgnoreCase("parameters"), at.child("parameters"));
        JsonValue ruleValue = properties.getIgnoreCase("policyRule");
        if (ruleValue == null) {
            problems.error(
                    "missing-rule", "the definition has no `policyRule`", at, "add `policyRule` with `if` and `then`");
            return null;
        }
        PolicyDefinition.Mode mode = mode(properties.getIgnoreCase("mode"), at.child("mode"));
        PolicyRule rule = rule(ruleValue, at.child("policyRule"), parameters);
        if (rule == null) {
            return null;
        }
        return new PolicyDefinition(
                text(resource, "name").orElse(""),
                text(properties, "displayName").orElse(""),
                text(properties, "description").orElse(""),
                text(properties, "policyType"),
                mode,
                parameters,
                rule,
                properties.getIgnoreCase("metadata") instanceof JsonObject metadata ? metadata : JsonObject.empty());
    }

    private static Optional<String> text(JsonObject object, String key) {
        return object.getIgnoreCase(key) instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }

    private PolicyDefinition.Mode mode(@Nullable JsonValue value, JsonPointer at) {
        if (!(value instanceof JsonString text)) {
            return new PolicyDefinition.Mode.Indexed();
        }
        String mode = text.value().toLowerCase(Locale.ROOT);
        return switch (mode) {
            case "all" -> new PolicyDefinition.Mode.All();
            case "indexed" -> new PolicyDefinition.Mode.Indexed();
            default -> {
                if (!mode.endsWith(".data")) {
                    String hint = Problems.didYouMean(text.value(), List.of("All", "Indexed"));
                    problems.error("unknown-mode", "there is no mode `" + text.value() + "`", at, hint);
                }
                yield new PolicyDefinition.Mode.Provider(text.value());
            }
        };
    }

    private @Nullable PolicyRule rule(JsonValue value, JsonPointer at, List<Parameter> parameters) {
        if (!(value instanceof JsonObject object)) {
            problems.wrongType("policyRule", "an object", value, at);
            return null;
        }
        TemplateReader templates = templates(parameters);
        var conditions = new ConditionParser(problems, templates);
        checkKeys(object, RULE_KEYS, at);
        JsonValue when = object.getIgnoreCase("if");
        JsonValue then = object.getIgnoreCase("then");
        if (when == null) {
            problems.error("missing-if", "the rule has no `if`", at, "add the condition under `if`");
        }
        Condition condition = when == null ? null : conditions.condition(when, at.child("if"));
        if (!(then instanceof JsonObject consequence)) {
            problems.error("missing-then", "the rule has no `then`", at, "add the effect under `then`");
            return null;
        }
        JsonPointer thenAt = at.child("then");
        checkKeys(consequence, THEN_KEYS, thenAt);
        Template effect = effect(consequence.getIgnoreCase("effect"), thenAt, templates);
        if (effect == null) {
            return null;
        }
        Optional<Effect> known =
                effect instanceof Template.Constant(JsonString word) ? Effect.of(word.value()) : Optional.empty();
        Details details = new DetailsParser(problems, templates, conditions)
                .details(known, consequence.getIgnoreCase("details"), thenAt.child("details"));
        return condition == null ? null : new PolicyRule(condition, effect, details, problems.place(at));
    }

    private void checkKeys(JsonObject object, List<String> known, JsonPointer at) {
        for (String key : object.names()) {
            if (known.stream().noneMatch(key::equalsIgnoreCase)) {
                problems.unknownKey(key, at.child(key), known);
            }
        }
    }

    private @Nullable Template effect(@Nullable JsonValue value, JsonPointer at, TemplateReader templates) {
        if (!(value instanceof JsonString)) {
            problems.error("missing-effect", "the rule does not say its `effect`", at, "add `effect`, such as `audit`");
            return null;
        }
        Template effect = templates.read(value, at.child("effect"));
        boolean unknown = effect instanceof Template.Constant(JsonString word)
                && Effect.of(word.value()).isEmpty();
        if (unknown) {
            String word = ((JsonString) ((Template.Constant) effect).value()).value();
            String hint = Problems.didYouMean(word, Effect.words());
            problems.error("unknown-effect", "there is no effect `" + word + "`", at.child("effect"), hint);
            return null;
        }
        return effect;
    }
}
