package dev.demarc.policy.syntax;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.policy.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads conditions. A condition with a mistake is null; the mistake is noted and the others are still read. */
final class ConditionParser {
    private static final int DEEPEST = 64;
    private static final List<String> GROUPS = List.of("allOf", "anyOf", "not");
    private static final List<String> LEFTS = List.of("field", "value", "count");
    private static final List<String> COUNT_KEYS = List.of("field", "value", "name", "where");

    private final Problems problems;
    private final TemplateReader templates;
    private final RuleLimits limits;
    private int depth;

    ConditionParser(Problems problems, TemplateReader templates, RuleLimits limits) {
        this.problems = problems;
        this.templates = templates;
        this.limits = limits;
    }

    /** A condition; what is wrong in it is told, and stands in it as something unread. */
    Condition condition(JsonValue value, JsonPointer at) {
        if (!(value instanceof JsonObject object)) {
            problems.wrongType("condition", "an object", value, at);
            return unread(at);
        }
        if (depth == DEEPEST) {
            problems.error(
                    "too-deep",
                    "conditions nest at most " + DEEPEST + " deep",
                    at,
                    "flatten nested `allOf` and `anyOf`");
            return unread(at);
        }
        limits.condition(at);
        depth++;
        Condition condition = condition(object, at);
        depth--;
        return condition;
    }

    /** What stands where a condition could not be read: never the same as another, and about no field. */
    static Condition unread(Problems problems, JsonPointer at) {
        Template text = TemplateReader.unread(at);
        return new Condition.Comparison(new Left.Value(text), Operator.EQUALS, text, problems.place(at));
    }

    private Condition unread(JsonPointer at) {
        return unread(problems, at);
    }

    private Condition condition(JsonObject object, JsonPointer at) {
        var groups = new ArrayList<Integer>();
        var lefts = new ArrayList<Integer>();
        var operators = new ArrayList<Integer>();
        var unknown = new ArrayList<String>();
        for (int i = 0; i < object.size(); i++) {
            String key = object.name(i);
            if (isOne(GROUPS, key)) {
                groups.add(i);
            } else if (isOne(LEFTS, key)) {
                lefts.add(i);
            } else if (Operator.of(key).isPresent()) {
                operators.add(i);
            } else {
                unknown.add(key);
            }
        }
        if (!groups.isEmpty()) {
            return group(object, at, groups, unknown);
        }
        boolean sound = checkKeys(object, at, lefts, operators, unknown);
        if (sound) {
            return comparison(object, at, lefts.getFirst(), operators.getFirst());
        }
        return lefts.size() == 1 ? ofLeft(object, at, lefts.getFirst()) : unread(at);
    }

    private Condition group(JsonObject object, JsonPointer at, List<Integer> groups, List<String> unknown) {
        if (object.size() > 1) {
            if (unknown.isEmpty()) {
                problems.error(
                        "mixed-condition",
                        "`" + object.name(groups.getFirst()) + "` stands alone, here are "
                                + String.join(", ", object.names()),
                        problems.name(at.child(object.name(groups.getFirst()))),
                        "put each condition into an object of its own inside an `allOf`");
            }
            unknown.forEach(key -> problems.unknownKey(key, at.child(key), GROUPS));
            return unread(at);
        }
        String key = object.name(0);
        JsonPointer inside = at.child(key);
        if (key.equalsIgnoreCase("not")) {
            return new Condition.Not(condition(object.value(0), inside), problems.place(at));
        }
        List<Condition> parts = parts(key, object.value(0), inside);
        if (parts.isEmpty()) {
            return unread(at);
        }
        return key.equalsIgnoreCase("allOf")
                ? new Condition.AllOf(parts, problems.place(at))
                : new Condition.AnyOf(parts, problems.place(at));
    }

    private List<Condition> parts(String key, JsonValue value, JsonPointer at) {
        if (!(value instanceof JsonArray array)) {
            problems.wrongType(key, "an array", value, at);
            return List.of();
        }
        if (array.isEmpty()) {
            problems.error(
                    "empty-condition-list",
                    "`" + key + "` has no conditions",
                    problems.name(at),
                    "give it at least one condition");
            return List.of();
        }
        var parts = new ArrayList<Condition>();
        for (int i = 0; i < array.size(); i++) {
            parts.add(condition(array.get(i), at.child(i)));
        }
        return parts;
    }

