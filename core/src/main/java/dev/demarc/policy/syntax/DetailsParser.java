package dev.demarc.policy.syntax;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what an effect needs to know. Where the effect is left to a parameter, the shape of the details decides. */
final class DetailsParser {
    private final Problems problems;
    private final TemplateReader templates;
    private final ConditionParser conditions;

    DetailsParser(Problems problems, TemplateReader templates, ConditionParser conditions) {
        this.problems = problems;
        this.templates = templates;
        this.conditions = conditions;
    }

    Details details(Optional<Effect> effect, @Nullable JsonValue value, JsonPointer at) {
        boolean open = effect.isEmpty();
        boolean related = effect.map(Effect::looksForRelated).orElse(false);
        if (value == null) {
            if (related || effect.equals(Optional.of(Effect.MODIFY)) || effect.equals(Optional.of(Effect.APPEND))) {
                missing("the effect needs `details`", at);
            }
            return new Details.None();
        }
        if (value instanceof JsonObject object) {
            if (related || (open && object.getIgnoreCase("type") != null)) {
                return related(object, at);
            }
            JsonValue operations = object.getIgnoreCase("operations");
            if (operations instanceof JsonArray array) {
                return new Details.Operations(
                        operations(array, at.child("operations")), template(object, "conflictEffect", at), value);
            }
            if (effect.equals(Optional.of(Effect.MODIFY))) {
                missing("`modify` needs `details.operations`", at);
            }
            if (object.getIgnoreCase("defaultState") != null) {
                return new Details.Attestation(template(object, "defaultState", at), value);
            }
            if (object.getIgnoreCase("actionNames") != null) {
                return guard(object, at);
            }
        } else if (related) {
            problems.wrongType("details", "an object", value, at);
        }
        if (value instanceof JsonArray array && (open || effect.equals(Optional.of(Effect.APPEND)))) {
            return new Details.Operations(appends(array, at), Optional.empty(), value);
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
        problems.error("missing-details", message, at, "add what the effect should look for or change");
    }

    private Details related(JsonObject object, JsonPointer at) {
        JsonValue type = object.getIgnoreCase("type");
        if (!(type instanceof JsonString)) {
            missing("`details` does not say the `type` of the related resource", at);
            return new Details.Raw(object);
        }
        JsonValue existence = object.getIgnoreCase("existenceCondition");
        Condition condition =
                existence == null ? null : conditions.condition(existence, at.child("existenceCondition"));
        return new Details.Related(
                templates.read(type, at.child("type")),
                text(object, "name", at),
                text(object, "resourceGroupName", at),
                inSubscription(object.getIgnoreCase("existenceScope"), at.child("existenceScope")),
                Optional.ofNullable(condition),
                problems.place(at),
                object);
    }

    private boolean inSubscription(@Nullable JsonValue scope, JsonPointer at) {
        if (scope == null) {
            return false;
        }
        boolean known = scope instanceof JsonString text
                && (text.value().equalsIgnoreCase("subscription")
                        || text.value().equalsIgnoreCase("resourceGroup"));
        if (!known) {
            problems.error(
                    "unknown-scope",
                    "`existenceScope` is `Subscription` or `ResourceGroup`, not " + scope,
                    at,
                    "write one of the two");
        }
        return scope instanceof JsonString text && text.value().equalsIgnoreCase("subscription");
    }

    private Optional<Template> text(JsonObject object, String key, JsonPointer at) {
        JsonValue value = object.getIgnoreCase(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString)) {
            problems.wrongType(key, "a text", value, at.child(key));
            return Optional.empty();
        }
        return Optional.of(templates.read(value, at.child(key)));
    }

    private List<Details.Operation> operations(JsonArray array, JsonPointer at) {
        var operations = new ArrayList<Details.Operation>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonObject object) {
                operation(object, at.child(i)).ifPresent(operations::add);
            } else {
                problems.wrongType("operations", "a list of objects", array.get(i), at.child(i));
            }
        }
        return operations;
    }

    private Optional<Details.Operation> operation(JsonObject object, JsonPointer at) {
        var words =
                Arrays.stream(Details.Action.values()).map(Details.Action::word).toList();
        String word = object.getIgnoreCase("operation") instanceof JsonString text ? text.value() : "";
        Optional<Details.Action> action = Arrays.stream(Details.Action.values())
                .filter(one -> one.word().equalsIgnoreCase(word))
                .findFirst();
        if (action.isEmpty()) {
            problems.error(
                    "unknown-operation", "there is no operation `" + word + "`", at, Problems.didYouMean(word, words));
        }
        Optional<Template> field = field(object, at);
        Optional<Template> value = template(object, "value", at);
        Optional<Template> condition = template(object, "condition", at);
        return action.isEmpty() || field.isEmpty()
                ? Optional.empty()
                : Optional.of(new Details.Operation(action.get(), field.get(), value, condition));
    }

    private List<Details.Operation> appends(JsonArray array, JsonPointer at) {
        var operations = new ArrayList<Details.Operation>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonObject object) {
                JsonPointer inside = at.child(i);
                Optional<Template> value = template(object, "value", inside);
                field(object, inside)
                        .map(field -> new Details.Operation(Details.Action.ADD, field, value, Optional.empty()))
                        .ifPresent(operations::add);
            } else {
                problems.wrongType("details", "a list of objects", array.get(i), at.child(i));
            }
        }
        return operations;
    }

    private Optional<Template> field(JsonObject object, JsonPointer at) {
        if (object.getIgnoreCase("field") == null) {
            missing("the change does not say which `field` it is about", at);
        }
        return text(object, "field", at);
    }

    private Optional<Template> template(JsonObject object, String key, JsonPointer at) {
        return Optional.ofNullable(object.getIgnoreCase(key)).map(value -> templates.read(value, at.child(key)));
    }
}
