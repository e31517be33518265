package dev.demarc.policy.lint;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Conditions that always hold, never hold, or add nothing to those beside them. */
final class LogicReview {
    private final Remarks remarks;

    LogicReview(Remarks remarks) {
        this.remarks = remarks;
    }

    void review(Condition condition) {
        review(condition, false);
    }

    /** Reviews a condition; {@code inside} a group of its own kind its members were reviewed with those outside. */
    private void review(Condition condition, boolean inside) {
        switch (condition) {
            case Condition.AllOf all -> {
                repeated(all.parts());
                absorbed(all.parts(), true);
                if (!inside) {
                    new FactReview(remarks, true).review(flat(all, new ArrayList<>()));
                }
                all.parts().forEach(part -> review(part, part instanceof Condition.AllOf));
            }
            case Condition.AnyOf any -> {
                repeated(any.parts());
                absorbed(any.parts(), false);
                if (!inside) {
                    new FactReview(remarks, false).review(flat(any, new ArrayList<>()));
                }
                any.parts().forEach(part -> review(part, part instanceof Condition.AnyOf));
            }
            case Condition.Not not -> review(not.part(), false);
            case Condition.Comparison comparison -> comparison(comparison);
        }
    }

    /** The comparisons of a group and of the groups of the same kind directly inside it. */
    private static List<Condition.Comparison> flat(Condition group, List<Condition.Comparison> into) {
        List<Condition> parts = group instanceof Condition.AllOf all
                ? all.parts()
                : group instanceof Condition.AnyOf any ? any.parts() : List.of();
        for (Condition part : parts) {
            if (part instanceof Condition.Comparison comparison) {
                into.add(comparison);
            } else if (part.getClass() == group.getClass() && !(part instanceof Condition.Not)) {
                flat(part, into);
            }
        }
        return into;
    }

    private void repeated(List<Condition> parts) {
        var seen = new HashSet<String>();
        for (Condition part : parts) {
            if (!seen.add(Canonical.of(part))) {
                remarks.warning(
                        "repeated-condition",
                        "the same condition stands beside this one",
                        remarks.shown(part),
                        "remove one of the two, or correct what should differ");
            }
        }
    }

    /** Finds a group inside whose opposite kind a condition stands that stands beside it as well. */
    private void absorbed(List<Condition> parts, boolean all) {
        var beside = new HashSet<String>();
        parts.forEach(part -> beside.add(Canonical.of(part)));
        for (Condition part : parts) {
            List<Condition> inner = all && part instanceof Condition.AnyOf any
                    ? any.parts()
                    : !all && part instanceof Condition.AllOf group ? group.parts() : List.of();
            inner.stream()
                    .filter(one -> beside.contains(Canonical.of(one)))
                    .findFirst()
                    .ifPresent(one -> remarks.warning(
                            "implied-condition",
                            "this group changes nothing, as one of its conditions stands beside it too",
                            remarks.shown(part),
                            "remove the group, or the condition beside it"));
        }
    }

    private void comparison(Condition.Comparison comparison) {
        constant(comparison);
        emptyList(comparison);
        Optional<BigDecimal> number = Constants.value(comparison.right())
                .flatMap(value -> value instanceof JsonNumber one
                        ? Optional.of(new BigDecimal(one.toString()))
                        : Optional.<BigDecimal>empty());
        switch (comparison.left()) {
            case Left.FieldCount count -> {
                number.ifPresent(one -> count(comparison, one, Optional.empty()));
                count.where().ifPresent(where -> review(where, false));
            }
            case Left.ValueCount count -> {
                Optional<Integer> most = Constants.value(count.items())
                        .flatMap(value -> value instanceof JsonArray items
                                ? Optional.of(items.size())
                                : Optional.<Integer>empty());
                number.ifPresent(one -> count(comparison, one, most));
                count.where().ifPresent(where -> review(where, false));
            }
            case Left.Field field -> {}
            case Left.Value value -> {}
        }
    }

    private void constant(Condition.Comparison comparison) {
        if (comparison.left() instanceof Left.Value(Template left)
                && neverChanges(left)
                && neverChanges(comparison.right())) {
            remarks.warning(
                    "constant-condition",
                    "the condition comes out the same for every resource",
                    remarks.left(comparison),
                    "compare a field or a parameter, or remove the condition");
        }
    }

    private static boolean neverChanges(Template template) {
        return !template.any(node -> node instanceof Expression.Call(Function.Contextual function, var a, int c)
                        && function.context() != Function.Context.IF)
                && !(template instanceof Template.Constant
                        && Constants.value(template).isEmpty());
    }

    private void emptyList(Condition.Comparison comparison) {
        Optional<JsonValue> right = Constants.value(comparison.right());
        if (comparison.operator().kind() == Operator.Kind.IN
                && right.isPresent()
                && right.get() instanceof JsonArray list
                && list.isEmpty()) {
            remarks.warning(
                    "empty-list",
                    "`" + comparison.operator().key() + "` with an empty list "
                            + (comparison.operator().negated() ? "always" : "never") + " holds",
                    remarks.right(comparison),
                    "list the values, or remove the condition");
        }
    }

    private void count(Condition.Comparison comparison, BigDecimal number, Optional<Integer> most) {
        int low = number.signum();
        boolean high = most.isPresent() && number.compareTo(BigDecimal.valueOf(most.get())) > 0;
        boolean top = most.isPresent() && number.compareTo(BigDecimal.valueOf(most.get())) >= 0;
        String says = switch (comparison.operator()) {
            case LESS -> low <= 0 ? "never" : high ? "always" : "";
            case LESS_OR_EQUALS -> low < 0 ? "never" : top ? "always" : "";
            case GREATER -> low < 0 ? "always" : top ? "never" : "";
            case GREATER_OR_EQUALS -> low <= 0 ? "always" : high ? "never" : "";
            case EQUALS -> low < 0 || high ? "never" : "";
            case NOT_EQUALS -> low < 0 || high ? "always" : "";
            default -> "";
        };
        if (!says.isEmpty()) {
            remarks.warning(
                    "constant-count",
                    "a count is " + says + " `" + comparison.operator().key() + "` " + number.toPlainString(),
                    remarks.operator(comparison),
                    "a count is 0 or more"
                            + most.map(all -> " and here at most " + all).orElse("")
                            + "; use `greater` 0 for any, `equals` 0 for none");
        }
    }
}
