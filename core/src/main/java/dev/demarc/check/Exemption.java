package dev.demarc.check;

import dev.demarc.estate.ResourceId;
import java.time.Instant;

/**
 * A person's decision that a control need not hold somewhere for a while.
 *
 * @param control the id of the control
 * @param scope where: this and everything below it
 * @param category whether the risk is accepted or met by other means
 * @param reason why
 * @param owner who answers for the decision
 * @param expires from when on it no longer counts; every exemption ends
 */
public record Exemption(
        String control, ResourceId scope, Category category, String reason, String owner, Instant expires) {

    /** Azure's two categories. */
    public enum Category {
        /** The risk is accepted. */
        WAIVER,
        /** The risk is met by other means. */
        MITIGATED
    }

    /** Whether it covers a control on a resource at an instant. */
    public boolean covers(String controlId, ResourceId resource, Instant instant) {
        return control.equals(controlId) && scope.contains(resource) && instant.isBefore(expires);
    }
}
