package dev.demarc.runner.opinion;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values that might make a comparison hold or fail: what it compares with, values beside that, and values of every kind.
 * The likelier come first; an empty one stands for no value at all.
 */
final class Guesses {
    private static final String ID = Draft.GROUP + "/providers/Microsoft.Network/virtualNetworks/net/subnets/sub";
    private final Set<Optional<JsonValue>> values = new LinkedHashSet<>();

    private Guesses() {}

    /** Guesses for the fields of a comparison. */
    static List<Optional<JsonValue>> of(Condition.Comparison comparison) {
        var guesses = new Guesses();
        comparison(comparison, guesses);
        if (comparison.left() instanceof Left.FieldCount count) {
            count.where().ifPresent(where -> where.forEachComparison(one -> comparison(one, guesses)));
        }
        if (comparison.left() instanceof Left.ValueCount count) {
            count.where().ifPresent(where -> where.forEachComparison(one -> comparison(one, guesses)));
        }
        guesses.anything();
        return List.copyOf(guesses.values);
    }

    private static void comparison(Condition.Comparison comparison, Guesses guesses) {
        guesses.template(comparison.right());
        switch (comparison.left()) {
            case Left.Field field -> {}
            case Left.FieldCount count -> {}
            case Left.Value value -> guesses.template(value.value());
            case Left.ValueCount count -> guesses.template(count.items());
        }
        if (comparison.operator().kind() == Operator.Kind.CONTAINS_KEY
                && comparison.right() instanceof Template.Constant(JsonString key)) {
            guesses.add(JsonObject.builder().put(key.value(), "x").build());
        }
    }

    private void template(Template template) {
        switch (template) {
            case Template.Constant constant -> near(constant.value());
            case Template.Computed computed ->
                computed.expression().any(node -> {
                    if (node instanceof Expression.Literal literal) {
                        near(literal.value());
                    }
                    if (node instanceof Expression.Call call
                            && call.function().name().equals("createObject")) {
                        object(call.arguments()).ifPresent(this::add);
                    }
                    return false;
                });
            case Template.Items items -> items.items().forEach(this::template);
            case Template.Members members -> members.members().forEach(one -> template(one.value()));
        }
    }

    /** The object that {@code createObject} makes of these, where all are written out. */
    private static Optional<JsonValue> object(List<Expression> arguments) {
        var object = JsonObject.builder();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            if (!(arguments.get(i) instanceof Expression.Literal(JsonString name, int at)
                    && arguments.get(i + 1) instanceof Expression.Literal value)) {
                return Optional.empty();
            }
            object.set(name.value(), value.value());
        }
        return Optional.of(object.build());
    }

    private void add(JsonValue value) {
        values.add(Optional.of(value));
    }

    /** A value and those beside it. */
    private void near(JsonValue value) {
        switch (value) {
            case JsonString text -> near(text.value());
            case JsonNumber number -> {
                add(number);
                add(JsonNumber.of(number.decimal().add(BigDecimal.ONE)));
                add(JsonNumber.of(number.decimal().subtract(BigDecimal.ONE)));
            }
            case JsonArray array -> {
                array.values().stream().limit(4).forEach(this::near);
                add(array);
            }
            case JsonObject object -> add(object);
            default -> add(value);
        }
    }

    private void near(String text) {
        String filled = text.replace("*", "x").replace('#', '1').replace('?', 'a');
        add(new JsonString(filled));
        if (text.matches("-?\\d{1,15}")) {
            near(JsonNumber.of(Long.parseLong(text)));
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            add(JsonBoolean.of(text.equalsIgnoreCase("true")));
            add(JsonBoolean.of(!text.equalsIgnoreCase("true")));
        }
        add(new JsonString(filled + "x"));
        add(JsonArray.of(new JsonString(filled)));
    }

    private void anything() {
        add(new JsonString("x"));
        values.add(Optional.empty());
        add(JsonBoolean.TRUE);
        add(JsonBoolean.FALSE);
        add(JsonNumber.of(0));
        add(JsonNumber.of(100_000));
        add(new JsonString(""));
        add(new JsonString(ID));
        add(new JsonString("2000-01-01T00:00:00Z"));
        add(new JsonString("2099-01-01T00:00:00Z"));
        add(new JsonString("10.0.0.0/24"));
        add(new JsonString("1.2.3"));
        add(JsonArray.of());
        add(JsonArray.of(new JsonString("x")));
        add(JsonObject.empty());
        add(JsonObject.builder().put("x", "y").build());
    }
}
