package dev.demarc.policy;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.Function;
import dev.demarc.policy.expression.Functions;
import dev.demarc.policy.syntax.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up conditions and resources of the invented type, small and often near each other, from a seed. */
final class AnyPolicy {
    private static final String TYPE = "Contoso.Works/things/";
    private static final List<String> FIELDS = List.of(
            "name",
            "type",
            "location",
            "kind",
            "id",
            "fullName",
            "tags",
            "tags.env",
            "tags['Env']",
            "identity.type",
            TYPE + "f",
            TYPE + "f",
            TYPE + "g",
            TYPE + "arr",
            TYPE + "arr[*]",
            TYPE + "objs[*]",
            TYPE + "objs[*].name",
            TYPE + "objs[*].nested",
            TYPE + "objs[*].nested[*]",
            TYPE + "objs[*].nested[*].p",
            TYPE + "groups[*].members[*].name",
            TYPE + "unlisted[*].x",
            TYPE + "unlisted",
            "Contoso.Works/others/enabled",
            "displayName");
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "A",
            "b",
            "ab",
            "a*",
            "*",
            "x y",
            "5",
            "1.50",
            "true",
            "2026-01-01T00:00:00Z",
            "10.0.0.0/8",
            "env");
    private static final List<String> NUMBERS =
            List.of("0", "-1", "1", "2", "5", "5.0", "1e3", "1e-400", "12345678901");

    private final Random random;

    AnyPolicy(long seed) {
        this.random = new Random(seed);
    }

    /** A whole number from 0 to below a bound. */
    int upTo(int bound) {
        return random.nextInt(bound);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A condition of at most so many levels. */
    JsonObject condition(int depth) {
        int kind = depth == 0 ? 3 : random.nextInt(8);
        return switch (kind) {
            case 0 -> JsonObject.builder().put("allOf", conditions(depth - 1)).build();
            case 1 -> JsonObject.builder().put("anyOf", conditions(depth - 1)).build();
            case 2 -> JsonObject.builder().put("not", condition(depth - 1)).build();
            default -> comparison(depth);
        };
    }

    private JsonArray conditions(int depth) {
        var conditions = new ArrayList<JsonValue>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            conditions.add(condition(depth));
        }
        return JsonArray.of(conditions);
    }

    private JsonObject comparison(int depth) {
        var comparison = JsonObject.builder();
        switch (random.nextInt(5)) {
            case 0 -> comparison.put("value", "[" + expression(3) + "]");
            case 1 -> comparison.put("count", count(depth));
            default -> comparison.put("field", one(FIELDS));
        }
        Operator operator = one(List.of(Operator.values()));
        return comparison.put(operator.key(), right(operator)).build();
    }

    private JsonValue right(Operator operator) {
        if (random.nextInt(6) == 0) {
            return new JsonString("[" + expression(2) + "]");
        }
        return switch (operator.kind()) {
            case IN -> JsonArray.of(scalar(), scalar());
            case EXISTENCE -> JsonBoolean.of(random.nextBoolean());
            default -> scalar();
        };
    }

    private JsonObject count(int depth) {
        var count = JsonObject.builder();
        if (random.nextInt(3) == 0) {
            count.put("value", JsonArray.of(value(1), value(1))).put("name", "n" + depth);
        } else {
            count.put("field", one(FIELDS));
        }
        if (depth > 0 && random.nextBoolean()) {
            count.put("where", condition(depth - 1));
        }
        return count.build();
    }

    private String expression(int depth) {
        int kind = depth == 0 ? random.nextInt(3) : random.nextInt(8);
        return switch (kind) {
            case 0 -> "'" + one(TEXTS) + "'";
            case 1 -> Integer.toString(random.nextInt(5) - 1);
            case 2 -> "field('" + one(FIELDS).replace("'", "''") + "')";
            case 3 -> expression(depth - 1) + "[" + expression(depth - 1) + "]";
            default -> call(Functions.find(one(Functions.names())).orElseThrow(), depth);
        };
    }

    private String call(Function function, int depth) {
        int most = Math.min(function.most(), function.least() + 2);
        int given = function.least() + random.nextInt(most - function.least() + 1);
        var arguments = new ArrayList<String>();
        for (int i = 0; i < given; i++) {
            arguments.add(expression(depth - 1));
        }
        return function.name() + "(" + String.join(", ", arguments) + ")";
    }

    /** A resource whose properties are near those that the conditions ask for. */
    JsonObject resource() {
        var properties = JsonObject.builder();
        for (String name : List.of("f", "g", "arr", "objs", "groups", "unlisted")) {
            if (random.nextInt(3) > 0) {
                properties.put(name, random.nextInt(3) == 0 ? value(2) : usual(name));
            }
        }
        var resource = JsonObject.builder().put("properties", properties.build());
        for (String name : List.of("location", "kind", "tags", "identity", "displayName")) {
            if (random.nextBoolean()) {
                resource.put(name, name.equals("tags") ? tags() : value(1));
            }
        }
        return resource.build();
    }

    private JsonValue usual(String name) {
        return switch (name) {
            case "arr" -> JsonArray.of(scalar(), scalar());
            case "objs", "unlisted" -> JsonArray.of(object(), object());
            case "groups" -> JsonArray.of(members());
            default -> scalar();
        };
    }

    private JsonObject members() {
        JsonObject members =
                JsonObject.builder().put("members", JsonArray.of(object())).build();
        return JsonObject.builder().put("properties", members).build();
    }

    private JsonObject object() {
        JsonObject inner = JsonObject.builder().put("p", scalar()).build();
        return JsonObject.builder()
                .put("name", scalar())
                .put("nested", random.nextBoolean() ? JsonArray.of(inner, scalar()) : value(1))
                .build();
    }

    private JsonObject tags() {
        return JsonObject.builder().put("Env", one(TEXTS)).build();
    }

    private JsonValue value(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 1 -> JsonArray.of();
            case 2 -> JsonArray.of(value(depth - 1));
            case 3 -> JsonObject.builder().put("name", value(depth - 1)).build();
            default -> scalar();
        };
    }

    private JsonValue scalar() {
        return switch (random.nextInt(8)) {
            case 0 -> JsonBoolean.of(random.nextBoolean());
            case 1 -> JsonNull.NULL;
            case 2, 3 -> new JsonNumber(one(NUMBERS));
            default -> new JsonString(one(TEXTS));
        };
    }
}
