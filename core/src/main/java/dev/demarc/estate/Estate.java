package dev.demarc.estate;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.JsonWriter;
import dev.demarc.document.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a customer has at one moment, as far as it was seen: one resource for each id, and the gaps.
 *
 * <p>Several observations of one id become one resource: the one seen whole wins over a listing, then the one that
 * says more, so that the order of observations never matters.
 */
public final class Estate implements Neighbours {
    private final NavigableMap<String, Observation> byId;
    private final Map<ResourceType, NavigableMap<String, Resource>> byType;
    private final Map<String, ResourceId> managementGroupOf;
    private final Set<String> collectedTypes;
    private final Set<String> collectedAtScopes;
    private final Hanging hanging = new Hanging();
    private final List<Gap> gaps;
    private final Map<ResourceType, List<Collected>> collected;
    private final int duplicates;

    private Estate(
            NavigableMap<String, Observation> byId, List<Gap> gaps, Collection<Collected> collected, int duplicates) {
        this.byId = byId;
        this.gaps = gaps;
        this.collected = collected.stream().distinct().collect(Collectors.groupingBy(Collected::type));
        this.duplicates = duplicates;
        this.byType = new HashMap<>();
        this.collectedTypes = new HashSet<>();
        this.collectedAtScopes = new HashSet<>();
        for (Observation observation : byId.values()) {
            Resource resource = observation.resource();
            byType.computeIfAbsent(resource.type(), type -> new TreeMap<>())
                    .put(resource.id().folded(), resource);
            if (Hanging.hangs(resource.id())) {
                hanging.add(resource, observation.origin().document());
            } else {
                collectedTypes.add(collectedKey(resource.type(), resource.id()));
            }
            if (resource.id().kind() != ResourceId.Kind.EXTENSION) {
                collectedAtScopes.add(collectedKey(resource.type(), resource.id()));
            }
        }
        this.managementGroupOf = managementGroups(byId.values());
    }

    /** The estate that these observations and gaps describe; the order of either does not matter. */
    public static Estate of(Collection<Observation> observations, Collection<Gap> gaps) {
        return of(observations, gaps, List.of());
    }

    /** The same, where sources also say which types they asked for. */
    public static Estate of(
            Collection<Observation> observations, Collection<Gap> gaps, Collection<Collected> collected) {
        var byId = new TreeMap<String, Observation>();
        int duplicates = 0;
        for (Observation observation : observations) {
            String id = observation.resource().id().folded();
            Observation before = byId.get(id);
            if (before != null) {
                duplicates++;
            }
            if (before == null || SAYS_MORE.compare(observation, before) > 0) {
                byId.put(id, observation);
            }
        }
        return new Estate(byId, gaps.stream().sorted(BY_PLACE).toList(), collected, duplicates);
    }

    private static final Comparator<Gap> BY_PLACE = Comparator.comparing(Gap::kind)
            .thenComparing(gap -> gap.scope().map(ResourceId::folded).orElse(""))
            .thenComparing(gap -> gap.type().map(ResourceType::folded).orElse(""))
            .thenComparing(Gap::says)
            .thenComparing(Gap::hint);

    private static final Comparator<Observation> SAYS_MORE = Comparator.comparing(
                    (Observation seen) -> seen.resource().detail() == Resource.Detail.FULL)
            .thenComparingInt(seen -> values(seen.resource().document()))
            .thenComparing(seen -> JsonWriter.compact(seen.resource().document()))
            .thenComparing(seen -> seen.origin().toString());

    /** How many values a document holds, those inside objects and arrays included. */
    private static int values(JsonValue value) {
        int inside = 1;
        if (value instanceof JsonObject object) {
            for (int i = 0; i < object.size(); i++) {
                inside += values(object.value(i));
            }
        } else if (value instanceof JsonArray array) {
            for (JsonValue item : array) {
                inside += values(item);
            }
        }
        return inside;
    }

    /** Every resource, in id order. */
    public List<Resource> resources() {
        return byId.values().stream().map(Observation::resource).toList();
    }

    /** How many resources there are. */
    public int size() {
        return byId.size();
    }

    /** How many observations were of a resource that another observation had shown. */
    public int duplicates() {
        return duplicates;
    }

    /** The resources of a type, in id order. */
    public List<Resource> ofType(ResourceType type) {
        return List.copyOf(byType.getOrDefault(type, new TreeMap<>()).values());
    }

    /** The types that were seen, in name order. */
    public List<ResourceType> types() {
        return byType.keySet().stream().sorted().toList();
    }

    /** What was asked for and not seen, by kind, scope, type and words. */
    public List<Gap> gaps() {
        return gaps;
    }

    /** Where a resource was read; empty when it was not seen. */
    public Optional<Place> origin(ResourceId id) {
        return Optional.ofNullable(byId.get(id.folded())).map(Observation::origin);
    }

    @Override
    public Optional<Resource> resource(ResourceId id) {
        return Optional.ofNullable(byId.get(id.folded())).map(Observation::resource);
    }

    @Override
    public List<Resource> below(ResourceId ancestor, ResourceType type) {
        var ofType = byType.get(type);
        if (ofType == null) {
            return List.of();
        }
        if (ancestor.kind() == ResourceId.Kind.TENANT) {
            return List.copyOf(ofType.values());
        }
        return List.copyOf(
                ofType.subMap(ancestor.folded() + "/", ancestor.folded() + "0").values());
    }

