package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import java.util.Optional;

/**
 * One value that a comparison looked at.
 *
 * @param at the place in the resource; the root when the value comes from nowhere in it
 * @param found what is there; empty when absent, JSON's null when null
 * @param truth whether the comparison holds of this value
 */
public record Look(Resource resource, JsonPointer at, Optional<JsonValue> found, Truth truth) {}
