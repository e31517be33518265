package dev.demarc.runner.opinion;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.Places;
import dev.demarc.estate.Neighbours;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The {@code if} of one definition with default parameters, in one reading, ready to be asked of resources. */
final class Question {
    /** Not matched, or the effect is disabled. */
    static final String NO = "-";
    /** Matched, and a related resource would be looked for. */
    static final String LOOK_FURTHER = "IF";
    /** Undecided. */
    static final String OPEN = "open";

    private static final dev.demarc.policy.expression.Function FIELD =
            new dev.demarc.policy.expression.Function.Contextual("field", 1, 1, Context.FIELD);
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    private final Reading reading;
    private final Condition condition;
    private final Function<Set<String>, Evaluator> evaluators;
    private final Map<Set<String>, Evaluator> made = new HashMap<>();
    private final List<String> aliases;
    private final List<Expression> searched;
    private final Neighbours around;
    private final String matched;

    /**
     * The question.
     *
     * @param types the types of the resources it will be asked of
     */
    Question(PolicyDefinition definition, Reading reading, Aliases known, Set<ResourceType> types, Neighbours around) {
        var context = EvaluationContext.at(NOW).with(reading.profile());
        var parameters = ParameterValues.partly(definition.parameters(), Map.of(), Places.unknownLines("defaults"))
                .value()
                .orElseThrow();
        var binding = new Binding(parameters, context);
        this.reading = reading;
        this.condition = binding.condition(reading.condition(definition.rule().condition(), parameters));
        Aliases seen = OtherAliases.in(reading, known, condition, types);
        this.evaluators = moved -> Evaluator.of(
                List.of(condition),
                parameters,
                moved.isEmpty() ? seen : OtherAliases.underProperties(seen, condition, types, moved),
                context);
        this.aliases = reading.has(Limitation.ALIAS_UNDER_PROPERTIES)
                ? OtherAliases.names(condition).stream()
                        .filter(name -> OtherAliases.lastPart(name).chars().allMatch(Character::isLetterOrDigit))
                        .toList()
                : List.of();
        List<Template> values = values(definition.rule().details());
        this.searched = reading.has(Limitation.DETAILS_OF_NOTHING)
                ? values.stream().flatMap(one -> Reading.searched(one).stream()).toList()
                : List.of();
        this.around = around;
        boolean lacking = reading.has(Limitation.DETAILS_WITHOUT_VALUE)
                && values.stream().anyMatch(one -> Reading.asksOpen(one, parameters));
        this.matched = lacking ? NO : matched(binding.template(definition.rule().effect()));
    }

    private static List<Template> values(Details details) {
        return details instanceof Details.Operations operations
                ? operations.operations().stream()
                        .flatMap(one -> one.value().stream())
                        .toList()
                : List.of();
    }

    private static String matched(Template effect) {
        if (!(effect instanceof Template.Constant(JsonString word))) {
            return OPEN;
        }
        return switch (Effect.of(word.value()).orElseThrow()) {
            case DISABLED -> NO;
            case AUDIT_IF_NOT_EXISTS, DEPLOY_IF_NOT_EXISTS -> LOOK_FURTHER;
            default -> word.value();
        };
    }

    /** What this engine says of a resource, in the other one's words. */
    String answer(Resource asked) {
        if (matched.equals(NO)) {
            return NO;
        }
        var scope = Scope.of(reading.resource(asked), around);
        Evaluator evaluator = evaluator(Set.of());
        Set<String> moved = moved(evaluator, scope);
        return switch (evaluator(moved).explain(condition, scope).truth()) {
            case Truth.Decided decided -> decided.holds() && hasOutcome(evaluator, scope) ? matched : NO;
            case Truth.Undecided undecided -> undecided.reason().contains(Reading.UNDEFINED) ? NO : OPEN;
        };
    }

    private Evaluator evaluator(Set<String> moved) {
        return made.computeIfAbsent(moved, evaluators);
    }

    /** The aliases that lead nowhere and stand under {@code properties} by their last part. */
    private Set<String> moved(Evaluator evaluator, Scope scope) {
        var moved = new TreeSet<String>();
        for (String alias : aliases) {
            JsonObject properties = scope.resource().document().object("properties");
            if (properties.getIgnoreCase(OtherAliases.lastPart(alias)) != null
                    && isAbsent(evaluator, scope, new Expression.Literal(new JsonString(alias), 1))) {
                moved.add(alias);
            }
        }
        return Set.copyOf(moved);
    }

    private boolean hasOutcome(Evaluator evaluator, Scope scope) {
        return searched.stream()
                .map(call -> ((Expression.Call) call).arguments().getFirst())
                .noneMatch(name -> isAbsent(evaluator, scope, name));
    }

    private static boolean isAbsent(Evaluator evaluator, Scope scope, Expression name) {
        var field = new Expression.Call(FIELD, List.of(name), 1);
        return evaluator.value(new Template.Computed("", field), scope).equals(Outcome.of(""));
    }
}
