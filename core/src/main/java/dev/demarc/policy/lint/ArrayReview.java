package dev.demarc.policy.lint;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Function.Contextual;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions on the members of arrays, which mean "all of them" where readers often think "any". */
final class ArrayReview {
    private final Remarks remarks;
    /** The aliases of the counts around, folded. */
    private final List<String> counted = new ArrayList<>();

    ArrayReview(Remarks remarks) {
        this.remarks = remarks;
    }

    void review(Condition condition) {
        review(condition, false);
    }

    private void review(Condition condition, boolean negated) {
        switch (condition) {
            case Condition.AllOf all -> all.parts().forEach(part -> review(part, negated));
            case Condition.AnyOf any -> any.parts().forEach(part -> review(part, negated));
            case Condition.Not not -> review(not.part(), !negated);
            case Condition.Comparison comparison -> comparison(comparison, negated);
        }
    }

    private void comparison(Condition.Comparison comparison, boolean negated) {
        Constants.field(comparison)
                .filter(name -> name.contains("[*]") && !isCounted(name))
                .ifPresent(name -> members(comparison, negated));
        if (!counted.isEmpty()) {
            if (comparison.left() instanceof Left.Value(Template.Computed left)) {
                whole(left, remarks.leftPointer(comparison));
            }
            if (comparison.right() instanceof Template.Computed right) {
                whole(right, remarks.rightPointer(comparison));
            }
        }
        switch (comparison.left()) {
            case Left.FieldCount count -> {
                Optional<String> alias = Constants.text(count.alias()).map(Constants::folded);
                alias.ifPresent(counted::add);
                count.where().ifPresent(where -> review(where, false));
                alias.ifPresent(counted::remove);
            }
            case Left.ValueCount count -> count.where().ifPresent(where -> review(where, false));
            case Left.Field field -> {}
            case Left.Value value -> {}
        }
    }

    /** Whether a count around makes one member of what an alias names. */
    private boolean isCounted(String alias) {
        return counted.stream().anyMatch(count -> alias.startsWith(count) && alias.indexOf("[*]", count.length()) < 0);
    }

    private void members(Condition.Comparison comparison, boolean negated) {
        Operator operator = comparison.operator();
        if (operator == Operator.EXISTS) {
            remarks.note(
                    "exists-on-members",
                    "`exists` is asked of every member, and an empty array answers both ways yes",
                    remarks.operator(comparison),
                    "count the members with `count`, or ask for the array without `[*]`");
        } else if (negated) {
            remarks.note(
                    "not-around-members",
                    "`not` around a condition on all members holds when any member differs",
                    remarks.operator(comparison),
                    "use `count` with `where` to say how many members it takes");
        } else if (operator.negated()) {
            remarks.note(
                    "members-negated",
                    "`" + operator.key() + "` on `[*]` holds when it does for every member, or there is none",
                    remarks.operator(comparison),
                    "use `count` with `where` to say how many members it takes");
        } else {
            remarks.note(
                    "members-all",
                    "a condition on `[*]` holds when every member satisfies it, or there is none",
                    remarks.operator(comparison),
                    "use `count` with `where` and `greater` 0 when any member should");
        }
    }

    /** A {@code field} of the array counted, whose value inside the count is an array of one member. */
    private void whole(Template.Computed text, JsonPointer at) {
        boolean called =
                text.expression() instanceof Expression.Call(Contextual function, List<Expression> arguments, int c)
                        && function.context() == Context.FIELD
                        && arguments.getFirst() instanceof Expression.Literal(JsonString name, int n)
                        && isCounted(Constants.folded(name.value()));
        if (called) {
            remarks.warning(
                    "array-of-one",
                    "inside a count `field` gives an array that holds the one member",
                    remarks.node(text, text.expression(), at),
                    "use `current` with the same name for the member itself");
        }
    }
}
