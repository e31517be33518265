package dev.demarc.report;

import dev.demarc.document.JsonObject;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.ResourcePosture;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people call subscriptions, by their ids; the id stands where no name was seen. */
public final class SubscriptionNames {
    /** Nobody said any name. */
    public static final SubscriptionNames NONE = new SubscriptionNames(Map.of());

    private final Map<String, String> names;

    private SubscriptionNames(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** The names that the subscriptions of an assessment have. */
    public static SubscriptionNames of(Assessment assessment) {
        var names = new HashMap<String, String>();
        for (ResourcePosture posture : assessment.resources()) {
            Resource resource = posture.resource();
            if (resource.type().equals(ResourceType.SUBSCRIPTION)) {
                displayName(resource.document())
                        .ifPresent(name -> names.put(resource.name().toLowerCase(Locale.ROOT), name));
            }
        }
        return new SubscriptionNames(names);
    }

    private static Optional<String> displayName(JsonObject document) {
        return document.text("displayName")
                .or(() -> document.object("properties").text("displayName"))
                .filter(name -> !name.isBlank());
    }

    /** What a resource is called: a subscription by its name, any other by the last name of its id. */
    public String of(Resource resource) {
        return resource.id().kind() == ResourceId.Kind.SUBSCRIPTION ? of(resource.name()) : resource.name();
    }

    /** The name of a subscription; its id when it has none. */
    public String of(String subscription) {
        return names.getOrDefault(subscription.toLowerCase(Locale.ROOT), subscription);
    }
}
