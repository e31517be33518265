package dev.demarc.policy;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.syntax.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes up conditions of the whole language, and resources of the invented types, small and often near each other, from
 * a seed.
 */
final class AnyPolicy {
    static final String TYPE = "Contoso.Works/things/";

    static final List<String> FIELDS = List.of(
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

    private static final List<String> MORE_FIELDS = List.of(
            "type",
            "TAGS.a",
            "kind",
            TYPE + "sku.name",
            "contoso.works/Things/F",
            "Contoso.Works/others/f",
            "Contoso.Works/things/parts/x",
            "Contoso.Works/things/parts/unlisted",
            "Microsoft.Compute/imagePublisher",
            "Contoso.Nowhere/at/all",
            "tags[*]",
            "identity.userAssignedIdentities",
            "properties.arr[*]");

    private static final List<String> ARRAYS = List.of(
            TYPE + "arr[*]",
            TYPE + "objs[*]",
            TYPE + "objs[*]",
            TYPE + "objs[*].nested[*]",
            TYPE + "objs[*].name",
            TYPE + "groups[*].members[*].name",
            TYPE + "unlisted[*].x",
            "Contoso.Works/others/all[*]",
            "tags[*]");

    private static final List<String> TYPES = List.of(
            "Contoso.Works/things",
            "contoso.works/THINGS",
            "Contoso.Works/others",
            "Contoso.Works/things/parts",
            "Microsoft.Resources/subscriptions/resourceGroups",
            "Microsoft.Resources/resourceGroups",
            "Contoso.Works/*",
            "*/parts",
            "no type");

    private static final List<String> PATTERNS = List.of("", "?", "#", "##", ".", "a", "A?", "?b", "#.##", "e?v", "*");

    private static final List<String> REGIONS = List.of("x y", "XY", "eastus", "East US");

    private static final List<String> WILDCARDS =
            List.of("*", "a*", "A*", "*b", "x*Y", "a*b", "a*A", "ab*b", "*ss", "a?*");

    /** Parameters of which expressions may speak. */
    static final JsonObject PARAMETERS = JsonObject.builder()
            .put("text", parameter("String", new JsonString("a")))
            .put("number", parameter("Integer", JsonNumber.of(2)))
            .put("list", parameter("Array", JsonArray.of(new JsonString("A"), JsonNumber.of(5), JsonNull.NULL)))
            .put(
                    "object",
                    parameter("Object", JsonObject.builder().put("name", "a").build()))
            .put("nothing", parameter("Array", JsonArray.of()))
            .build();

    private final Chance chance;
    private final AnyExpression expression;
    private final AnyResource resource;
    /** What {@code current} may name, the innermost count last. */
    private final List<String> counts = new ArrayList<>();

    /** Conditions without parameters. */
    AnyPolicy(long seed) {
        this(seed, false);
    }

    /** @param parameters whether conditions may speak of {@link #PARAMETERS} */
    AnyPolicy(long seed, boolean parameters) {
        this.chance = new Chance(seed);
        this.expression = new AnyExpression(chance, parameters);
        this.resource = new AnyResource(chance);
    }

    private static JsonObject parameter(String type, JsonValue value) {
        return JsonObject.builder().put("type", type).put("defaultValue", value).build();
    }

    /** A whole number from 0 to below a bound. */
    int upTo(int bound) {
        return chance.upTo(bound);
    }

    /** A resource of the usual type whose properties are near those that the conditions ask for. */
    JsonObject resource() {
        return resource.thing();
    }

    /** A resource of any type, seen in whole or in a listing, with a document that may be anything. */
    JsonObject anyResource() {
        return resource.any();
    }

    /** Whatever may stand around a resource. */
    JsonArray around() {
        return resource.around();
    }

    /** A condition of at most so many levels. */
    JsonObject condition(int depth) {
        int kind = depth == 0 || (counts.size() > 1 && chance.onceIn(2)) ? 3 : chance.upTo(8);
        return switch (kind) {
            case 0 -> JsonObject.builder().put("allOf", conditions(depth - 1)).build();
            case 1 -> JsonObject.builder().put("anyOf", conditions(depth - 1)).build();
            case 2 -> JsonObject.builder().put("not", condition(depth - 1)).build();
            default -> comparison(depth);
        };
    }

    private JsonArray conditions(int depth) {
        var conditions = new ArrayList<JsonValue>();
        for (int i = 0; i <= chance.upTo(3); i++) {
            conditions.add(condition(depth));
        }
        return JsonArray.of(conditions);
    }

    private JsonObject comparison(int depth) {
        Operator operator = chance.one(List.of(Operator.values()));
        var comparison = JsonObject.builder();
        switch (chance.upTo(counts.isEmpty() ? 10 : 6)) {
            case 0, 1 -> comparison.put("value", value());
            case 2, 3 -> {
                comparison.put("count", count(depth));
                if (chance.upTo(4) > 0) {
                    operator = chance.one(List.of(
                            Operator.EQUALS,
                            Operator.NOT_EQUALS,
                            Operator.GREATER,
                            Operator.LESS,
                            Operator.GREATER_OR_EQUALS,
                            Operator.LESS_OR_EQUALS));
                    return comparison.put(operator.key(), chance.upTo(4)).build();
                }
            }
            default -> {
                String field = field();
                comparison.put("field", field);
                if (field.equals("location") && operator.kind() == Operator.Kind.EQUALITY) {
                    return comparison.put(operator.key(), chance.one(REGIONS)).build();
                }
                if (field.equals("type") && chance.upTo(3) > 0) {
                    return comparison.put(operator.key(), ofType(operator)).build();
                }
            }
        }
        return comparison.put(operator.key(), right(operator)).build();
    }

    private JsonValue value() {
        if (!counts.isEmpty() && chance.upTo(4) < counts.size()) {
            return new JsonString("[current()]");
        }
        return chance.onceIn(6) ? chance.scalar() : new JsonString("[" + expression.of(3, counts) + "]");
    }

    private String field() {
        String counted = counts.isEmpty() ? "" : counts.getLast();
        if (counted.contains("/") && chance.onceIn(2)) {
            return counted + chance.one(List.of("", ".name", ".nested[*]", ".nested[*].p"));
        }
        return switch (chance.upTo(20)) {
            case 0 -> "[concat('tags[', '" + chance.one(List.of("env", "a")) + "', ']')]";
            case 1 -> "[if(equals(field('kind'), 'a'), '" + TYPE + "f', 'location')]";
            case 2 -> "[" + expression.of(2, counts) + "]";
            case 3, 4, 5, 6 -> chance.one(MORE_FIELDS);
            default -> chance.one(FIELDS);
        };
    }

    private JsonValue ofType(Operator operator) {
        return switch (operator.kind()) {
            case IN -> list(chance.upTo(8), TYPES);
            case EXISTENCE -> JsonBoolean.of(chance.onceIn(2));
            default -> new JsonString(chance.one(TYPES));
        };
    }

    private JsonValue list(int size, List<String> texts) {
        var items = new ArrayList<JsonValue>();
        for (int i = 0; i < size; i++) {
            items.add(new JsonString(chance.one(texts)));
        }
        return JsonArray.of(items);
    }

    private JsonValue right(Operator operator) {
        if (chance.onceIn(6)) {
            return new JsonString("[" + expression.of(2, counts) + "]");
        }
        return switch (operator.kind()) {
            case IN ->
                switch (chance.upTo(3)) {
                    case 0 -> list(chance.upTo(9), Chance.TEXTS);
                    case 1 -> JsonArray.of(chance.scalar(), JsonArray.of(chance.scalar()));
                    default -> JsonArray.of(chance.scalar(), chance.scalar());
                };
            case EXISTENCE -> chance.onceIn(2) ? JsonBoolean.of(chance.onceIn(2)) : new JsonString("False");
            case MATCH, MATCH_INSENSITIVELY ->
                chance.onceIn(2) ? new JsonString(chance.one(PATTERNS)) : chance.scalar();
            case CONTAINS_KEY -> new JsonString(chance.one(List.of("env", "ENV", "name", "p", "")));
            case LIKE -> chance.onceIn(2) ? new JsonString(chance.one(WILDCARDS)) : chance.scalar();
            case EQUALITY, CONTAINS, ORDER -> chance.scalar();
        };
    }

    private JsonObject count(int depth) {
        var count = JsonObject.builder();
        String name = "n" + counts.size();
        if (chance.onceIn(3)) {
            JsonValue items = chance.onceIn(3)
                    ? new JsonString("[" + expression.of(2, counts) + "]")
                    : JsonArray.of(resource.value(1), chance.scalar(), chance.scalar());
            count.put("value", items).put("name", name);
        } else {
            name = array();
            count.put("field", name);
        }
        if (depth > 0 && chance.upTo(3) > 0) {
            counts.add(name);
            count.put("where", condition(depth - 1));
            counts.removeLast();
        }
        return count.build();
    }

    private String array() {
        String around = counts.isEmpty() ? "" : counts.getLast();
        if (around.equals(TYPE + "objs[*]") && chance.upTo(3) > 0) {
            return TYPE + "objs[*].nested[*]";
        }
        return switch (chance.upTo(12)) {
            case 0 -> "[concat('" + TYPE + "', if(equals(field('kind'), 'a'), 'arr[*]', 'objs[*]'))]";
            case 1 -> "[" + expression.of(2, counts) + "]";
            case 2 -> chance.one(FIELDS);
            default -> chance.one(ARRAYS);
        };
    }
}
