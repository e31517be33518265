package dev.demarc.policy.lint;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Function.Contextual;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The effect: whether an assigner can choose it, whether the choices go together, whether it locks people out. */
final class EffectReview {
    private static final Set<String> ASSIGNMENTS = Set.of(
            "microsoft.authorization/roleassignments",
            "microsoft.authorization/roleassignmentschedulerequests",
            "microsoft.authorization/roleeligibilityschedulerequests");
    /** Effects that need the same kind of details, so that one rule can have any of them. */
    private static final List<Set<Effect>> FAMILIES = List.of(
            Set.of(Effect.AUDIT, Effect.DENY, Effect.AUDIT_IF_NOT_EXISTS, Effect.DEPLOY_IF_NOT_EXISTS),
            Set.of(Effect.AUDIT, Effect.DENY, Effect.MODIFY),
            Set.of(Effect.AUDIT, Effect.DENY, Effect.APPEND),
            Set.of(Effect.DENY_ACTION, Effect.AUDIT_ACTION),
            Set.of(Effect.MANUAL));

    /** Effects that do nothing without details. */
    private static final Set<Effect> DETAILED =
            Set.of(Effect.AUDIT_IF_NOT_EXISTS, Effect.DEPLOY_IF_NOT_EXISTS, Effect.MODIFY, Effect.APPEND);

    private final PolicyDefinition definition;
    private final WrittenDefinition written;
    private final Remarks remarks;

    EffectReview(PolicyDefinition definition, WrittenDefinition written, Remarks remarks) {
        this.definition = definition;
        this.written = written;
        this.remarks = remarks;
    }

    void review() {
        Place place = remarks.of(written.then(remarks, "effect"));
        Optional<String> fixed = Constants.text(definition.rule().effect());
        fixed.flatMap(Effect::of).ifPresent(effect -> fixed(effect, place));
        Optional<Parameter> parameter = parameter(definition.rule().effect());
        parameter.ifPresent(this::parameter);
        boolean denies = fixed.flatMap(Effect::of).filter(Effect.DENY::equals).isPresent()
                || parameter.filter(EffectReview::mayDeny).isPresent();
        if (denies && blocksAssignments(definition.rule().condition(), false)) {
            remarks.warning(
                    "denies-role-assignments",
                    "`deny` on role assignments can lock out everybody who could undo it",
                    place,
                    "try it with `audit` first, and exclude the assignments of the administrators");
        }
    }

    private void fixed(Effect effect, Place place) {
        if (effect == Effect.DISABLED) {
            remarks.warning(
                    "always-disabled",
                    "the effect is always `disabled`, so the policy does nothing",
                    place,
                    "make the effect a parameter, or remove the policy");
        } else if (!definition.isStatement()) {
            remarks.note(
                    "fixed-effect",
                    "the effect cannot be chosen by whoever assigns the policy",
                    place,
                    "make it a parameter with `allowedValues`, among them `Disabled`, and a `defaultValue`");
        }
    }

    private Optional<Parameter> parameter(Template effect) {
        if (effect instanceof Template.Computed(String source, Expression.Call(Contextual function, var given, int at))
                && function.context() == Context.PARAMETERS
                && given.getFirst() instanceof Expression.Literal(JsonString name, int character)) {
            return definition.parameters().stream()
                    .filter(one -> one.name().equalsIgnoreCase(name.value()))
                    .findFirst();
        }
        return Optional.empty();
    }

    private void parameter(Parameter parameter) {
        JsonPointer at = written.parameter(remarks, parameter.name());
        if (parameter.allowedValues().isEmpty()) {
            remarks.note(
                    "effect-without-choices",
                    "the effect parameter `" + parameter.name() + "` has no `allowedValues`",
                    remarks.name(at),
                    "list the effects that the rule is written for");
        }
        if (parameter.defaultValue().isEmpty()) {
            remarks.note(
                    "effect-without-default",
                    "the effect parameter `" + parameter.name() + "` has no `defaultValue`",
                    remarks.name(at),
                    "add one, such as `Audit`");
        }
        JsonPointer allowed = remarks.child(at, "allowedValues");
        if (!isMixed(parameter, allowed)) {
            undetailed(parameter, allowed);
        }
    }

