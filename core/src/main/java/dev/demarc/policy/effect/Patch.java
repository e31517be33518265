package dev.demarc.policy.effect;

import dev.demarc.document.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The change to one resource that would follow from a {@code modify} or {@code append} policy which it does not meet: what
 * a remediation task writes, or what a request that sets the resource again is changed to. Nothing is ever written here.
 *
 * @param conflictEffect what the policy does where a change cannot be made; {@code append} always denies
 * @param changes in the order of the rule, which is the order in which they are made
 */
public record Patch(ConflictEffect conflictEffect, List<Change> changes) {
    public Patch {
        changes = List.copyOf(changes);
    }

    /** Whether a request would be denied because of a change that cannot be made. */
    public boolean isDenied() {
        return changes.stream().anyMatch(change -> change.fate() instanceof Change.Refused);
    }

    /** Whether every change that the policy wants is made or was made before. */
    public boolean isWhole() {
        return changes.stream()
                .allMatch(change -> change.fate() instanceof Change.Made || change.fate() instanceof Change.AlreadySo);
    }

    /** The changes that are made, as RFC 6902 has them; none when the request would be denied. */
    public JsonPatch json() {
        return new JsonPatch(
                isDenied()
                        ? List.of()
                        : changes.stream()
                                .map(Change::fate)
                                .filter(Change.Made.class::isInstance)
                                .map(fate -> ((Change.Made) fate).step())
                                .toList());
    }

    /** The resource's document with the changes made; empty when it is another document than the one looked at. */
    public Optional<JsonObject> applied(JsonObject document) {
        return json().applied(document).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }
}
