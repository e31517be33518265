package dev.demarc.policy.decision;

import dev.demarc.policy.evaluation.Effort;
import dev.demarc.policy.evaluation.Expressions;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates once, before any resource is looked at, what needs none: templates, and the parts of others. What would take
 * too much is left as it is, to take it where it is evaluated.
 */
final class ResourceFree {
    private final Expressions expressions;
    private final Effort effort = Effort.ofRule();
    private final IdentityHashMap<Template, Optional<Outcome>> outcomes = new IdentityHashMap<>();
    private final IdentityHashMap<Template, Template> folded = new IdentityHashMap<>();

    ResourceFree(Expressions expressions) {
        this.expressions = expressions;
    }

    /** The outcome of a template, the same for every resource; null when it needs one. */
    @Nullable
    Outcome outcome(Template template) {
        Optional<Outcome> known = outcomes.get(template);
        if (known == null) {
            known = template.any(ResourceFree::looksAtOne) ? Optional.empty() : evaluated(template);
            outcomes.put(template, known);
        }
        return known.orElse(null);
    }

    private Optional<Outcome> evaluated(Template template) {
        return Optional.of(expressions.free(template, effort)).filter(outcome -> !outcome.equals(Effort.tooMuch()));
    }

    private static boolean looksAtOne(Expression expression) {
        return expression instanceof Expression.Call(Function.Contextual function, var arguments, int at)
                && switch (function.context()) {
                    case FIELD, CURRENT, SUBSCRIPTION, RESOURCE_GROUP -> true;
                    case IF, PARAMETERS, REQUEST_CONTEXT, POLICY, CLAIMS, UTC_NOW, IP_RANGE_CONTAINS -> false;
                };
    }

    /** The template with every part evaluated that needs no resource and does not fail. */
    Template folded(Template template) {
        Template known = folded.get(template);
        if (known == null) {
            known = foldedNow(template);
            folded.put(template, known);
        }
        return known;
    }

    private Template foldedNow(Template template) {
        return switch (template) {
            case Template.Constant constant -> constant;
            case Template.Computed computed -> new Template.Computed(computed.source(), folded(computed.expression()));
            case Template.Items items ->
                new Template.Items(items.items().stream().map(this::folded).toList());
            case Template.Members members ->
                new Template.Members(members.members().stream()
                        .map(member -> new Template.Member(member.name(), folded(member.value())))
                        .toList());
        };
    }

    private Expression folded(Expression expression) {
        if (expression instanceof Expression.Literal) {
            return expression;
        }
        if (!expression.any(ResourceFree::looksAtOne)) {
            var alone = new Template.Computed("", expression);
            return expressions.free(alone, effort) instanceof Outcome.Value found
                    ? new Expression.Literal(found.value(), expression.character())
                    : expression;
        }
        return switch (expression) {
            case Expression.Literal literal -> literal;
            case Expression.Call call ->
                new Expression.Call(call.function(), folded(call.arguments()), call.character());
            case Expression.Member member ->
                new Expression.Member(holder(member.of()), member.name(), member.character());
            case Expression.Element element ->
                new Expression.Element(holder(element.of()), folded(element.at()), element.character());
            case Expression.Negative negative -> new Expression.Negative(folded(negative.of()), negative.character());
        };
    }

    private List<Expression> folded(List<Expression> expressions) {
        return expressions.stream().map(this::folded).toList();
    }

    /** What is asked for a member: a call there means more than its value, as a member it lacks may not be a failure. */
    private Expression holder(Expression of) {
        boolean meansMore = of instanceof Expression.Call(Function.Contextual function, var arguments, int at);
        return meansMore ? of : folded(of);
    }
}
