package dev.demarc.policy.syntax;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.ExpressionParser;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Function.Contextual;
import dev.demarc.policy.expression.Problem;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.expression.Token;
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
    private final RuleLimits limits;
    /** What {@code current} may name, the innermost count first; an empty text for a count that is computed. */
    private final Deque<String> counts = new ArrayDeque<>();

    TemplateReader(Problems problems, Collection<String> parameters, RuleLimits limits) {
        this.problems = problems;
        this.limits = limits;
        this.parameters = List.copyOf(parameters);
    }

    /** Stands in a draft for what could not be read: a text that is taken for an expression with problems. */
    static Template unread(JsonPointer at) {
        return new Template.Constant(new JsonString("[" + at + "]"));
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
        var reading = ExpressionParser.parse(text.value(), problems.allowsDeployments());
        for (Problem problem : reading.problems()) {
            note(problem, text.value(), at);
        }
        Optional<Expression> expression = reading.expression();
        if (expression.isEmpty()) {
            return new Template.Constant(text);
        }
        check(expression.get(), new Spot(text.value(), at));
        return new Template.Computed(text.value(), expression.get());
    }

    private void note(Problem problem, String text, JsonPointer at) {
        Place place = place(new Spot(text, at), problem.character());
        String name = Token.at(text, problem.character());
        if (problem.code().endsWith("-function") || problem.code().equals("function-not-available")) {
            Optional<String> instead = TemplateFunctions.instead(name);
            if (instead.isPresent()) {
                String message = "the function `" + name + "` exists in deployment templates, not in policy rules";
                problems.error("function-not-available", message, place, instead.get());
                return;
            }
        }
        boolean pointed = place.line() > 0;
        String message = pointed ? problem.message() : problem.message() + ", at character " + problem.character();
        problems.error(problem.code(), message, place, problem.hint());
    }

    /** A text that is an expression, and where it stands. */
    private record Spot(String text, JsonPointer at) {}

    private Place place(Spot spot, int character) {
        return problems.inside(
                spot.at(), character, Token.at(spot.text(), character).length());
    }

    private void check(Expression expression, Spot spot) {
        expression.any(node -> {
            if (node instanceof Expression.Call call) {
                limits.function(place(spot, call.character()));
            }
            if (node instanceof Expression.Call(Contextual function, var arguments, int character)) {
                if (function.context() == Context.PARAMETERS) {
                    checkParameter(arguments.getFirst(), spot);
                } else if (function.context() == Context.CURRENT) {
                    checkCurrent(arguments, spot, character);
                }
            }
            return false;
        });
    }

    private void checkParameter(Expression name, Spot spot) {
        if (!(name instanceof Expression.Literal(JsonString text, int character))) {
            return;
        }
        if (parameters.stream().noneMatch(text.value()::equalsIgnoreCase)) {
            String hint = parameters.isEmpty()
                    ? "define it under `parameters`"
                    : Problems.didYouMean(text.value(), parameters);
            String message = "there is no parameter `" + text.value() + "`";
            problems.error("undefined-parameter", message, place(spot, character), hint);
        }
    }

    private void checkCurrent(List<Expression> arguments, Spot spot, int character) {
        if (counts.isEmpty()) {
            problems.error(
                    "current-outside-count",
                    "`current` names a member of a count, and there is no count around it",
                    place(spot, character),
                    "use `field`, or move the condition into the `where` of a count");
        } else if (arguments.isEmpty() && counts.size() > 1) {
            problems.warning(
                    "ambiguous-current",
                    "`current()` without a name does not say which of the counts around it is meant",
                    place(spot, character),
                    "name the count: `current('" + counts.peek() + "')`");
        } else if (!arguments.isEmpty() && arguments.getFirst() instanceof Expression.Literal(JsonString name, int c)) {
            checkCurrent(name.value(), place(spot, c));
        }
    }

    private void checkCurrent(String name, Place place) {
        boolean known = counts.stream().anyMatch(count -> name.regionMatches(true, 0, count, 0, count.length()));
        if (!known) {
            problems.error(
                    "unknown-current",
                    "`current('" + name + "')` names no count around it",
                    place,
                    Problems.didYouMean(name, counts));
        }
    }
}
