package dev.demarc.estate;

import java.util.List;
import java.util.Optional;

/** What stands around a resource, for checks that need to look beyond it. Lists are in id order. */
public interface Neighbours {

    /** The resource of this id; empty when it was not seen. */
    Optional<Resource> resource(ResourceId id);

    /** The resources of a type below an id: children, their children, extension resources. */
    List<Resource> below(ResourceId ancestor, ResourceType type);

    /**
     * Whether a source collected this type here, so that an empty list proves that there is none: it says so, or a resource
     * of the type was seen in the same subscription (in the whole estate, for an id above subscriptions).
     *
     * <p>Of types that hang on resources, one seen on another resource is not enough: it counts when a document shows it of
     * several resources of the subscription or together with the resource at hand, when the resource has one itself, or
     * when its own document lists its children of that name. What hangs on resources says nothing of what hangs on the
     * subscription itself.
     */
    boolean collected(ResourceType type, ResourceId near);

    /** Whether a source says that it collected this type here. */
    boolean declared(ResourceType type, ResourceId near);

    /** The management groups, subscription and resource group above a resource that were seen, the nearest first. */
    List<Resource> scopesOf(ResourceId id);

    /**
     * The ids of what a resource is in, the nearest first, seen or not: parents, resource group, subscription, and the
     * management groups as far as any document tells the tree. The last is the tenant where it is told up to its root.
     */
    List<ResourceId> scopeIdsOf(ResourceId id);
}
