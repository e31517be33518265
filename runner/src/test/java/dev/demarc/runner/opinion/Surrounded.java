package dev.demarc.runner.opinion;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.Place;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Neighbours;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Recorded resources with surroundings that lack nothing: their scopes were read, and every type was asked for. */
final class Surrounded implements Neighbours {
    private final Estate estate;

    private Surrounded(Estate estate) {
        this.estate = estate;
    }

    /** Those of these resources that were read whole, and the resource groups and subscriptions that they are in. */
    static Surrounded of(List<Observation> observations) {
        var scopes = new TreeMap<ResourceId, Observation>();
        var whole = observations.stream()
                .filter(seen -> seen.resource().detail() == Resource.Detail.FULL)
                .toList();
        for (Observation seen : whole) {
            ResourceId id = seen.resource().id();
            id.resourceGroupId().ifPresent(group -> scopes.put(group, scope(group, ResourceType.RESOURCE_GROUP)));
            id.subscriptionId().ifPresent(one -> scopes.put(one, scope(one, ResourceType.SUBSCRIPTION)));
        }
        var all = new ArrayList<>(scopes.values());
        all.addAll(whole);
        return new Surrounded(Estate.of(all, List.of()));
    }

    private static Observation scope(ResourceId id, ResourceType type) {
        JsonObject document = JsonObject.builder()
                .put("id", new JsonString(id.text()))
                .put("name", new JsonString(id.name()))
                .put("type", new JsonString(type.text()))
                .put("location", new JsonString("westeurope"))
                .put("tags", JsonObject.empty())
                .put("properties", JsonObject.empty())
                .build();
        return new Observation(new Resource(id, type, document, Resource.Detail.FULL), Place.of("scope"));
    }

    /** The resources, by type. */
    Map<ResourceType, List<Resource>> byType() {
        var byType = new TreeMap<ResourceType, List<Resource>>();
        estate.types().forEach(type -> byType.put(type, estate.ofType(type)));
        return byType;
    }

    @Override
    public Optional<Resource> resource(ResourceId id) {
        return estate.resource(id);
    }

    @Override
    public List<Resource> below(ResourceId ancestor, ResourceType type) {
        return estate.below(ancestor, type);
    }

    @Override
    public boolean collected(ResourceType type, ResourceId near) {
        return true;
    }

    @Override
    public boolean declared(ResourceType type, ResourceId near) {
        return true;
    }

    @Override
    public List<ResourceId> scopeIdsOf(ResourceId id) {
        return estate.scopeIdsOf(id);
    }

    @Override
    public List<Resource> scopesOf(ResourceId id) {
        return estate.scopesOf(id);
    }
}
