package dev.demarc.policy.syntax;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads policies from JSON values. Every mistake becomes a diagnostic; nothing is thrown. */
public final class PolicyParser {
    /** Members around a definition: what Azure returns, what Resource Graph and PowerShell add, what templates have. */
    private static final List<String> RESOURCE_KEYS = List.of(
            "properties",
            "id",
            "name",
            "type",
            "apiVersion",
            "systemData",
            "scope",
            "location",
            "tags",
            "dependsOn",
            "$schema",
            "comments",
            "condition",
            "extendedLocation",
            "identity",
            "kind",
            "managedBy",
            "plan",
            "policyDefinitionId",
            "resourceGroup",
            "resourceGroupName",
            "resourceId",
            "resourceName",
            "resourceType",
            "sku",
            "subscriptionId",
            "tenantId",
            "zones");

    private static final List<String> DEFINITION_KEYS = List.of(
            "displayName",
            "description",
            "policyType",
            "mode",
            "metadata",
            "parameters",
            "policyRule",
            "version",
            "versions",
            "externalEvaluationEnforcementSettings");
    private static final List<String> RULE_KEYS = List.of("if", "then");
    private static final List<String> THEN_KEYS = List.of("effect", "details");

    private final Problems problems;

    private PolicyParser(Places places) {
        this(places, false);
    }

    private PolicyParser(Places places, boolean deployments) {
        this.problems = new Problems(places, deployments);
    }

    /** A definition: the whole resource, or what stands under its {@code properties}. */
    public static Parsed<PolicyDefinition> definition(JsonValue document, Places places) {
        return definition(document, places, false);
    }

    /**
     * The same.
     *
     * @param deployments whether expressions may call functions of deployments on points in time, which some engines
     *     allow
     */
    public static Parsed<PolicyDefinition> definition(JsonValue document, Places places, boolean deployments) {
        var parser = new PolicyParser(places, deployments);
        return parser.problems.parsed(parser.definition(document));
    }

