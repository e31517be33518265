package dev.demarc.policy.lint;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Function.Contextual;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.util.List;

/** Functions whose value may be missing, or is only known while a request is answered. */
final class ExpressionReview {
    private final Remarks remarks;

    ExpressionReview(Remarks remarks) {
        this.remarks = remarks;
    }

    void review(Condition condition) {
        condition.forEachComparison(comparison -> {
            if (comparison.left() instanceof Left.Value(Template left)) {
                identity(left, remarks.leftPointer(comparison));
                if (left instanceof Template.Computed text && isTryGet(text.expression()) && foldsNull(comparison)) {
                    remarks.note(
                            "missing-as-empty",
                            "where `tryGet` finds nothing, the condition compares an empty text",
                            remarks.node(text, text.expression(), remarks.leftPointer(comparison)),
                            "say what stands for nothing: `coalesce(tryGet(...), 'none')`");
                }
            }
            identity(comparison.right(), remarks.rightPointer(comparison));
            unclosed(comparison.right(), remarks.rightPointer(comparison));
            unclosed(left(comparison.left()), remarks.leftPointer(comparison));
            boolean texts = comparison.operator().kind() != Operator.Kind.IN;
            if (texts && comparison.right() instanceof Template.Computed text && isTryGet(text.expression())) {
                remarks.warning(
                        "nothing-on-the-right",
                        "where `tryGet` finds nothing, the condition fails and the request is denied",
                        remarks.node(text, text.expression(), remarks.rightPointer(comparison)),
                        "say what stands for nothing: `coalesce(tryGet(...), '')`");
            }
        });
    }

    private static Template left(Left left) {
        return switch (left) {
            case Left.Field field -> field.name();
            case Left.Value value -> value.value();
            case Left.FieldCount count -> count.alias();
            case Left.ValueCount count -> count.items();
        };
    }

    /** A text that begins as an expression does and is none. */
    private void unclosed(Template template, JsonPointer at) {
        Constants.value(template).ifPresent(value -> {
            if (value instanceof JsonArray list) {
                for (int i = 0; i < list.size(); i++) {
                    unclosed(new Template.Constant(list.get(i)), at.child(i));
                }
            } else if (value instanceof JsonString text
                    && remarks.value(at) instanceof JsonString typed
                    && typed.value().startsWith("[")
                    && !typed.value().startsWith("[[")) {
                remarks.note(
                        "unclosed-expression",
                        "`" + text.value() + "` is a text, as an expression ends with `]`",
                        remarks.of(at),
                        "end it with `]`, or begin it with `[[` where a text is meant");
            }
        });
    }

    private static boolean isTryGet(Expression expression) {
        return expression instanceof Expression.Call call
                && call.function().name().equals("tryGet");
    }

    private static boolean foldsNull(Condition.Comparison comparison) {
        return switch (comparison.operator().kind()) {
            case EQUALITY, LIKE, MATCH, MATCH_INSENSITIVELY, CONTAINS, IN -> true;
            case ORDER, EXISTENCE, CONTAINS_KEY -> false;
        };
    }

    private void identity(Template template, JsonPointer at) {
        switch (template) {
            case Template.Constant constant -> {}
            case Template.Computed text -> identity(text, at);
            case Template.Items items -> {
                for (int i = 0; i < items.items().size(); i++) {
                    identity(items.items().get(i), at.child(i));
                }
            }
            case Template.Members members ->
                members.members().forEach(member -> identity(member.value(), at.child(member.name())));
        }
    }

    private void identity(Template.Computed text, JsonPointer at) {
        text.expression().any(node -> {
            if (isIdentity(node)) {
                remarks.note(
                        "only-at-requests",
                        "who asks is known while a request is answered, not when compliance is scanned",
                        remarks.node(text, ((Expression.Member) node).of(), at),
                        "expect no compliance results from this policy, or do without the identity");
            }
            boolean unguarded = (node instanceof Expression.Member member && isIdentity(member.of()))
                    || (node instanceof Expression.Element element
                            && element.at() instanceof Expression.Literal
                            && isIdentity(element.of()));
            if (unguarded) {
                remarks.warning(
                        "claim-may-be-missing",
                        "a token need not hold this claim, and then the condition fails",
                        remarks.node(text, node, at),
                        "read it with `tryGet(requestContext().identity, '...')`");
            }
            return false;
        });
    }

    private static boolean isIdentity(Expression node) {
        return node instanceof Expression.Member(Expression of, String name, int at)
                && name.equalsIgnoreCase("identity")
                && of instanceof Expression.Call(Contextual function, List<Expression> arguments, int character)
                && function.context() == Context.REQUEST_CONTEXT;
    }
}
