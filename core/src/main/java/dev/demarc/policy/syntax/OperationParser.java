package dev.demarc.policy.syntax;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Function.Contextual;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.expression.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the changes that {@code modify} and {@code append} make. */
final class OperationParser {
    private static final List<String> MODIFY_KEYS = List.of("roleDefinitionIds", "conflictEffect", "operations");
    private static final List<String> OPERATION_KEYS = List.of("operation", "field", "value", "condition");
    private static final List<String> APPEND_KEYS = List.of("field", "value");
    private static final List<String> CONFLICT_EFFECTS = List.of("audit", "deny", "disabled");
    /** What the condition of a change may not ask. Source: "modify" in Microsoft's documentation of effects. */
    private static final Set<Context> NOT_IN_CONDITION =
            Set.of(Context.FIELD, Context.RESOURCE_GROUP, Context.SUBSCRIPTION);

    private final Problems problems;
    private final TemplateReader templates;
    private final boolean whole;

    /** A parser; {@code whole} when the rule is part of a definition and must be complete. */
    OperationParser(Problems problems, TemplateReader templates, boolean whole) {
        this.problems = problems;
        this.templates = templates;
        this.whole = whole;
    }

    /** The changes of {@code modify}. */
    List<Details.Operation> modify(JsonObject details, JsonArray array, JsonPointer at) {
        JsonPointer inside = Problems.child(details, "operations", at);
        if (whole) {
            problems.checkOptionalKeys(details, MODIFY_KEYS, at);
            checkRoles(problems, details, "modify", at);
            if (array.isEmpty()) {
                missing("`operations` has no operation", problems.name(inside));
            }
        }
        Words.check(problems, details, "conflictEffect", CONFLICT_EFFECTS, at);
        var operations = new ArrayList<Details.Operation>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonObject object) {
                operation(object, inside.child(i)).ifPresent(operations::add);
            } else {
                problems.wrongType("operations", "a list of objects", array.get(i), inside.child(i));
            }
        }
        return operations;
    }

    /** Notes that the roles are missing which the assignment's identity needs for the effect. */
    static void checkRoles(Problems problems, JsonObject details, String effect, JsonPointer at) {
        JsonValue roles = details.getIgnoreCase("roleDefinitionIds");
        JsonPointer inside = Problems.child(details, "roleDefinitionIds", at);
        if (roles == null || (roles instanceof JsonArray array && array.isEmpty())) {
            problems.error(
                    "missing-roles",
                    "`" + effect + "` needs `details.roleDefinitionIds`",
                    problems.name(roles == null ? at : inside),
                    "list the ids of the roles that the change needs");
        } else if (!(roles instanceof JsonArray)) {
            problems.wrongType("roleDefinitionIds", "an array", roles, inside);
        }
    }

    private void missing(String message, Place place) {
        problems.error("missing-details", message, place, "add what the effect should look for or change");
    }

    private Optional<Details.Operation> operation(JsonObject object, JsonPointer at) {
        problems.checkOptionalKeys(object, OPERATION_KEYS, at);
        Optional<Details.Action> action = action(object, at);
        Optional<Template> field = field(object, at);
        Optional<Template> value = template(object, "value", at);
        Optional<Template> condition = template(object, "condition", at);
        action.ifPresent(one -> checkChange(one, field, value, object, at));
        condition.ifPresent(one -> checkCondition(one, Problems.child(object, "condition", at)));
        return action.isEmpty() || field.isEmpty()
                ? Optional.empty()
                : Optional.of(new Details.Operation(action.get(), field.get(), value, condition));
    }

    private Optional<Details.Action> action(JsonObject object, JsonPointer at) {
        var words =
                Arrays.stream(Details.Action.values()).map(Details.Action::word).toList();
        String word = object.getIgnoreCase("operation") instanceof JsonString text ? text.value() : "";
        Optional<Details.Action> action = Arrays.stream(Details.Action.values())
                .filter(one -> one.word().equalsIgnoreCase(word))
                .findFirst();
        if (action.isEmpty()) {
            problems.error(
                    "unknown-operation",
                    "there is no operation `" + word + "`",
                    Problems.child(object, "operation", at),
                    Problems.didYouMean(word, words));
        }
        return action;
    }

    private void checkChange(
            Details.Action action,
            Optional<Template> field,
            Optional<Template> value,
            JsonObject object,
            JsonPointer at) {
        if (action == Details.Action.REMOVE) {
            boolean other = field.isPresent()
                    && field.get() instanceof Template.Constant(JsonString name)
                    && !name.value().toLowerCase(Locale.ROOT).startsWith("tags");
            if (other) {
                problems.error(
                        "remove-not-tag",
                        "`remove` can remove tags only",
                        Problems.child(object, "field", at),
                        "use `addOrReplace` with the value that the property should have");
            }
        } else if (value.isEmpty()) {
            missing(
                    "`" + action.word() + "` does not say the `value`",
                    problems.name(Problems.child(object, "operation", at)));
        }
    }

    private void checkCondition(Template condition, JsonPointer at) {
        if (!(condition instanceof Template.Computed(String source, Expression expression))) {
            return;
        }
        expression.any(node -> {
            if (node instanceof Expression.Call(Contextual function, var arguments, int character)
                    && NOT_IN_CONDITION.contains(function.context())) {
                problems.error(
                        "condition-of-operation",
                        "the `condition` of an operation cannot use `" + function.name() + "`",
                        problems.inside(
                                at, character, Token.at(source, character).length()),
                        "ask in the `if` of the rule instead");
            }
            return false;
        });
    }

    /** The changes of {@code append}. */
    List<Details.Operation> append(JsonArray array, JsonPointer at) {
        var operations = new ArrayList<Details.Operation>();
        for (int i = 0; i < array.size(); i++) {
            JsonPointer inside = at.child(i);
            if (array.get(i) instanceof JsonObject object) {
                problems.checkOptionalKeys(object, APPEND_KEYS, inside);
                Optional<Template> value = template(object, "value", inside);
                if (value.isEmpty()) {
                    missing("the change does not say the `value`", problems.place(inside));
                }
                field(object, inside)
                        .map(field -> new Details.Operation(Details.Action.ADD, field, value, Optional.empty()))
                        .ifPresent(operations::add);
            } else {
                problems.wrongType("details", "a list of objects", array.get(i), inside);
            }
        }
        return operations;
    }

    private Optional<Template> field(JsonObject object, JsonPointer at) {
        JsonValue value = object.getIgnoreCase("field");
        JsonPointer inside = Problems.child(object, "field", at);
        if (value == null) {
            missing("the change does not say which `field` it is about", problems.place(at));
            return Optional.empty();
        }
        if (!(value instanceof JsonString)) {
            problems.wrongType("field", "a text", value, inside);
            return Optional.empty();
        }
        return Optional.of(templates.read(value, inside));
    }

    private Optional<Template> template(JsonObject object, String key, JsonPointer at) {
        return Optional.ofNullable(object.getIgnoreCase(key))
                .map(value -> templates.read(value, Problems.child(object, key, at)));
    }
}