    /**
     * A definition as far as it could be read, its mistakes left out: to be looked over, never to judge by.
     *
     * @param definition empty when nothing is left of it
     * @param diagnostics as {@link #definition} has them
     */
    public record Draft(Optional<PolicyDefinition> definition, List<Diagnostic> diagnostics) {
        public Draft {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * A definition as far as it can be read.
     *
     * @param deployments as {@link #definition} has it
     */
    public static Draft draft(JsonValue document, Places places, boolean deployments) {
        var parser = new PolicyParser(places, deployments);
        PolicyDefinition definition = parser.definition(document);
        return new Draft(
                Optional.ofNullable(definition),
                parser.problems.parsed(definition).diagnostics());
    }

    /**
     * A rule that is the whole document.
     *
     * @param parameters what its expressions may refer to
     */
    public static Parsed<PolicyRule> rule(JsonValue rule, List<Parameter> parameters, Places places) {
        return rule(rule, parameters, places, false);
    }

    /**
     * The same.
     *
     * @param deployments whether expressions may call functions of deployments on points in time, which some engines
     *     allow
     */
    public static Parsed<PolicyRule> rule(
            JsonValue rule, List<Parameter> parameters, Places places, boolean deployments) {
        var parser = new PolicyParser(places, deployments);
        var given = new EffectParser.Given(parameters, JsonObject.empty(), JsonPointer.ROOT);
        return parser.problems.parsed(parser.rule(rule, JsonPointer.ROOT, parameters, given, Optional.empty()));
    }

    /**
     * A condition that is the whole document.
     *
     * @param parameters what its expressions may refer to
     */
    public static Parsed<Condition> condition(JsonValue condition, List<Parameter> parameters, Places places) {
        return condition(condition, parameters, places, false);
    }

    /**
     * The same.
     *
     * @param deployments whether expressions may call functions of deployments on points in time, which some engines
     *     allow
     */
    public static Parsed<Condition> condition(
            JsonValue condition, List<Parameter> parameters, Places places, boolean deployments) {
        var parser = new PolicyParser(places, deployments);
        return parser.problems.parsed(parser.conditions(parameters).condition(condition, JsonPointer.ROOT));
    }

    /** The parameters of a definition, written as an object from name to definition. */
    public static Parsed<List<Parameter>> parameters(JsonValue parameters, Places places) {
        var parser = new PolicyParser(places);
        return parser.problems.parsed(new ParameterParser(parser.problems).parameters(parameters, JsonPointer.ROOT));
    }

    private ConditionParser conditions(List<Parameter> parameters) {
        var limits = new RuleLimits(problems);
        return new ConditionParser(problems, templates(parameters, limits), limits);
    }

    private TemplateReader templates(List<Parameter> parameters, RuleLimits limits) {
        return new TemplateReader(
                problems, parameters.stream().map(Parameter::name).toList(), limits);
    }

    private @Nullable PolicyDefinition definition(JsonValue document) {
        if (!(document instanceof JsonObject resource)) {
            problems.wrongType("definition", "an object", document, JsonPointer.ROOT);
            return null;
        }
        boolean wrapped = resource.getIgnoreCase("properties") instanceof JsonObject;
        JsonPointer at = wrapped ? Problems.child(resource, "properties", JsonPointer.ROOT) : JsonPointer.ROOT;
        JsonObject properties = resource.getIgnoreCase("properties") instanceof JsonObject inner ? inner : resource;
        checkKeys(resource, properties, at);
        JsonPointer parametersAt = Problems.child(properties, "parameters", at);
        JsonValue parametersValue = properties.getIgnoreCase("parameters");
        List<Parameter> parameters = new ParameterParser(problems).parameters(parametersValue, parametersAt);
        PolicyDefinition.Mode mode = mode(properties.getIgnoreCase("mode"), Problems.child(properties, "mode", at));
        JsonValue ruleValue = properties.getIgnoreCase("policyRule");
        if (ruleValue == null) {
            problems.error(
                    "missing-rule",
                    "the definition has no `policyRule`",
                    problems.name(at),
                    "add `policyRule` with `if` and `then`");
            return null;
        }
        var given = new EffectParser.Given(
                parameters, parametersValue instanceof JsonObject object ? object : JsonObject.empty(), parametersAt);
        PolicyRule rule =
                rule(ruleValue, Problems.child(properties, "policyRule", at), parameters, given, Optional.of(mode));
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

    private void checkKeys(JsonObject resource, JsonObject properties, JsonPointer at) {
        if (at.tokens().isEmpty()) {
            var known = new ArrayList<>(DEFINITION_KEYS);
            known.addAll(RESOURCE_KEYS);
            problems.checkOptionalKeys(resource, known, at);
        } else {
            problems.checkOptionalKeys(resource, RESOURCE_KEYS, JsonPointer.ROOT);
            problems.checkOptionalKeys(properties, DEFINITION_KEYS, at);
        }
        for (String key : List.of("displayName", "description", "policyType")) {
            JsonValue value = properties.getIgnoreCase(key);
            if (value != null && value != JsonNull.NULL && !(value instanceof JsonString)) {
                problems.wrongType(key, "a text", value, Problems.child(properties, key, at));
            }
        }
        JsonValue metadata = properties.getIgnoreCase("metadata");
        if (metadata != null && metadata != JsonNull.NULL && !(metadata instanceof JsonObject)) {
            problems.wrongType("metadata", "an object", metadata, Problems.child(properties, "metadata", at));
        }
    }

    private PolicyDefinition.Mode mode(@Nullable JsonValue value, JsonPointer at) {
        if (!(value instanceof JsonString text)) {
            if (value != null && value != JsonNull.NULL) {
                problems.wrongType("mode", "a text", value, at);
            }
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

    /** A rule; the mode is empty when it is no part of a definition. */
    private @Nullable PolicyRule rule(
            JsonValue value,
            JsonPointer at,
            List<Parameter> parameters,
            EffectParser.Given given,
            Optional<PolicyDefinition.Mode> mode) {
        if (!(value instanceof JsonObject object)) {
            problems.wrongType("policyRule", "an object", value, at);
            return null;
        }
        var limits = new RuleLimits(problems);
        TemplateReader templates = templates(parameters, limits);
        var conditions = new ConditionParser(problems, templates, limits);
        problems.checkKeys(object, RULE_KEYS, at);
        JsonValue when = object.getIgnoreCase("if");
        JsonValue then = object.getIgnoreCase("then");
        if (when == null) {
            problems.error("missing-if", "the rule has no `if`", problems.name(at), "add the condition under `if`");
        }
        JsonPointer whenAt = Problems.child(object, "if", at);
        Condition condition =
                when == null ? ConditionParser.unread(problems, whenAt) : conditions.condition(when, whenAt);
        limits.enterThen();
        JsonPointer thenAt = Problems.child(object, "then", at);
        if (!(then instanceof JsonObject consequence)) {
            missingThen(then, at, thenAt);
            return new PolicyRule(condition, TemplateReader.unread(thenAt), new Details.None(), problems.place(at));
        }
        problems.checkKeys(consequence, THEN_KEYS, thenAt);
        var effects = new EffectParser(problems, templates, given, mode);
        Optional<Template> effect = Optional.ofNullable(effects.effect(consequence, thenAt));
        PossibleEffects possible = effect.map(effects::possible).orElse(new PossibleEffects(List.of(), false));
        Details details = new DetailsParser(problems, templates, conditions, possible, mode)
                .details(consequence.getIgnoreCase("details"), Problems.child(consequence, "details", thenAt), thenAt);
        return new PolicyRule(condition, effect.orElse(TemplateReader.unread(thenAt)), details, problems.place(at));
    }

    private void missingThen(@Nullable JsonValue then, JsonPointer at, JsonPointer thenAt) {
        if (then == null) {
            problems.error("missing-then", "the rule has no `then`", problems.name(at), "add the effect under `then`");
        } else {
            problems.wrongType("then", "an object", then, thenAt);
        }
    }
}
