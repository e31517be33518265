package dev.demarc.source.files;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The resources inside a resource's document: subnets in a network, rules in a group, extensions in a machine.
 *
 * <p>An object counts when it has an id and {@code properties} that say something, and either its id lies below that of
 * the document around it (then its type may be missing, as old services leave it out), or it names the type that its id
 * spells. A reference to something elsewhere, even one with a few properties of the reference itself, does not. What
 * stands below the document around it is taken as whole; what is elsewhere may be shown in part, so what it lacks is
 * unknown.
 */
final class Embedded {
    private final Place origin;
    private final Consumer<Observation> found;
    private final Deque<String> path = new ArrayDeque<>();
    private long count;

    private Embedded(Place origin, Consumer<Observation> found) {
        this.origin = origin;
        this.found = found;
    }

    /** Finds what is embedded in a resource seen at a place, at any depth; returns how many. */
    static long in(Resource resource, Place origin, Consumer<Observation> found) {
        var embedded = new Embedded(origin, found);
        embedded.members(resource.document(), resource.id());
        return embedded.count;
    }

    private void value(JsonValue value, ResourceId around) {
        switch (value) {
            case JsonObject object -> object(object, around);
            case JsonArray array -> items(array, around);
            case JsonString string -> {}
            case JsonNumber number -> {}
            case JsonBoolean bool -> {}
            case JsonNull none -> {}
        }
    }

    private void members(JsonObject object, ResourceId around) {
        for (int i = 0; i < object.size(); i++) {
            JsonValue value = object.value(i);
            if (value instanceof JsonObject || value instanceof JsonArray) {
                path.addLast(object.name(i));
                value(value, around);
                path.removeLast();
            }
        }
    }

    private void items(JsonArray array, ResourceId around) {
        for (int i = 0; i < array.size(); i++) {
            path.addLast(Integer.toString(i));
            value(array.get(i), around);
            path.removeLast();
        }
    }

    private void object(JsonObject object, ResourceId around) {
        Optional<ResourceId> id = embeddedId(object, around);
        if (id.isPresent()) {
            ResourceType type = object.text("type")
                    .flatMap(ResourceType::parse)
                    .orElse(id.get().type());
            List<String> tokens = new ArrayList<>(origin.pointer().tokens());
            tokens.addAll(path);
            var detail = around.contains(id.get()) ? Resource.Detail.FULL : Resource.Detail.LISTED;
            found.accept(
                    new Observation(new Resource(id.get(), type, object, detail), origin.at(new JsonPointer(tokens))));
            count++;
        }
        members(object, id.orElse(around));
    }

    private static Optional<ResourceId> embeddedId(JsonObject object, ResourceId around) {
        if (!(object.get("id") instanceof JsonString text)
                || !(object.get("properties") instanceof JsonObject properties)
                || properties.isEmpty()) {
            return Optional.empty();
        }
        return ResourceId.parse(text.value()).filter(id -> isEmbedded(object, id, around));
    }

    private static boolean isEmbedded(JsonObject object, ResourceId id, ResourceId around) {
        if (id.kind() == ResourceId.Kind.TENANT || id.equals(around)) {
            return false;
        }
        JsonValue type = object.get("type");
        if (type == null || type == JsonNull.NULL) {
            return around.contains(id);
        }
        return type instanceof JsonString name
                && ResourceType.parse(name.value()).filter(id.type()::equals).isPresent();
    }
}
