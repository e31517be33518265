package dev.demarc.policy.lint;

import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.util.HashMap;
import java.util.List;

/** Groups of conditions that say in a longer way what could be said shortly. */
final class ShapeReview {
    private final Remarks remarks;

    ShapeReview(Remarks remarks) {
        this.remarks = remarks;
    }

    void review(Condition condition) {
        switch (condition) {
            case Condition.AllOf all -> {
                group("allOf", all, all.parts());
                repeated(all.parts(), Operator.NOT_EQUALS);
                typeFirst(all);
                all.parts().forEach(this::review);
            }
            case Condition.AnyOf any -> {
                group("anyOf", any, any.parts());
                repeated(any.parts(), Operator.EQUALS);
                any.parts().forEach(this::review);
            }
            case Condition.Not not -> {
                if (not.part() instanceof Condition.Not) {
                    remarks.note("double-not", "`not` around `not` says nothing", remarks.shown(not), "remove both");
                }
                review(not.part());
            }
            case Condition.Comparison comparison -> {
                switch (comparison.left()) {
                    case Left.FieldCount count -> count.where().ifPresent(this::review);
                    case Left.ValueCount count -> count.where().ifPresent(this::review);
                    case Left.Field field -> {}
                    case Left.Value value -> {}
                }
            }
        }
    }

    private void group(String word, Condition group, List<Condition> parts) {
        if (parts.size() == 1) {
            remarks.note(
                    "single-part",
                    "`" + word + "` holds one condition only",
                    remarks.shown(group),
                    "write the condition without it");
        }
        for (Condition part : parts) {
            boolean same = group instanceof Condition.AllOf
                    ? part instanceof Condition.AllOf
                    : part instanceof Condition.AnyOf;
            if (same && parts.size() > 1) {
                remarks.note(
                        "nested-group",
                        "`" + word + "` stands directly inside `" + word + "`",
                        remarks.shown(part),
                        "move its conditions into the outer one");
            }
        }
    }

    /** Several comparisons of one field by equality that one comparison with a list would say. */
    private void repeated(List<Condition> parts, Operator operator) {
        var times = new HashMap<String, Integer>();
        for (Condition part : parts) {
            if (part instanceof Condition.Comparison comparison && comparison.operator() == operator) {
                String field = Constants.field(comparison).orElse("");
                if (!field.isEmpty() && times.merge(field, 1, Integer::sum) == 2) {
                    remarks.note(
                            "use-list",
                            "`" + field + "` is compared by `" + operator.key() + "` more than once",
                            remarks.left(comparison),
                            "write one condition with `" + (operator.negated() ? "notIn" : "in") + "` and a list");
                }
            }
        }
    }

    private void typeFirst(Condition.AllOf all) {
        for (int i = 0; i < all.parts().size(); i++) {
            if (all.parts().get(i) instanceof Condition.Comparison comparison && isType(comparison)) {
                if (i > 0) {
                    remarks.note(
                            "type-not-first",
                            "the condition on `type` does not come first",
                            remarks.left(comparison),
                            "move it to the top of the `allOf`, where readers look for it");
                }
                return;
            }
        }
    }

    private static boolean isType(Condition.Comparison comparison) {
        return Constants.field(comparison).filter("type"::equals).isPresent()
                && (comparison.operator() == Operator.EQUALS || comparison.operator() == Operator.IN);
    }
}