    /** Choices that need details where the rule has none; where every choice does, that is an error already. */
    private void undetailed(Parameter parameter, JsonPointer at) {
        boolean without = definition.rule().details() instanceof Details.None
                && !(definition.mode() instanceof PolicyDefinition.Mode.Provider);
        boolean any = parameter.allowedValues().stream()
                .flatMap(value -> effect(value).stream())
                .anyMatch(effect -> effect != Effect.DISABLED && !DETAILED.contains(effect));
        for (int i = 0; without && any && i < parameter.allowedValues().size(); i++) {
            Optional<Effect> effect = effect(parameter.allowedValues().get(i));
            if (effect.filter(DETAILED::contains).isPresent()) {
                remarks.warning(
                        "effect-needs-details",
                        "the effect `" + effect.get().word() + "` needs `details`, and the rule has none",
                        remarks.of(at.child(i)),
                        "add `details` to `then`, or leave the effect out");
            }
        }
    }

    /** Whether the choices do not go together, which is then told. */
    private boolean isMixed(Parameter parameter, JsonPointer at) {
        if (definition.mode() instanceof PolicyDefinition.Mode.Provider) {
            return false;
        }
        var effects = new LinkedHashSet<Effect>();
        parameter
                .allowedValues()
                .forEach(value -> effect(value)
                        .filter(effect -> effect != Effect.DISABLED)
                        .ifPresent(effects::add));
        boolean mixed = !effects.isEmpty() && FAMILIES.stream().noneMatch(family -> family.containsAll(effects));
        if (mixed) {
            remarks.warning(
                    "mixed-effects",
                    "no rule can have all of these effects, as they need different details: "
                            + String.join(
                                    ", ", effects.stream().map(Effect::word).toList()),
                    remarks.name(at),
                    "write a policy for each kind of effect");
        }
        return mixed;
    }

    private static Optional<Effect> effect(JsonValue value) {
        return value instanceof JsonString word ? Effect.of(word.value()) : Optional.empty();
    }

    private static boolean mayDeny(Parameter parameter) {
        return parameter.allowedValues().isEmpty()
                || parameter.allowedValues().stream()
                        .anyMatch(value ->
                                effect(value).filter(Effect.DENY::equals).isPresent());
    }

    /** Whether a condition outright asks for role assignments. */
    private static boolean blocksAssignments(Condition condition, boolean negated) {
        return switch (condition) {
            case Condition.AllOf all -> all.parts().stream().anyMatch(part -> blocksAssignments(part, negated));
            case Condition.AnyOf any -> any.parts().stream().anyMatch(part -> blocksAssignments(part, negated));
            case Condition.Not not -> blocksAssignments(not.part(), !negated);
            case Condition.Comparison comparison -> asksForAssignments(comparison, negated);
        };
    }

    private static boolean asksForAssignments(Condition.Comparison comparison, boolean negated) {
        if (Constants.field(comparison).filter("type"::equals).isEmpty()
                || comparison.operator().negated() != negated) {
            return false;
        }
        List<String> names = Constants.choices(comparison.right()).orElse(List.of());
        return switch (comparison.operator().kind()) {
            case EQUALITY, IN -> names.stream().anyMatch(ASSIGNMENTS::contains);
            case LIKE -> names.stream().anyMatch(pattern -> ASSIGNMENTS.stream().anyMatch(type -> like(type, pattern)));
            case MATCH, MATCH_INSENSITIVELY, CONTAINS, CONTAINS_KEY, ORDER, EXISTENCE -> false;
        };
    }

    private static boolean like(String text, String pattern) {
        int star = pattern.indexOf('*');
        return star < 0
                ? text.equals(pattern)
                : text.length() >= pattern.length() - 1
                        && text.startsWith(pattern.substring(0, star))
                        && text.endsWith(pattern.substring(star + 1));
    }
}
