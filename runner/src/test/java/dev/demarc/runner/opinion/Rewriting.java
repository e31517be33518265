package dev.demarc.runner.opinion;

import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Another condition made of one: every comparison replaced, or every expression. Inner ones go first. */
final class Rewriting {
    private final Function<Condition.Comparison, Condition> comparisons;
    private final boolean onlyNested;

    private Rewriting(Function<Condition.Comparison, Condition> comparisons, boolean onlyNested) {
        this.comparisons = comparisons;
        this.onlyNested = onlyNested;
    }

    /** The condition with its comparisons replaced, those in counts too. */
    static Condition comparisons(Condition condition, UnaryOperator<Condition.Comparison> replacement) {
        return new Rewriting(replacement::apply, false).condition(condition, false);
    }

    /** The condition with those comparisons replaced that stand inside a count. */
    static Condition nestedCounts(Condition condition, Function<Condition.Comparison, Condition> replacement) {
        return new Rewriting(replacement, true).condition(condition, false);
    }

    /** The condition with its expressions replaced. */
    static Condition expressions(Condition condition, UnaryOperator<Expression> replacement) {
        return comparisons(
                condition,
                one -> new Condition.Comparison(
                        left(one.left(), replacement),
                        one.operator(),
                        template(one.right(), replacement),
                        one.place()));
    }

    private Condition condition(Condition condition, boolean inCount) {
        return switch (condition) {
            case Condition.AllOf all -> new Condition.AllOf(conditions(all.parts(), inCount), all.place());
            case Condition.AnyOf any -> new Condition.AnyOf(conditions(any.parts(), inCount), any.place());
            case Condition.Not not -> new Condition.Not(condition(not.part(), inCount), not.place());
            case Condition.Comparison one -> {
                var replaced = new Condition.Comparison(inside(one.left()), one.operator(), one.right(), one.place());
                yield onlyNested && !inCount ? replaced : comparisons.apply(replaced);
            }
        };
    }

    private List<Condition> conditions(List<Condition> conditions, boolean inCount) {
        return conditions.stream().map(one -> condition(one, inCount)).toList();
    }

    private Left inside(Left left) {
        return switch (left) {
            case Left.FieldCount count ->
                new Left.FieldCount(count.alias(), count.where().map(where -> condition(where, true)));
            case Left.ValueCount count ->
                new Left.ValueCount(count.items(), count.name(), count.where().map(where -> condition(where, true)));
            case Left.Field field -> field;
            case Left.Value value -> value;
        };
    }

    private static Left left(Left left, UnaryOperator<Expression> replacement) {
        return switch (left) {
            case Left.Field field -> new Left.Field(template(field.name(), replacement));
            case Left.Value value -> new Left.Value(template(value.value(), replacement));
            case Left.FieldCount count -> new Left.FieldCount(template(count.alias(), replacement), count.where());
            case Left.ValueCount count ->
                new Left.ValueCount(template(count.items(), replacement), count.name(), count.where());
        };
    }

    private static Template template(Template template, UnaryOperator<Expression> replacement) {
        return switch (template) {
            case Template.Constant constant -> constant;
            case Template.Computed computed ->
                new Template.Computed(computed.source(), expression(computed.expression(), replacement));
            case Template.Items items ->
                new Template.Items(items.items().stream()
                        .map(item -> template(item, replacement))
                        .toList());
            case Template.Members members ->
                new Template.Members(members.members().stream()
                        .map(member -> new Template.Member(member.name(), template(member.value(), replacement)))
                        .toList());
        };
    }

    private static Expression expression(Expression expression, UnaryOperator<Expression> replacement) {
        return replacement.apply(
                switch (expression) {
                    case Expression.Literal literal -> literal;
                    case Expression.Call call ->
                        new Expression.Call(
                                call.function(),
                                call.arguments().stream()
                                        .map(argument -> expression(argument, replacement))
                                        .toList(),
                                call.character());
                    case Expression.Member member ->
                        new Expression.Member(expression(member.of(), replacement), member.name(), member.character());
                    case Expression.Element element ->
                        new Expression.Element(
                                expression(element.of(), replacement),
                                expression(element.at(), replacement),
                                element.character());
                    case Expression.Negative negative ->
                        new Expression.Negative(expression(negative.of(), replacement), negative.character());
                });
    }
}
