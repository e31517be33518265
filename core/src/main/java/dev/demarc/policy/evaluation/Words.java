package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.JsonWriter;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.util.Optional;

/** Conditions and what they found, in words. */
public final class Words {
    private static final int LONGEST_VALUE = 120;
    private static final int MOST_ITEMS = 5;

    private Words() {}

    /** A condition: {@code `location` is one of `westeurope`, `northeurope`}. */
    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all -> "all of " + all.parts().size() + " conditions hold";
            case Condition.AnyOf any -> "any of " + any.parts().size() + " conditions holds";
            case Condition.Not not -> "not: " + of(not.part());
            case Condition.Comparison comparison -> of(comparison);
        };
    }

    private static String of(Condition.Comparison comparison) {
        return of(comparison.left()) + " " + wanted(comparison.operator(), comparison.right());
    }

    private static String of(Left left) {
        return switch (left) {
            case Left.Field field -> of(field.name());
            case Left.Value value -> "the value " + of(value.value());
            case Left.FieldCount count -> "the number of " + of(count.alias()) + where(count.where());
            case Left.ValueCount count -> "the number of items of " + of(count.items()) + where(count.where());
        };
    }

    private static String where(Optional<Condition> where) {
        return where.map(condition -> " where " + of(condition)).orElse("");
    }

    /** A template: its constant value, or the expression as written. */
    public static String of(Template template) {
        return switch (template) {
            case Template.Constant constant -> of(constant.value());
            case Template.Computed computed -> "`" + computed.source() + "`";
            case Template.Items items -> items.items().size() + " values";
            case Template.Members members -> "an object";
        };
    }

    /** A value as it stands in a sentence. */
    public static String of(JsonValue value) {
        if (value instanceof JsonArray items) {
            return items.isEmpty() ? "an empty list" : list(items);
        }
        if (value instanceof JsonString text && text.value().isEmpty()) {
            return "the empty text";
        }
        String text = value instanceof JsonString string ? string.value() : JsonWriter.compact(value);
        return "`" + (text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text) + "`";
    }

    /** The first items of a list, each whole, and how many more there are. */
    private static String list(JsonArray items) {
        var text = new StringBuilder();
        int shown = 0;
        for (JsonValue item : items) {
            String next = (shown == 0 ? "" : ", ") + of(item);
            if (shown > 0 && (shown == MOST_ITEMS || text.length() + next.length() > LONGEST_VALUE)) {
                return text + " … and " + (items.size() - shown) + " more";
            }
            text.append(next);
            shown++;
        }
        return text.toString();
    }

    /** The name that a member of an array gives itself; empty when it gives none. */
    public static Optional<String> name(JsonValue member) {
        return member instanceof JsonObject object
                ? object.text("name").map(name -> "`" + name + "`")
                : Optional.empty();
    }

    /** What was found: {@code `location` is `westeurope`}. */
    public static String found(String name, Optional<JsonValue> found) {
        return found.map(value -> name + " is " + (value == JsonNull.NULL ? "null" : of(value)))
                .orElse(name + " is not set");
    }

    /** What an operator asks for: {@code is less than `5`}. */
    public static String wanted(Operator operator, Template right) {
        if (operator == Operator.EXISTS && right instanceof Template.Constant(JsonValue constant)) {
            return isFalse(constant) ? "is not set" : "is set";
        }
        return operator.words() + " " + of(right);
    }

    /** The same once the right side is known. */
    public static String wanted(Operator operator, JsonValue right) {
        return wanted(operator, new Template.Constant(right));
    }

    /**
     * What was found and how it stands to what was asked for: {@code `properties.minimumTlsVersion` is `TLS1_0`, which
     * is none of `TLS1_2`}.
     *
     * @param holds whether the comparison holds of what was found
     */
    public static String finding(
            String name, Optional<JsonValue> found, Operator operator, JsonValue right, boolean holds) {
        if (found.isEmpty()) {
            return name + " is not set";
        }
        if (operator == Operator.EXISTS) {
            return found.get() == JsonNull.NULL ? name + " is null" : name + " is set, to " + of(found.get());
        }
        boolean same = operator.kind() == Operator.Kind.EQUALITY && holds != operator.negated();
        String is = found(name, found);
        return same ? is : is + ", which " + relation(operator, holds) + " " + of(right);
    }

    private static String relation(Operator operator, boolean holds) {
        if (holds) {
            return operator.words();
        }
        return opposite(operator).map(Operator::words).orElse("is not what `" + operator.key() + "` asks for:");
    }

    private static Optional<Operator> opposite(Operator operator) {
        return switch (operator) {
            case EQUALS -> Optional.of(Operator.NOT_EQUALS);
            case NOT_EQUALS -> Optional.of(Operator.EQUALS);
            case LIKE -> Optional.of(Operator.NOT_LIKE);
            case NOT_LIKE -> Optional.of(Operator.LIKE);
            case MATCH -> Optional.of(Operator.NOT_MATCH);
            case NOT_MATCH -> Optional.of(Operator.MATCH);
            case MATCH_INSENSITIVELY -> Optional.of(Operator.NOT_MATCH_INSENSITIVELY);
            case NOT_MATCH_INSENSITIVELY -> Optional.of(Operator.MATCH_INSENSITIVELY);
            case CONTAINS -> Optional.of(Operator.NOT_CONTAINS);
            case NOT_CONTAINS -> Optional.of(Operator.CONTAINS);
            case CONTAINS_KEY -> Optional.of(Operator.NOT_CONTAINS_KEY);
            case NOT_CONTAINS_KEY -> Optional.of(Operator.CONTAINS_KEY);
            case IN -> Optional.of(Operator.NOT_IN);
            case NOT_IN -> Optional.of(Operator.IN);
            case LESS -> Optional.of(Operator.GREATER_OR_EQUALS);
            case LESS_OR_EQUALS -> Optional.of(Operator.GREATER);
            case GREATER -> Optional.of(Operator.LESS_OR_EQUALS);
            case GREATER_OR_EQUALS -> Optional.of(Operator.LESS);
            case EXISTS -> Optional.empty();
        };
    }

    private static boolean isFalse(JsonValue value) {
        return Comparing.text(value).equalsIgnoreCase("false");
    }

    /** A place in a resource as people write it: {@code properties.ipRules[0].value}. */
    public static String place(JsonPointer pointer) {
        var text = new StringBuilder();
        for (String token : pointer.tokens()) {
            if (!token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9')) {
                text.append('[').append(token).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(token);
            }
        }
        return text.toString();
    }
}
