package dev.demarc.check;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import java.util.List;
import java.util.Optional;

/**
 * One fact that decided a verdict: this place of the rule asked this, and that place of that resource held that.
 *
 * @param ruleAt the condition in the rule, from the rule's root
 * @param resource the resource that was looked at; for related resources not the one judged
 * @param resourceAt the place in that resource
 * @param found the value there; empty when absent
 * @param asked what the condition asks, in words: {@code equals true}; whether that is good or bad, {@link #role} says
 * @param member the innermost member of an array with a name that the place lies in: people know a rule by its name, not
 *     by its number; empty when there is none
 * @param says one sentence
 */
public record Evidence(
        JsonPointer ruleAt,
        ResourceId resource,
        JsonPointer resourceAt,
        Optional<JsonValue> found,
        String asked,
        Optional<Member> member,
        String says) {

    /**
     * A member of an array that says its own name.
     *
     * @param at the member's place in the resource
     */
    public record Member(JsonPointer at, String name) {

        /** The innermost one that a place in a resource lies in; empty when it lies in none with a name. */
        public static Optional<Member> around(JsonPointer place, Resource resource) {
            List<String> tokens = place.tokens();
            for (int length = tokens.size(); length > 0; length--) {
                if (isNumber(tokens.get(length - 1))) {
                    var at = new JsonPointer(tokens.subList(0, length));
                    Optional<String> name = at.in(resource.document())
                            .filter(JsonObject.class::isInstance)
                            .flatMap(member -> ((JsonObject) member).text("name"));
                    if (name.isPresent()) {
                        return name.map(text -> new Member(at, text));
                    }
                }
            }
            return Optional.empty();
        }

        private static boolean isNumber(String token) {
            return !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }

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
