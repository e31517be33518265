package dev.demarc.check;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceId;
import java.util.Optional;

/**
 * One fact that decided a verdict: this place of the rule asked for this, and that place of that resource held that.
 *
 * @param ruleAt the condition in the rule, from the rule's root
 * @param resource the resource that was looked at; for related resources not the one judged
 * @param resourceAt the place in that resource
 * @param found the value there; empty when absent
 * @param wanted what the condition compares with, in words: {@code equals true}
 * @param says one sentence
 */
public record Evidence(
        JsonPointer ruleAt,
        ResourceId resource,
        JsonPointer resourceAt,
        Optional<JsonValue> found,
        String wanted,
        String says) {}
