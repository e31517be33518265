package dev.demarc.policy.trial;

import dev.demarc.document.JsonObject;
import dev.demarc.document.Place;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.syntax.Effect;
import java.util.Optional;

/**
 * What a policy should say of a resource; whatever is empty is not looked at.
 *
 * @param state the state it should be in; empty when the policy should not be about the resource at all
 * @param effect the effect that should be in force
 * @param reason a text that the reason given must contain, without regard to case
 * @param patch members that the change made by modify, append or a deployment should have
 * @param place where it is written
 */
public record Expectation(
        Optional<ComplianceState> state,
        Optional<Effect> effect,
        Optional<String> reason,
        Optional<JsonObject> patch,
        Place place) {
    /** The word for a policy that is not about the resource. */
    public static final String NOT_APPLICABLE = "not-applicable";

    /** The word of the state, as test files write it. */
    public String word() {
        return state.map(ComplianceState::word).orElse(NOT_APPLICABLE);
    }
}
