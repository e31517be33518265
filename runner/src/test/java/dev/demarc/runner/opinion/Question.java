package dev.demarc.runner.opinion;

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
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The {@code if} of one definition with default parameters, in one reading, ready to be asked of resources. */
final class Question {
    /** Not matched, or the effect is disabled. */
    static final String NO = "-";
    /** Matched, and a related resource would be looked for. */
    static final String LOOK_FURTHER = "IF";
    /** Undecided. */
    static final String OPEN = "open";

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    private final Reading reading;
    private final Condition condition;
    private final Evaluator evaluator;
    private final Neighbours around;
    private final String matched;

    /**
     * The question.
     *
     * @param types the types of the resources it will be asked of
     */
    Question(
            PolicyDefinition definition,
            Reading reading,
            Aliases aliases,
            Set<ResourceType> types,
            Neighbours around) {
        var context = EvaluationContext.at(NOW).with(reading.profile());
        var parameters = ParameterValues.partly(definition.parameters(), Map.of(), Places.unknownLines("defaults"))
                .value()
                .orElseThrow();
        var binding = new Binding(parameters, context);
        this.reading = reading;
        this.condition = binding.condition(reading.condition(definition.rule().condition(), parameters));
        this.evaluator = Evaluator.of(
                List.of(condition), parameters, reading.aliases(aliases, condition, types), context);
        this.around = around;
        boolean lacking = reading.has(Limitation.DETAILS_WITHOUT_VALUE)
                && templates(definition.rule().details()).anyMatch(one -> Reading.asksOpen(one, parameters));
        this.matched = lacking ? NO : matched(binding.template(definition.rule().effect()));
    }

    private static Stream<Template> templates(Details details) {
        return details instanceof Details.Operations operations
                ? operations.operations().stream().flatMap(one -> one.value().stream())
                : Stream.of();
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
    String answer(Resource resource) {
        if (matched.equals(NO)) {
            return NO;
        }
        return switch (truth(resource)) {
            case Truth.Decided decided -> decided.holds() ? matched : NO;
            case Truth.Undecided undecided -> undecided.reason().contains(Reading.UNDEFINED) ? NO : OPEN;
        };
    }

    /** Whether the condition holds of a resource. */
    Truth truth(Resource resource) {
        return evaluator.explain(condition, Scope.of(reading.resource(resource), around)).truth();
    }
}
