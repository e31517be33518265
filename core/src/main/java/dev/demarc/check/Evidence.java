package dev.demarc.check;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceId;
import java.util.Optional;

/**
 * One fact that decided a verdict: this place of the rule asked this, and that place of that resource held that.
 *
 * @param ruleAt the condition in the rule, from the rule's root
 * @param resource the resource that was looked at; for related resources not the one judged
 * @param resourceAt the place in that resource
 * @param found the value there; empty when absent
 * @param asked what the condition asks, in words: {@code equals true}; whether that is good or bad, {@link #role} says
 * @param says one sentence
 */
public record Evidence(
        JsonPointer ruleAt,
        ResourceId resource,
        JsonPointer resourceAt,
        Optional<JsonValue> found,
        String asked,
        String says) {

    /** What it means when the condition holds. */
    public enum Role {
        /** The bad state: rules describe what must not be. */
        BAD_STATE("bad-state", "bad when"),
        /** The wanted state: a related resource is looked for that satisfies it. */
        WANTED_STATE("wanted-state", "wanted"),
        /** That the check is about this resource at all. */
        APPLICABILITY("applicability", "applies when");

        private final String word;
        private final String title;

        Role(String word, String title) {
            this.word = word;
            this.title = title;
        }

        /** The word in output. */
        public String word() {
            return word;
        }

        /** The word for people, in front of what was asked. */
        public String title() {
            return title;
        }
    }

    /** What it means when the condition holds, by the part of the rule that it stands in. */
    public Role role() {
        String part = ruleAt.tokens().isEmpty() ? "" : ruleAt.tokens().getFirst();
        return switch (part) {
            case "then" -> Role.WANTED_STATE;
            case "applies-when" -> Role.APPLICABILITY;
            default -> Role.BAD_STATE;
        };
    }
}