    private boolean checkKeys(
            JsonObject object, JsonPointer at, List<Integer> lefts, List<Integer> operators, List<String> unknown) {
        for (String key : unknown) {
            if (operators.isEmpty() && !lefts.isEmpty()) {
                String hint = Problems.didYouMean(key, Operator.keys());
                problems.error(
                        "unknown-operator", "there is no operator `" + key + "`", problems.name(at.child(key)), hint);
            } else {
                var known = new ArrayList<>(Operator.keys());
                known.addAll(LEFTS);
                known.addAll(GROUPS);
                problems.unknownKey(key, at.child(key), known);
            }
        }
        if (lefts.size() > 1) {
            problems.error(
                    "several-left-sides",
                    "a condition compares one thing, this one has " + names(object, lefts),
                    problems.name(at.child(object.name(lefts.get(1)))),
                    "make two conditions of it");
        } else if (lefts.isEmpty() && unknown.isEmpty()) {
            problems.error(
                    "missing-left-side",
                    "the condition does not say what it compares",
                    operators.isEmpty()
                            ? problems.place(at)
                            : problems.name(at.child(object.name(operators.getFirst()))),
                    "add `field`, `value` or `count`, or use `allOf`, `anyOf` or `not`");
        }
        if (operators.size() > 1) {
            problems.error(
                    "several-operators",
                    "a condition has one operator, this one has " + names(object, operators),
                    problems.name(at.child(object.name(operators.get(1)))),
                    "make two conditions of it");
        } else if (operators.isEmpty() && unknown.isEmpty() && !lefts.isEmpty()) {
            problems.error(
                    "missing-operator",
                    "the condition does not say how `" + object.name(lefts.getFirst()) + "` compares",
                    problems.name(at.child(object.name(lefts.getFirst()))),
                    "add an operator such as `equals` or `exists`");
        }
        return lefts.size() == 1 && operators.size() == 1 && unknown.isEmpty();
    }

    private static String names(JsonObject object, List<Integer> positions) {
        return String.join(
                " and ", positions.stream().map(i -> "`" + object.name(i) + "`").toList());
    }

    /** A condition of which only the left side says something. */
    private Condition ofLeft(JsonObject object, JsonPointer at, int leftAt) {
        Left left = left(object.name(leftAt), object.value(leftAt), at.child(object.name(leftAt)));
        return left == null
                ? unread(at)
                : new Condition.Comparison(left, Operator.EQUALS, TemplateReader.unread(at), problems.place(at));
    }

    private Condition comparison(JsonObject object, JsonPointer at, int leftAt, int operatorAt) {
        Operator operator = Operator.of(object.name(operatorAt)).orElseThrow();
        Left left = left(object.name(leftAt), object.value(leftAt), at.child(object.name(leftAt)));
        JsonPointer rightAt = at.child(object.name(operatorAt));
        Template right = templates.read(object.value(operatorAt), rightAt);
        boolean sound =
                !(right instanceof Template.Constant constant) || checkRight(operator, constant.value(), rightAt);
        return new Condition.Comparison(
                left == null ? new Left.Value(TemplateReader.unread(at)) : left,
                operator,
                sound ? right : TemplateReader.unread(at),
                problems.place(at));
    }

