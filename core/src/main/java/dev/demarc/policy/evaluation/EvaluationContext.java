package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What an evaluation knows beyond resources.
 *
 * @param now what {@code utcNow} says
 * @param request what {@code requestContext} says; asking for what it does not say leaves a condition undecided
 * @param policy what {@code policy} says of the assignment; empty when there is none
 */
public record EvaluationContext(
        Instant now, SemanticsProfile semantics, Optional<JsonObject> request, Optional<JsonObject> policy) {

    /**
     * A compliance scan at an instant, as documented. Such a scan uses the latest version of every API; versions are
     * dates, so the version that conditions compare with is the date of that instant.
     */
    public static EvaluationContext at(Instant now) {
        var today = new JsonString(now.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        JsonObject scan = JsonObject.builder().put("apiVersion", today).build();
        return new EvaluationContext(now, SemanticsProfile.DOCUMENTED, Optional.of(scan), Optional.empty());
    }

    /** The version of the API that was asked for; empty when the request does not say. */
    public Optional<String> apiVersion() {
        return request.flatMap(one -> one.text("apiVersion"));
    }

    /** The same with another reading of disputed points. */
    public EvaluationContext with(SemanticsProfile other) {
        return new EvaluationContext(now, other, request, policy);
    }
}
