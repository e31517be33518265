package dev.demarc.policy.lint;

import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Comparisons of one field that exclude or imply each other.
 *
 * <p>Seen from an {@code allOf}, two comparisons that no value satisfies together never hold. An {@code anyOf} is the
 * same with every comparison turned round: where no value fails both, it always holds. So one table of facts serves
 * both.
 */
final class FactReview {
    private final Remarks remarks;
    private final boolean all;

    FactReview(Remarks remarks, boolean all) {
        this.remarks = remarks;
        this.all = all;
    }

    /** What a comparison says of its field: one of some values, none of some values, there or not there. */
    private sealed interface Fact {
        record OneOf(List<String> values) implements Fact {}

        record NoneOf(List<String> values) implements Fact {}

        record Exists() implements Fact {}

        record Missing() implements Fact {}
    }

    private record Known(Condition.Comparison comparison, Fact fact) {}

    void review(List<Condition.Comparison> comparisons) {
        Map<String, List<Known>> byField = new HashMap<>();
        for (Condition.Comparison comparison : comparisons) {
            Optional<String> field = Constants.field(comparison).filter(name -> !name.contains("[*]"));
            Optional<Fact> fact = fact(comparison);
            if (field.isEmpty() || fact.isEmpty()) {
                continue;
            }
            List<Known> before = byField.computeIfAbsent(field.get(), name -> new ArrayList<>());
            for (Known known : before) {
                if (compare(known, new Known(comparison, fact.get()))) {
                    break;
                }
            }
            before.add(new Known(comparison, fact.get()));
        }
    }

    private Optional<Fact> fact(Condition.Comparison comparison) {
        boolean holds = comparison.operator().negated() != all;
        Optional<List<String>> choices = Constants.choices(comparison.right());
        return switch (comparison.operator().kind()) {
            case EQUALITY, IN ->
                choices.filter(some -> !some.isEmpty())
                        .map(some -> holds ? new Fact.OneOf(some) : new Fact.NoneOf(some));
            case EXISTENCE ->
                choices.map(some -> some.contains("true") == all ? new Fact.Exists() : new Fact.Missing());
            case LIKE, MATCH, MATCH_INSENSITIVELY, CONTAINS, CONTAINS_KEY, ORDER ->
                all && !comparison.operator().negated() ? Optional.of(new Fact.Exists()) : Optional.empty();
        };
    }

    /** Whether something was said of the two. */
    private boolean compare(Known before, Known here) {
        if (excludes(before.fact(), here.fact()) || excludes(here.fact(), before.fact())) {
            contradiction(before, here);
            return true;
        }
        boolean large = adds(here.fact(), before.fact());
        if (large || adds(before.fact(), here.fact())) {
            implied(large ? before : here, large ? here : before);
            return true;
        }
        return false;
    }

    /** Whether the other adds nothing to one: it allows more values, or excludes fewer. */
    private static boolean adds(Fact one, Fact other) {
        return switch (one) {
            case Fact.OneOf(List<String> few) ->
                other instanceof Fact.OneOf(List<String> many) && many.size() > few.size() && many.containsAll(few);
            case Fact.NoneOf(List<String> many) ->
                other instanceof Fact.NoneOf(List<String> few) && many.size() > few.size() && many.containsAll(few);
            case Fact.Exists exists -> false;
            case Fact.Missing missing -> false;
        };
    }

    private static boolean excludes(Fact one, Fact other) {
        return switch (one) {
            case Fact.OneOf(List<String> values) ->
                switch (other) {
                    case Fact.OneOf(List<String> others) -> values.stream().noneMatch(others::contains);
                    case Fact.NoneOf(List<String> others) -> others.containsAll(values);
                    case Fact.Missing missing -> !values.contains("");
                    case Fact.Exists exists -> false;
                };
            case Fact.Exists exists -> other instanceof Fact.Missing;
            case Fact.NoneOf none -> false;
            case Fact.Missing missing -> false;
        };
    }

    private void contradiction(Known before, Known here) {
        String field = Constants.field(here.comparison()).orElse("");
        if (all) {
            remarks.warning(
                    "never-holds",
                    "the `allOf` never holds, as no `" + field + "` is both " + said(before.comparison()) + " and "
                            + said(here.comparison()),
                    remarks.operator(here.comparison()),
                    "use `anyOf` if either will do, or remove one of the two");
        } else {
            remarks.warning(
                    "always-holds",
                    "the `anyOf` always holds, as every `" + field + "` is " + said(before.comparison()) + " or "
                            + said(here.comparison()),
                    remarks.operator(here.comparison()),
                    here.comparison().operator().negated()
                            ? "use `allOf`, or `notIn` with a list"
                            : "remove the `anyOf`, or correct one of the two");
        }
    }

    private void implied(Known idle, Known beside) {
        remarks.warning(
                "implied-condition",
                "the condition changes nothing beside " + said(beside.comparison()),
                remarks.operator(idle.comparison()),
                "remove it, or correct the values");
    }

    private static String said(Condition.Comparison comparison) {
        Operator operator = comparison.operator();
        String right = Constants.value(comparison.right()).map(Object::toString).orElse("");
        return "`" + operator.key() + " " + (right.length() > 60 ? right.substring(0, 60) + "..." : right) + "`";
    }
}