    private @Nullable Left left(String key, JsonValue value, JsonPointer at) {
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "field" -> {
                Template name = text("field", value, at);
                yield name == null ? null : new Left.Field(name);
            }
            case "value" -> new Left.Value(templates.read(value, at));
            default -> count(value, at);
        };
    }

    private @Nullable Template text(String what, JsonValue value, JsonPointer at) {
        if (!(value instanceof JsonString text)) {
            problems.wrongType(what, "a text", value, at);
            return null;
        }
        if (text.value().isBlank()) {
            problems.error("wrong-type", "`" + what + "` is empty", at, "name a property or an alias");
            return null;
        }
        return templates.read(value, at);
    }

    private @Nullable Left count(JsonValue value, JsonPointer at) {
        if (!(value instanceof JsonObject object)) {
            problems.wrongType("count", "an object", value, at);
            return null;
        }
        problems.checkKeys(object, COUNT_KEYS, at);
        JsonValue field = object.getIgnoreCase("field");
        JsonValue items = object.getIgnoreCase("value");
        if (field == null && items == null) {
            badCount("a count needs `field` or `value`", problems.name(at));
            return null;
        }
        if (field != null && items != null) {
            badCount(
                    "a count has either `field` or `value`, not both",
                    problems.name(Problems.child(object, "value", at)));
            return null;
        }
        return field != null ? fieldCount(field, object, at) : valueCount(items, object, at);
    }

    private void badCount(String message, Place at) {
        problems.error(
                "bad-count",
                message,
                at,
                "count {field: alias[*], where?: condition} or {value: array, name?: text, where?: condition}");
    }

    private @Nullable Left fieldCount(JsonValue field, JsonObject count, JsonPointer at) {
        if (count.getIgnoreCase("name") != null) {
            badCount(
                    "`name` belongs to a count of a `value`, not of a `field`",
                    problems.name(Problems.child(count, "name", at)));
        }
        JsonPointer fieldAt = Problems.child(count, "field", at);
        Template alias = text("field", field, fieldAt);
        if (alias == null) {
            return null;
        }
        String name = alias instanceof Template.Constant(JsonString constant) ? constant.value() : "";
        if (alias instanceof Template.Constant && !name.contains("[*]")) {
            problems.error(
                    "count-without-array",
                    "`" + name + "` is counted, but names no array",
                    fieldAt,
                    "add `[*]` after the name of the array");
            return null;
        }
        limits.fieldCount(name, fieldAt);
        return new Left.FieldCount(alias, where(count, name, at));
    }

    private @Nullable Left valueCount(@Nullable JsonValue value, JsonObject count, JsonPointer at) {
        JsonValue array = value == null ? JsonNull.NULL : value;
        JsonPointer valueAt = Problems.child(count, "value", at);
        Template template = templates.read(array, valueAt);
        if (template instanceof Template.Constant(JsonValue constant) && !(constant instanceof JsonArray)) {
            badCount("a count of a `value` needs an array", problems.place(valueAt));
        }
        String name = Left.ValueCount.DEFAULT_NAME;
        JsonValue given = count.getIgnoreCase("name");
        if (given instanceof JsonString text && isName(text.value())) {
            name = text.value();
        } else if (given != null) {
            badCount(
                    "the `name` of a count is a text of letters and digits",
                    problems.place(Problems.child(count, "name", at)));
        }
        if (templates.isTaken(name)) {
            badCount(
                    "a count around this one has the name `" + name + "` too",
                    given == null ? problems.name(at) : problems.place(Problems.child(count, "name", at)));
        }
        int items = array instanceof JsonArray list ? list.size() : 1;
        limits.enterValueCount(items, valueAt);
        Optional<Condition> where = where(count, name, at);
        limits.leaveValueCount(items);
        return new Left.ValueCount(template, name, where);
    }

    private Optional<Condition> where(JsonObject count, String name, JsonPointer at) {
        JsonValue where = count.getIgnoreCase("where");
        if (where == null) {
            return Optional.empty();
        }
        templates.enter(name);
        Condition condition = condition(where, Problems.child(count, "where", at));
        templates.leave();
        return Optional.of(condition);
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }

    private boolean checkRight(Operator operator, JsonValue right, JsonPointer at) {
        if (right == JsonNull.NULL) {
            problems.warning(
                    "null-right-side",
                    "`" + operator.key() + "` compares with null, which the documentation leaves open",
                    at,
                    "use `exists` to ask whether a property is set");
            return true;
        }
        String wanted = switch (operator.kind()) {
            case IN -> right instanceof JsonArray ? "" : "an array";
            case EXISTENCE -> isTruth(right) ? "" : "true or false";
            case MATCH, MATCH_INSENSITIVELY -> right instanceof JsonString ? "" : "a text";
            case ORDER, EQUALITY, LIKE, CONTAINS, CONTAINS_KEY ->
                right instanceof JsonArray || right instanceof JsonObject ? "a text, number or boolean" : "";
        };
        if (!wanted.isEmpty()) {
            problems.wrongType(operator.key(), wanted, right, at);
            return false;
        }
        boolean wildcards = operator.kind() == Operator.Kind.LIKE
                && right instanceof JsonString text
                && text.value().indexOf('*') != text.value().lastIndexOf('*');
        if (wildcards) {
            problems.error(
                    "several-wildcards",
                    "`" + operator.key() + "` takes one `*`, this pattern has several",
                    at,
                    "split it over two conditions, or use `contains`");
        }
        return !wildcards;
    }

    private static boolean isTruth(JsonValue value) {
        return value instanceof JsonBoolean
                || (value instanceof JsonString text
                        && (text.value().equalsIgnoreCase("true")
                                || text.value().equalsIgnoreCase("false")));
    }

    private static boolean isOne(List<String> keys, String key) {
        return keys.stream().anyMatch(key::equalsIgnoreCase);
    }
}
