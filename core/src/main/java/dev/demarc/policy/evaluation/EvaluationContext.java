package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * What an evaluation knows beyond resources.
 *
 * @param now what {@code utcNow} says
 * @param request what {@code requestContext} says; empty outside a request, where asking for it leaves a condition
 *     undecided
 * @param policy what {@code policy} says of the assignment; empty when there is none
 */
public record EvaluationContext(
        Instant now, SemanticsProfile semantics, Optional<JsonObject> request, Optional<JsonObject> policy) {

    /** A compliance scan at an instant, as documented. */
    public static EvaluationContext at(Instant now) {
        return new EvaluationContext(now, SemanticsProfile.DOCUMENTED, Optional.empty(), Optional.empty());
    }

    /** The same with another reading of disputed points. */
    public EvaluationContext with(SemanticsProfile other) {
        return new EvaluationContext(now, other, request, policy);
    }
}
