package dev.demarc.policy.assignment;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.ResourceId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A definition or initiative put in force on a scope.
 *
 * @param scope where: this and everything below it
 * @param notScopes what below the scope is left out
 * @param target the id of the definition or initiative as written, or its name where a layout writes names
 * @param version which versions will do, such as {@code 1.*.*}; empty for the latest
 * @param parameters values for the parameters of the target
 * @param enforced whether requests are enforced; compliance is the same either way
 * @param selectors which resources of the scope; any one is enough; empty for all
 * @param overrides other effects, the first that fits counts
 * @param messages what a person is told about a resource that does not comply
 * @param metadata as written
 * @param targetPlace where the target is named
 * @param parameterPlaces where the parameters stand, by pointers of one name
 */
public record Assignment(
        ResourceId id,
        ResourceId scope,
        List<ResourceId> notScopes,
        String displayName,
        String target,
        Optional<String> version,
        Map<String, JsonValue> parameters,
        boolean enforced,
        List<ResourceSelector> selectors,
        List<EffectOverride> overrides,
        List<Message> messages,
        JsonObject metadata,
        Place place,
        Place targetPlace,
        Places parameterPlaces) {
    public Assignment {
        notScopes = List.copyOf(notScopes);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        selectors = List.copyOf(selectors);
        overrides = List.copyOf(overrides);
        messages = List.copyOf(messages);
    }

    /**
     * What a person is told.
     *
     * @param referenceId for which policy of the initiative; empty for all
     */
    public record Message(Optional<String> referenceId, String text) {}

    /** What a person is told about a policy: the message for it, else the one for all; empty when there is none. */
    public Optional<String> message(String referenceId) {
        return messages.stream()
                .filter(message ->
                        message.referenceId().map(referenceId::equalsIgnoreCase).orElse(false))
                .findFirst()
                .or(() -> messages.stream()
                        .filter(message -> message.referenceId().isEmpty())
                        .findFirst())
                .map(Message::text);
    }
}
