package dev.demarc.policy;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Makes up resources of the invented types: whole, listed, with properties missing, null or of the wrong kind. */
final class AnyResource {
    private static final String GROUP = "/subscriptions/s1/resourceGroups/rg-one";
    private static final List<String> IDS = List.of(
            GROUP + "/providers/Contoso.Works/things/a",
            GROUP + "/providers/contoso.works/THINGS/AB",
            GROUP + "/providers/Contoso.Works/others/a",
            GROUP + "/providers/Contoso.Works/things/a/parts/b",
            GROUP + "/providers/Microsoft.Compute/virtualMachines/ab",
            GROUP + "/providers/Contoso.Elsewhere/things/a",
            GROUP,
            "/subscriptions/s1");

    private final Chance chance;

    AnyResource(Chance chance) {
        this.chance = chance;
    }

    /** A thing whose properties are near those that conditions ask for. */
    JsonObject thing() {
        var resource = JsonObject.builder().put("properties", properties());
        for (String name : List.of("location", "kind", "tags", "identity", "displayName")) {
            if (chance.onceIn(2)) {
                resource.put(name, name.equals("tags") ? tags() : value(1));
            }
        }
        return resource.build();
    }

    /** A resource of any type. */
    JsonObject any() {
        var resource = JsonObject.builder();
        if (chance.upTo(3) == 0) {
            resource.put("id", chance.one(IDS));
        }
        boolean listed = chance.onceIn(4);
        if (listed) {
            resource.put("detail", "listed");
        }
        if (chance.upTo(6) > (listed ? 4 : 0)) {
            resource.put(chance.onceIn(5) ? "Properties" : "properties", chance.onceIn(12) ? value(1) : properties());
        }
        for (String name : List.of("location", "kind", "tags", "identity", "sku", "displayName")) {
            if (chance.onceIn(2)) {
                resource.put(chance.onceIn(6) ? name.toUpperCase(java.util.Locale.ROOT) : name, member(name));
            }
        }
        return resource.build();
    }

    private JsonValue member(String name) {
        return switch (name) {
            case "tags" -> chance.onceIn(6) ? value(1) : tags();
            case "location" ->
                chance.onceIn(2) ? new JsonString(chance.one(List.of("x y", "XY", "East US"))) : chance.scalar();
            case "kind" -> new JsonString(chance.text());
            default -> value(1);
        };
    }

    private JsonObject properties() {
        var properties = JsonObject.builder();
        for (String name : List.of("f", "g", "arr", "objs", "groups", "unlisted", "enabled", "x")) {
            if (chance.upTo(3) > 0) {
                properties.put(name, chance.upTo(3) == 0 ? value(2) : usual(name));
            }
        }
        if (chance.onceIn(8)) {
            properties.put("F", chance.scalar());
        }
        return properties.build();
    }

    private JsonValue usual(String name) {
        return switch (name) {
            case "arr" -> JsonArray.of(chance.scalar(), chance.scalar());
            case "objs", "unlisted" -> JsonArray.of(object(), object());
            case "groups" -> JsonArray.of(members(), chance.onceIn(4) ? value(1) : members());
            default -> chance.scalar();
        };
    }

    private JsonObject members() {
        JsonObject members =
                JsonObject.builder().put("members", JsonArray.of(object())).build();
        return JsonObject.builder().put("properties", members).build();
    }

    private JsonObject object() {
        var object = JsonObject.builder();
        if (chance.upTo(5) > 0) {
            object.put("name", chance.scalar());
        }
        JsonObject inner = JsonObject.builder().put("p", chance.scalar()).build();
        return object.put("nested", chance.onceIn(2) ? JsonArray.of(inner, chance.scalar()) : value(1))
                .put("x", chance.scalar())
                .build();
    }

    private JsonObject tags() {
        var tags = JsonObject.builder();
        for (String name : List.of("Env", "a", "")) {
            if (chance.onceIn(2)) {
                tags.put(name, chance.text());
            }
        }
        return tags.build();
    }

    /** Any value of at most so many levels. */
    JsonValue value(int depth) {
        return switch (depth == 0 ? 0 : chance.upTo(4)) {
            case 1 -> JsonArray.of();
            case 2 -> JsonArray.of(value(depth - 1));
            case 3 -> JsonObject.builder().put("name", value(depth - 1)).build();
            default -> chance.scalar();
        };
    }

    /** The resource group and the subscription, either of which may not have been seen. */
    JsonArray around() {
        var around = new ArrayList<JsonValue>();
        for (String id : List.of(GROUP, "/subscriptions/s1")) {
            if (chance.onceIn(2)) {
                var scope = JsonObject.builder().put("id", id);
                if (chance.onceIn(3)) {
                    scope.put("detail", "listed");
                }
                around.add(scope.put("location", "x y").put("tags", tags()).build());
            }
        }
        return JsonArray.of(around);
    }
}
