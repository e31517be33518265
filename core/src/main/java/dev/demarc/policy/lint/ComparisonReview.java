package dev.demarc.policy.lint;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.util.regex.Pattern;

/** Operators whose right side does not fit them. */
final class ComparisonReview {
    private static final Pattern WHOLE = Pattern.compile("-?\\d+");
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+");

    private final Remarks remarks;

    ComparisonReview(Remarks remarks) {
        this.remarks = remarks;
    }

    void review(Condition condition) {
        condition.forEachComparison(this::review);
    }

    private void review(Condition.Comparison comparison) {
        Constants.value(comparison.right()).ifPresent(right -> {
            switch (comparison.operator().kind()) {
                case LIKE -> like(comparison, right);
                case MATCH, MATCH_INSENSITIVELY -> match(comparison, right);
                case CONTAINS -> contains(comparison, right);
                case ORDER -> order(comparison, right);
                case EQUALITY -> equal(comparison, right, remarks.rightPointer(comparison));
                case IN -> {
                    JsonArray list = (JsonArray) right;
                    for (int i = 0; i < list.size(); i++) {
                        equal(
                                comparison,
                                list.get(i),
                                remarks.rightPointer(comparison).child(i));
                    }
                }
                case CONTAINS_KEY, EXISTENCE -> {}
            }
        });
        broadType(comparison);
    }

    private void like(Condition.Comparison comparison, JsonValue right) {
        if (right instanceof JsonString text && text.value().indexOf('*') < 0) {
            remarks.warning(
                    "like-without-wildcard",
                    "`" + comparison.operator().key() + "` without `*` compares whole texts",
                    remarks.right(comparison),
                    "add `*` where any text may stand, or use `"
                            + (comparison.operator().negated() ? "notEquals" : "equals") + "`");
        }
    }

    private void match(Condition.Comparison comparison, JsonValue right) {
        if (!(right instanceof JsonString text)) {
            return;
        }
        if (text.value().indexOf('*') >= 0) {
            remarks.warning(
                    "star-in-match",
                    "`" + comparison.operator().key() + "` takes `*` for the character itself",
                    remarks.right(comparison),
                    "use `" + (comparison.operator().negated() ? "notLike" : "like")
                            + "` for `*`; in `match` a `#` is a digit, a `?` a letter, a `.` any character");
        } else if (comparison.operator().kind() == Operator.Kind.MATCH_INSENSITIVELY
                && text.value().chars().noneMatch(c -> c == '#' || c == '?' || c == '.')) {
            remarks.warning(
                    "match-without-pattern",
                    "`" + comparison.operator().key() + "` without `#`, `?` or `.` compares whole texts",
                    remarks.right(comparison),
                    "use `" + (comparison.operator().negated() ? "notEquals" : "equals") + "`");
        }
    }

    private void contains(Condition.Comparison comparison, JsonValue right) {
        if (right instanceof JsonString text && text.value().indexOf('*') >= 0) {
            remarks.warning(
                    "star-in-contains",
                    "`" + comparison.operator().key() + "` takes `*` for the character itself",
                    remarks.right(comparison),
                    "leave `*` out: any text may stand around the one looked for");
        }
    }

    private void order(Condition.Comparison comparison, JsonValue right) {
        if (right instanceof JsonBoolean) {
            remarks.warning(
                    "order-of-truth",
                    "true and false have no order, so `" + comparison.operator().key() + "` fails on them",
                    remarks.right(comparison),
                    "use `equals`");
        } else if (right instanceof JsonString text
                && WHOLE.matcher(text.value()).matches()) {
            remarks.warning(
                    "order-of-texts",
                    "texts are ordered by their characters, so that \"10\" comes before \"9\"",
                    remarks.right(comparison),
                    "write the number without quotes");
        } else if (right instanceof JsonString text
                && VERSION.matcher(text.value()).matches()) {
            remarks.note(
                    "order-of-versions",
                    "versions are ordered as texts, so that \"1.10\" comes before \"1.9\"",
                    remarks.right(comparison),
                    "list the versions with `in` where a part may have two digits");
        }
    }

    private void equal(Condition.Comparison comparison, JsonValue right, JsonPointer at) {
        number(comparison, right, at);
        boolean pattern = right instanceof JsonString text && isPattern(text.value());
        if (pattern && comparison.left() instanceof Left.Field) {
            remarks.warning(
                    "literal-wildcard",
                    "`" + comparison.operator().key() + "` takes `*` for the character itself",
                    remarks.of(at),
                    "use `" + (comparison.operator().negated() ? "notLike" : "like") + "` for `*`");
        }
    }

    /** Whether a text looks like one with a wildcard; a lone star is a value of many properties. */
    private static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 && text.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** Equality compares texts: a number equals another one only when both are written alike. */
    private void number(Condition.Comparison comparison, JsonValue right, JsonPointer at) {
        if (right instanceof JsonNumber number && !number.isInteger()) {
            remarks.warning(
                    "number-as-text",
                    "`" + comparison.operator().key() + "` compares numbers as texts, so that 5.0 is not 5",
                    remarks.of(at),
                    "use `greaterOrEquals` and `lessOrEquals` to compare numbers");
        }
    }

    private void broadType(Condition.Comparison comparison) {
        boolean broad = switch (comparison.operator().kind()) {
            case LIKE, MATCH, MATCH_INSENSITIVELY, CONTAINS -> true;
            case EQUALITY, IN, ORDER, EXISTENCE, CONTAINS_KEY -> false;
        };
        if (broad && Constants.field(comparison).filter("type"::equals).isPresent()) {
            remarks.note(
                    "broad-type",
                    "the pattern takes in types that do not exist yet",
                    remarks.operator(comparison),
                    "name the types with `equals` or `in`");
        }
    }
}
