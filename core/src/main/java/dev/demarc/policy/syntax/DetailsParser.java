package dev.demarc.policy.syntax;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.ExpressionParser;
import dev.demarc.policy.expression.Template;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what an effect needs to know. Where the effect is left to a parameter, the shape of the details decides. */
final class DetailsParser {
    private static final List<String> RELATED_KEYS = List.of(
            "type",
            "name",
            "resourceGroupName",
            "existenceScope",
            "existenceCondition",
            "evaluationDelay",
            "roleDefinitionIds",
            "deploymentScope",
            "deployment");
    private static final List<String> MANUAL_KEYS = List.of("defaultState");
    private static final List<String> DENY_ACTION_KEYS = List.of("actionNames", "cascadeBehaviors");
    private static final List<String> STATES = List.of("Unknown", "Compliant", "NonCompliant", "Non-compliant");
    private static final List<String> SCOPES = List.of("ResourceGroup", "Subscription");
    private static final List<String> DELAYS =
            List.of("AfterProvisioning", "AfterProvisioningSuccess", "AfterProvisioningFailure");
    private static final List<Effect> IF_NOT_EXISTS = List.of(Effect.AUDIT_IF_NOT_EXISTS, Effect.DEPLOY_IF_NOT_EXISTS);
    private static final List<Effect> CHANGING = List.of(Effect.MODIFY, Effect.APPEND);
    private static final List<Effect> WITHOUT = List.of(Effect.AUDIT, Effect.DENY);
    /** ISO 8601, from no time to six hours. */
    private static final Pattern DURATION = Pattern.compile("PT(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?");

    private final Problems problems;
    private final TemplateReader templates;
    private final ConditionParser conditions;
    private final PossibleEffects possible;
    /** Empty for a rule that is no part of a definition: of those only what is needed to judge is asked for. */
    private final Optional<PolicyDefinition.Mode> mode;

    DetailsParser(
            Problems problems,
            TemplateReader templates,
            ConditionParser conditions,
            PossibleEffects possible,
            Optional<PolicyDefinition.Mode> mode) {
        this.problems = problems;
        this.templates = templates;
        this.conditions = conditions;
        this.possible = possible;
        this.mode = mode;
    }

    Details details(@Nullable JsonValue value, JsonPointer at, JsonPointer thenAt) {
        if (value == null || value == JsonNull.NULL) {
            if (possible.areAll(IF_NOT_EXISTS) || possible.areAll(CHANGING)) {
                problems.error(
                        "missing-details",
                        "the effect needs `details`",
                        problems.name(thenAt),
                        "add what the effect should look for or change");
            }
            return new Details.None();
        }
        if (mode.filter(PolicyDefinition.Mode.Provider.class::isInstance).isPresent()) {
            return read(value, at);
        }
        if (possible.areAll(WITHOUT)) {
            problems.warning(
                    "details-unused",
                    "nobody reads `details` with the effect " + possible.words(WITHOUT),
                    problems.name(at),
                    "use `auditIfNotExists`, `deployIfNotExists` or `modify`, or remove it");
        } else if (possible.areAll(List.of(Effect.MANUAL))) {
            manual(value, at);
        } else if (possible.areAll(List.of(Effect.DENY_ACTION))) {
            denyAction(value, at);
        }
        return read(value, at);
    }

    private Details read(JsonValue value, JsonPointer at) {
        boolean open = !possible.complete();
        boolean related = possible.areAll(IF_NOT_EXISTS);
        var operations = new OperationParser(problems, templates, mode.isPresent());
        if (value instanceof JsonObject object) {
            if (related || (!possible.areAll(CHANGING) && object.getIgnoreCase("type") != null)) {
                return related(object, at);
            }
            if (object.getIgnoreCase("operations") instanceof JsonArray array) {
                return new Details.Operations(
                        operations.modify(object, array, at), template(object, "conflictEffect", at), value);
            }
            if (possible.areAll(List.of(Effect.MODIFY))) {
                missing("`modify` needs `details.operations`", at);
            }
            if (object.getIgnoreCase("defaultState") != null) {
                return new Details.Attestation(template(object, "defaultState", at), value);
            }
            if (object.getIgnoreCase("actionNames") != null) {
                return guard(object, at);
            }
        } else if (related || possible.areAll(List.of(Effect.MODIFY))) {
            problems.wrongType("details", "an object", value, at);
        }
        boolean appends = open || possible.may(Effect.APPEND);
        if (value instanceof JsonArray array && appends) {
            return new Details.Operations(operations.append(array, at), Optional.empty(), value);
        }
        if (possible.areAll(List.of(Effect.APPEND))) {
            problems.wrongType("details", "an array of `field` and `value`", value, at);
        }
        return new Details.Raw(value);
    }

    private Details guard(JsonObject object, JsonPointer at) {
        JsonValue cascade = object.getIgnoreCase("cascadeBehaviors");
        return new Details.Guard(
                template(object, "actionNames", at),
                cascade instanceof JsonObject behaviors
                        ? template(behaviors, "resourceGroup", at.child("cascadeBehaviors"))
                        : Optional.empty(),
                object);
    }

    private void missing(String message, JsonPointer at) {
        problems.error("missing-details", message, problems.name(at), "add what the effect should look for or change");
    }

