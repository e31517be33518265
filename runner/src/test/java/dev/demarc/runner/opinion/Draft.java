package dev.demarc.runner.opinion;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.evaluation.PropertyPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A resource being made up.
 *
 * @param scope the id of what it is in or on
 * @param names a name for every segment of its type after the namespace
 * @param content its document but for id, name and type
 */
record Draft(String scope, ResourceType type, List<String> names, JsonObject content) {
    static final String SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000001";
    static final String GROUP = SUBSCRIPTION + "/resourceGroups/group";

    Draft {
        names = List.copyOf(names);
    }

    /** A resource of a type with hardly anything in it. */
    static Draft of(String scope, ResourceType type) {
        var names = new ArrayList<String>();
        for (int i = 1; i < type.text().split("/", -1).length; i++) {
            names.add("name" + i);
        }
        JsonObject content = JsonObject.builder()
                .put("location", new JsonString("westeurope"))
                .put("tags", JsonObject.empty())
                .put("properties", JsonObject.empty())
                .build();
        return new Draft(scope, type, names, content);
    }

    /** The id; empty where the names cannot be names. */
    Optional<ResourceId> id() {
        if (type.equals(ResourceType.SUBSCRIPTION)) {
            return ResourceId.parse(SUBSCRIPTION);
        }
        if (type.equals(ResourceType.RESOURCE_GROUP)) {
            return ResourceId.parse(SUBSCRIPTION + "/resourceGroups/" + names.getLast());
        }
        String[] segments = type.text().split("/", -1);
        var text = new StringBuilder(scope).append("/providers/").append(segments[0]);
        for (int i = 1; i < segments.length; i++) {
            text.append('/').append(segments[i]).append('/').append(names.get(i - 1));
        }
        return ResourceId.parse(text.toString()).filter(id -> id.type().equals(type));
    }

    /** The same with other names. */
    Draft named(List<String> others) {
        return new Draft(scope, type, others, content);
    }

    /** The same with another value where a path leads, in every member of arrays on the way; empty for none. */
    Draft with(PropertyPath path, Optional<JsonValue> value) {
        JsonValue changed = put(Optional.of(content), path.steps(), value).orElseThrow();
        return changed instanceof JsonObject object ? new Draft(scope, type, names, object) : this;
    }

    /** What stands where a path leads, in the first member of arrays on the way; empty for nothing. */
    Optional<JsonValue> at(PropertyPath path) {
        Optional<JsonValue> found = Optional.of(content);
        for (String step : path.steps()) {
            found = found.flatMap(value -> switch (value) {
                case JsonArray array
                when step.equals(PropertyPath.EACH) -> array.stream().findFirst();
                case JsonObject object -> Optional.ofNullable(object.getIgnoreCase(step));
                default -> Optional.empty();
            });
        }
        return found;
    }

    /** The same with the first member of an array so many times; the path ends in {@code [*]}. */
    Draft copied(PropertyPath members, int times) {
        List<String> steps = members.steps();
        if (!steps.getLast().equals(PropertyPath.EACH)) {
            return this;
        }
        var array = new PropertyPath(steps.subList(0, steps.size() - 1), false, Optional.empty(), Set.of());
        return at(members)
                .map(member -> with(array, Optional.of(JsonArray.of(Collections.nCopies(times, member)))))
                .orElse(this);
    }

    private static Optional<JsonValue> put(Optional<JsonValue> at, List<String> steps, Optional<JsonValue> value) {
        if (steps.isEmpty()) {
            return value;
        }
        String name = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        if (at.isEmpty() && value.isEmpty()) {
            return at;
        }
        if (name.equals(PropertyPath.EACH)) {
            List<JsonValue> members = at.orElse(null) instanceof JsonArray there ? there.values() : List.of();
            List<Optional<JsonValue>> each = members.isEmpty()
                    ? List.of(put(Optional.empty(), rest, value))
                    : members.stream()
                            .map(one -> put(Optional.of(one), rest, value))
                            .toList();
            return Optional.of(
                    JsonArray.of(each.stream().flatMap(Optional::stream).toList()));
        }
        JsonObject object = at.orElse(null) instanceof JsonObject there ? there : JsonObject.empty();
        return Optional.of(member(object, name, rest, value));
    }

    private static JsonObject member(JsonObject object, String name, List<String> rest, Optional<JsonValue> value) {
        var built = JsonObject.builder();
        boolean found = false;
        for (int i = 0; i < object.size(); i++) {
            boolean here = object.name(i).equalsIgnoreCase(name);
            found |= here;
            String member = object.name(i);
            Optional<JsonValue> after =
                    here ? put(Optional.of(object.value(i)), rest, value) : Optional.of(object.value(i));
            after.ifPresent(one -> built.put(member, one));
        }
        if (!found) {
            put(Optional.empty(), rest, value).ifPresent(one -> built.put(name, one));
        }
        return built.build();
    }

    /** The resource, read whole; empty where the names cannot be names. */
    Optional<Resource> resource() {
        return id().map(id -> {
            var document = JsonObject.builder()
                    .put("id", id.text())
                    .put("name", id.name())
                    .put("type", type.text());
            content.forEach(document::set);
            return new Resource(id, type, document.build(), Resource.Detail.FULL);
        });
    }

    /** The resource as something seen. */
    static Observation seen(Resource resource) {
        return new Observation(resource, Place.of("made up"));
    }
}
