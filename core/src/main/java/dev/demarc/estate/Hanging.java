package dev.demarc.estate;

import dev.demarc.document.JsonArray;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which documents show children and extension resources, and of how many resources. A listing of what hangs on one
 * resource says nothing of another; a document that shows what hangs on several was made by asking for the type.
 */
final class Hanging {
    /** Stands for several resources. */
    private static final String SEVERAL = "";

    /** By type and subscription, then by document: the resource on which all of it hangs, or {@link #SEVERAL}. */
    private final Map<String, Map<String, String>> hosts = new HashMap<>();

    /** Whether an id names something that hangs on a resource. */
    static boolean hangs(ResourceId id) {
        return id.kind() == ResourceId.Kind.CHILD || id.kind() == ResourceId.Kind.EXTENSION;
    }

    /** Whether a resource's own document shows its children of a type, if only that there are none. */
    static boolean shows(Resource resource, ResourceType type) {
        String name = type.text().substring(type.text().lastIndexOf('/') + 1);
        return resource.detail() == Resource.Detail.FULL
                && resource.document().object("properties").getIgnoreCase(name) instanceof JsonArray;
    }

    void add(Resource resource, String document) {
        hosts.computeIfAbsent(key(resource.type(), resource.id()), key -> new HashMap<>())
                .merge(document, host(resource.id()), (one, other) -> one.equals(other) ? one : SEVERAL);
    }

    /**
     * Whether what hangs on a resource was asked for: by a document that shows it of several resources of the
     * subscription, or of one and the resource itself.
     *
     * @param document the document that shows the resource; empty when none does
     */
    boolean covers(ResourceType type, ResourceId near, Optional<String> document) {
        Map<String, String> shown = hosts.getOrDefault(key(type, near), Map.of());
        return shown.containsValue(SEVERAL)
                || document.filter(shown::containsKey).isPresent();
    }

    private static String key(ResourceType type, ResourceId id) {
        return id.subscriptionId().map(ResourceId::folded).orElse("") + "|" + type.folded();
    }

    /** The resource that directly or through others holds something. */
    private static String host(ResourceId id) {
        ResourceId at = id;
        while (hangs(at) && at.parent().isPresent()) {
            at = at.parent().get();
        }
        return at.folded();
    }
}