    @Override
    public boolean collected(ResourceType type, ResourceId near) {
        return seenAround(type, near) || declared(type, near);
    }

    @Override
    public boolean declared(ResourceType type, ResourceId near) {
        return collected.getOrDefault(type, List.of()).stream().anyMatch(word -> word.covers(near));
    }

    private boolean seenAround(ResourceType type, ResourceId near) {
        if (near.subscription().isEmpty()) {
            return byType.containsKey(type);
        }
        if (near.kind() == ResourceId.Kind.SUBSCRIPTION) {
            return collectedAtScopes.contains(collectedKey(type, near));
        }
        boolean hangsOnNear = type.isUnder(near.type())
                && resource(near).filter(one -> Hanging.shows(one, type)).isPresent();
        return collectedTypes.contains(collectedKey(type, near))
                || hangsOnNear
                || !below(near, type).isEmpty()
                || hanging.covers(type, near, origin(near).map(Place::document));
    }

    private static String collectedKey(ResourceType type, ResourceId id) {
        return id.subscriptionId().map(ResourceId::folded).orElse("") + "|" + type.folded();
    }

    @Override
    public List<Resource> scopesOf(ResourceId id) {
        return scopeIdsOf(id).stream()
                .filter(scope -> SCOPES.contains(scope.kind()))
                .flatMap(scope -> resource(scope).stream())
                .toList();
    }

    @Override
    public List<ResourceId> scopeIdsOf(ResourceId id) {
        var scopes = new ArrayList<ResourceId>();
        ResourceId top = id;
        for (ResourceId at = id.parent().orElse(null);
                at != null;
                at = at.parent().orElse(null)) {
            scopes.add(at);
            top = at;
        }
        var passed = new HashSet<String>(Set.of(top.folded()));
        ResourceId group = managementGroupOf.get(top.folded());
        while (group != null && passed.add(group.folded())) {
            scopes.add(group);
            group = managementGroupOf.get(group.folded());
        }
        return List.copyOf(scopes);
    }

    private static final Set<ResourceId.Kind> SCOPES =
            EnumSet.of(ResourceId.Kind.MANAGEMENT_GROUP, ResourceId.Kind.SUBSCRIPTION, ResourceId.Kind.RESOURCE_GROUP);

    /**
     * What each subscription and management group hangs on, as far as the documents tell: management groups by
     * {@code properties.details.parent.id}, subscriptions by the resources of type {@code
     * Microsoft.Management/managementGroups/subscriptions} and by {@code properties.managementGroupAncestorsChain} as
     * Resource Graph gives it, the nearest first. The root group hangs on the tenant: the last of such a chain, and a group
     * with details that name no parent, or that is called as its tenant.
     */
    private static Map<String, ResourceId> managementGroups(Collection<Observation> observations) {
        var parents = new HashMap<String, ResourceId>();
        for (Observation observation : observations) {
            Resource resource = observation.resource();
            JsonObject properties = resource.document().object("properties");
            if (resource.type().equals(ResourceType.MANAGEMENT_GROUP)) {
                parent(resource.name(), properties)
                        .ifPresent(parent -> parents.put(resource.id().folded(), parent));
            } else if (resource.type().equals(ResourceType.SUBSCRIPTION)) {
                String child = resource.id().folded();
                List<ResourceId> chain = managementGroupChain(properties);
                for (ResourceId parent : chain) {
                    parents.putIfAbsent(child, parent);
                    child = parent.folded();
                }
                if (!chain.isEmpty()) {
                    parents.putIfAbsent(child, ResourceId.TENANT);
                }
            } else if (resource.type().equals(MANAGEMENT_GROUP_SUBSCRIPTION)) {
                resource.id()
                        .parent()
                        .ifPresent(parent ->
                                parents.put("/subscriptions/" + resource.name().toLowerCase(Locale.ROOT), parent));
            }
        }
        return parents;
    }

    /** What a management group hangs on; empty where its document does not tell. */
    private static Optional<ResourceId> parent(String name, JsonObject properties) {
        Optional<ResourceId> named =
                properties.object("details").object("parent").text("id").flatMap(ResourceId::parse);
        boolean root =
                properties.text("tenantId").filter(name::equalsIgnoreCase).isPresent()
                        || (properties.get("details") instanceof JsonObject details
                                && !(details.get("parent") instanceof JsonObject));
        return named.isEmpty() && root ? Optional.of(ResourceId.TENANT) : named;
    }

    private static final ResourceType MANAGEMENT_GROUP_SUBSCRIPTION =
            ResourceType.of("Microsoft.Management/managementGroups/subscriptions");

    private static List<ResourceId> managementGroupChain(JsonObject subscriptionProperties) {
        var chain = new ArrayList<ResourceId>();
        for (JsonValue each : subscriptionProperties.array("managementGroupAncestorsChain")) {
            Optional<ResourceId> group = each instanceof JsonObject one && one.get("name") instanceof JsonString name
                    ? ResourceId.parse("/providers/Microsoft.Management/managementGroups/" + name.value())
                    : Optional.empty();
            if (group.isEmpty()) {
                break;
            }
            chain.add(group.get());
        }
        return chain;
    }
}
