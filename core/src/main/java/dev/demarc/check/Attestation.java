package dev.demarc.check;

import dev.demarc.estate.ResourceId;
import java.time.Instant;

/**
 * A person's statement about a layer that no configuration shows.
 *
 * @param layer the id of the layer
 * @param scope where: this and everything below it
 * @param statement what is stated
 * @param who states it
 * @param evidence where the proof is: a link or document name
 * @param expires from when on it no longer counts
 */
public record Attestation(
        String layer, ResourceId scope, String statement, String who, String evidence, Instant expires) {

    /** Whether it covers a layer of a resource at an instant. */
    public boolean covers(String layerId, ResourceId resource, Instant instant) {
        return layer.equals(layerId) && scope.contains(resource) && instant.isBefore(expires);
    }
}
