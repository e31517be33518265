package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import java.util.Optional;

/**
 * One thing that an expression read: a field, or the member of a count.
 *
 * @param name what the expression calls it: the field, or the name of the count
 * @param at the place in the resource; the root for an item of a computed array
 * @param value what is there; empty when absent
 */
public record Read(Resource resource, String name, JsonPointer at, Optional<JsonValue> value) {}
