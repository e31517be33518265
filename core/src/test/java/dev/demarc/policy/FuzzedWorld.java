package dev.demarc.policy;

import dev.demarc.check.Subject;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import java.util.List;

/** The resources that fuzzed policies judge, as {@code fuzzed-world.json} has them. */
final class FuzzedWorld {
    private FuzzedWorld() {}

    /** Each of the resources, with the others around it. */
    static List<Subject> subjects() {
        JsonArray resources = Cases.beside("fuzzed-world.json").array("resources");
        return resources.stream()
                .map(one -> World.subject((JsonObject) one, others(resources, one)))
                .toList();
    }

    private static JsonArray others(JsonArray resources, JsonValue one) {
        return JsonArray.of(
                resources.stream().filter(other -> !other.equals(one)).toList());
    }
}