    private Details related(JsonObject object, JsonPointer at) {
        if (mode.isPresent()) {
            checkRelated(object, at);
        }
        JsonValue type = object.getIgnoreCase("type");
        if (!(type instanceof JsonString)) {
            missing("`details` does not say the `type` of the related resource", at);
            return new Details.Raw(object);
        }
        JsonValue existence = object.getIgnoreCase("existenceCondition");
        Condition condition = existence == null
                ? null
                : conditions.condition(existence, Problems.child(object, "existenceCondition", at));
        return new Details.Related(
                templates.read(type, Problems.child(object, "type", at)),
                text(object, "name", at),
                text(object, "resourceGroupName", at),
                inSubscription(object, at),
                Optional.ofNullable(condition),
                problems.place(at),
                object);
    }

    private void checkRelated(JsonObject object, JsonPointer at) {
        problems.checkOptionalKeys(object, RELATED_KEYS, at);
        if (possible.may(Effect.DEPLOY_IF_NOT_EXISTS)) {
            OperationParser.checkRoles(problems, object, "deployIfNotExists", at);
            JsonValue deployment = object.getIgnoreCase("deployment");
            if (deployment == null) {
                problems.error(
                        "missing-deployment",
                        "`deployIfNotExists` needs `details.deployment`",
                        problems.name(at),
                        "add `deployment` with `properties.mode` and `properties.template`");
            } else if (!(deployment instanceof JsonObject)) {
                problems.wrongType("deployment", "an object", deployment, Problems.child(object, "deployment", at));
            }
        }
        word(object, "deploymentScope", SCOPES, at);
        JsonValue delay = object.getIgnoreCase("evaluationDelay");
        boolean known = delay == null
                || (delay instanceof JsonString text
                        && (ExpressionParser.isExpression(text.value())
                                || DELAYS.stream().anyMatch(text.value()::equalsIgnoreCase)
                                || (text.value().length() > 2
                                        && DURATION.matcher(text.value()).matches())));
        if (!known) {
            problems.error(
                    "unknown-delay",
                    "`evaluationDelay` is a duration or a word, not " + delay,
                    Problems.child(object, "evaluationDelay", at),
                    "write a duration such as `PT10M`, or one of " + String.join(", ", DELAYS));
        }
    }

    private boolean inSubscription(JsonObject object, JsonPointer at) {
        JsonValue scope = object.getIgnoreCase("existenceScope");
        if (scope == null) {
            return false;
        }
        boolean known = scope instanceof JsonString text && SCOPES.stream().anyMatch(text.value()::equalsIgnoreCase);
        if (!known) {
            problems.error(
                    "unknown-scope",
                    "`existenceScope` is `Subscription` or `ResourceGroup`, not " + scope,
                    Problems.child(object, "existenceScope", at),
                    "write one of the two");
        }
        return scope instanceof JsonString text && text.value().equalsIgnoreCase("subscription");
    }

    private Optional<Template> text(JsonObject object, String key, JsonPointer at) {
        JsonValue value = object.getIgnoreCase(key);
        JsonPointer inside = Problems.child(object, key, at);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString)) {
            problems.wrongType(key, "a text", value, inside);
            return Optional.empty();
        }
        return Optional.of(templates.read(value, inside));
    }

    private void manual(JsonValue value, JsonPointer at) {
        if (!(value instanceof JsonObject object)) {
            problems.wrongType("details", "an object", value, at);
            return;
        }
        problems.checkOptionalKeys(object, MANUAL_KEYS, at);
        word(object, "defaultState", STATES, at);
    }

    private void denyAction(JsonValue value, JsonPointer at) {
        if (!(value instanceof JsonObject object)) {
            problems.wrongType("details", "an object", value, at);
            return;
        }
        problems.checkOptionalKeys(object, DENY_ACTION_KEYS, at);
        JsonPointer namesAt = Problems.child(object, "actionNames", at);
        JsonValue given = object.getIgnoreCase("actionNames");
        if (given instanceof JsonString text && ExpressionParser.isExpression(text.value())) {
            cascade(object, at);
            return;
        }
        if (!(given instanceof JsonArray names)) {
            missing("`denyAction` needs `details.actionNames`", at);
        } else {
            for (int i = 0; i < names.size(); i++) {
                if (!(names.get(i) instanceof JsonString name) || !name.value().equalsIgnoreCase("delete")) {
                    problems.error(
                            "unknown-action",
                            "`denyAction` can deny `delete` only, not " + names.get(i),
                            namesAt.child(i),
                            "write `delete`");
                }
            }
        }
        cascade(object, at);
    }

    private void cascade(JsonObject object, JsonPointer at) {
        JsonPointer inside = Problems.child(object, "cascadeBehaviors", at);
        JsonValue cascade = object.getIgnoreCase("cascadeBehaviors");
        if (cascade == null) {
            return;
        }
        if (!(cascade instanceof JsonObject behaviors)) {
            problems.wrongType("cascadeBehaviors", "an object", cascade, inside);
            return;
        }
        if (mode.filter(PolicyDefinition.Mode.All.class::isInstance).isPresent()) {
            problems.error(
                    "cascade-in-mode-all",
                    "`cascadeBehaviors` is allowed in mode `Indexed` only",
                    problems.name(inside),
                    "set `mode` to `Indexed`, or remove it");
        }
        problems.checkKeys(behaviors, List.of("resourceGroup"), inside);
        word(behaviors, "resourceGroup", List.of("allow", "deny"), inside);
    }

    private void word(JsonObject object, String key, List<String> words, JsonPointer at) {
        Words.check(problems, object, key, words, at);
    }

    private Optional<Template> template(JsonObject object, String key, JsonPointer at) {
        return Optional.ofNullable(object.getIgnoreCase(key))
                .map(value -> templates.read(value, Problems.child(object, key, at)));
    }
}
