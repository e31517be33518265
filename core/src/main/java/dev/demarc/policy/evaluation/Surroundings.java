package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Outcome;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code subscription()} and {@code resourceGroup()} say: names and ids come from the resource's id, all else from
 * the scope's own document, which may not have been seen.
 */
record Surroundings(String what, Optional<ResourceId> id, Optional<Resource> seen) {

    /** The scope around the resource judged. */
    static Surroundings of(Context function, Scope scope) {
        boolean group = function == Context.RESOURCE_GROUP;
        ResourceId judged = scope.judged().id();
        Optional<ResourceId> id = group ? judged.resourceGroupId() : judged.subscriptionId();
        Optional<Resource> seen = id.flatMap(one -> one.equals(judged)
                ? Optional.of(scope.judged())
                : scope.neighbours().resource(one));
        return new Surroundings(group ? "resource group" : "subscription", id, seen);
    }

    /** One property of the scope; null for one that scopes may have and this one has not. */
    Outcome member(String name) {
        if (id.isEmpty()) {
            return Outcome.failed("the resource is not in a " + what);
        }
        Optional<JsonValue> known = known(name.toLowerCase(Locale.ROOT), id.get());
        if (known.isPresent()) {
            return Outcome.of(known.get());
        }
        if (seen.isEmpty()) {
            return Outcome.unseen("the " + what + " `" + id.get().name() + "` was not collected");
        }
        JsonValue value = seen.get().document().getIgnoreCase(name);
        if (value != null) {
            return Outcome.of(value);
        }
        if (name.equalsIgnoreCase("properties") && seen.get().detail() == Resource.Detail.LISTED) {
            return Outcome.unseen(
                    "only a listing of the " + what + " `" + id.get().name() + "` was read");
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "tags" -> Outcome.of(JsonObject.empty());
            case "managedby", "location", "displayname", "tenantid", "properties", "state" -> Outcome.of(JsonNull.NULL);
            default -> Outcome.failed("a " + what + " has no property `" + name + "`");
        };
    }

    /** The whole scope as an object. */
    Outcome whole() {
        if (id.isEmpty()) {
            return Outcome.failed("the resource is not in a " + what);
        }
        if (seen.isEmpty()) {
            return Outcome.unseen("the " + what + " `" + id.get().name() + "` was not collected");
        }
        var object = JsonObject.builder();
        seen.get().document().forEach(object::set);
        object.set("id", new JsonString(id.get().text()));
        known("subscriptionid", id.get()).ifPresent(value -> object.set("subscriptionId", value));
        return Outcome.of(object.build());
    }

    private static Optional<JsonValue> known(String name, ResourceId id) {
        boolean group = id.kind() == ResourceId.Kind.RESOURCE_GROUP;
        return switch (name) {
            case "id" -> Optional.of(new JsonString(id.text()));
            case "name" -> group ? Optional.of(new JsonString(id.name())) : Optional.empty();
            case "type" -> group ? Optional.of(new JsonString("Microsoft.Resources/resourceGroups")) : Optional.empty();
            case "subscriptionid" -> group ? Optional.empty() : Optional.of(new JsonString(id.name()));
            default -> Optional.empty();
        };
    }
}
