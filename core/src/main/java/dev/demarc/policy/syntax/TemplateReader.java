package dev.demarc.policy.syntax;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.ExpressionParser;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Function.Contextual;
import dev.demarc.policy.expression.Problem;
import dev.demarc.policy.expression.Template;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads values whose texts may be expressions, and checks what expressions refer to. */
final class TemplateReader {
    private final Problems problems;
    private final Collection<String> parameters;
    /** What {@code current} may name, the innermost count first; an empty text for a count that is computed. */
    private final Deque<String> counts = new ArrayDeque<>();

    TemplateReader(Problems problems, Collection<String> parameters) {
        this.problems = problems;
        this.parameters = List.copyOf(parameters);
    }

    /** Enters a count whose members {@code current} names so. */
    void enter(String name) {
        counts.push(name);
    }

    /** Leaves the innermost count. */
    void leave() {
        counts.pop();
    }

    /** Whether {@code current} already names a member so. */
    boolean isTaken(String name) {
        return counts.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** The value with its expressions read; an expression with problems stays as its text, the problems are noted. */
    Template read(JsonValue value, JsonPointer at) {
        return switch (value) {
            case JsonString text -> read(text, at);
            case JsonArray array -> {
                var items = new ArrayList<Template>();
                for (int i = 0; i < array.size(); i++) {
                    items.add(read(array.get(i), at.child(i)));
                }
                yield items(items);
            }
            case JsonObject object -> {
                var members = new ArrayList<Template.Member>();
                object.forEach((name, member) ->
                        members.add(new Template.Member(ExpressionParser.literal(name), read(member, at.child(name)))));
                yield members(object, members);
            }
            default -> new Template.Constant(value);
        };
    }

    private static Template items(List<Template> items) {
        if (!items.stream().allMatch(Template.Constant.class::isInstance)) {
            return new Template.Items(items);
        }
        return new Template.Constant(JsonArray.of(
                items.stream().map(item -> ((Template.Constant) item).value()).toList()));
    }

    private static Template members(JsonObject object, List<Template.Member> members) {
        boolean constant = members.stream().allMatch(member -> member.value() instanceof Template.Constant);
        if (!constant) {
            return new Template.Members(members);
        }
        var values = JsonObject.builder();
        members.forEach(member -> values.set(member.name(), ((Template.Constant) member.value()).value()));
        return new Template.Constant(object.isEmpty() ? object : values.build());
    }

    private Template read(JsonString text, JsonPointer at) {
        if (!ExpressionParser.isExpression(text.value())) {
            String literal = ExpressionParser.literal(text.value());
            return new Template.Constant(literal.equals(text.value()) ? text : new JsonString(literal));
        }
        var reading = ExpressionParser.parse(text.value());
        for (Problem problem : reading.problems()) {
            problems.error(problem.code(), problem.message(), at, problem.hint());
        }
        Optional<Expression> expression = reading.expression();
        if (expression.isEmpty()) {
            return new Template.Constant(text);
        }
        check(expression.get(), at);
        return new Template.Computed(text.value(), expression.get());
    }

    private void check(Expression expression, JsonPointer at) {
        expression.any(node -> {
            if (node instanceof Expression.Call(Contextual function, var arguments, int character)) {
                if (function.context() == Context.PARAMETERS) {
                    checkParameter(arguments.getFirst(), at);
                } else if (function.context() == Context.CURRENT) {
                    checkCurrent(arguments, at);
                }
            }
            return false;
        });
    }

    private void checkParameter(Expression name, JsonPointer at) {
        if (!(name instanceof Expression.Literal(JsonString text, int character))) {
            return;
        }
        if (parameters.stream().noneMatch(text.value()::equalsIgnoreCase)) {
            String hint = parameters.isEmpty()
                    ? "define it under `parameters`"
                    : Problems.didYouMean(text.value(), parameters);
            problems.error("undefined-parameter", "there is no parameter `" + text.value() + "`", at, hint);
        }
    }

    private void checkCurrent(List<Expression> arguments, JsonPointer at) {
        if (counts.isEmpty()) {
            problems.error(
                    "current-outside-count",
                    "`current` names a member of a count, and there is no count around it",
                    at,
                    "use `field`, or move the condition into the `where` of a count");
        } else if (arguments.isEmpty() && counts.size() > 1) {
            problems.warning(
                    "ambiguous-current",
                    "`current()` without a name does not say which of the counts around it is meant",
                    at,
                    "name the count: `current('" + counts.peek() + "')`");
        } else if (!arguments.isEmpty() && arguments.getFirst() instanceof Expression.Literal(JsonString name, int c)) {
            checkCurrent(name.value(), at);
        }
    }

    private void checkCurrent(String name, JsonPointer at) {
        boolean known = counts.stream().anyMatch(count -> name.regionMatches(true, 0, count, 0, count.length()));
        if (!known) {
            problems.error(
                    "unknown-current",
                    "`current('" + name + "')` names no count around it",
                    at,
                    Problems.didYouMean(name, counts));
        }
    }
}
