package dev.demarc.policy.syntax;

import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.policy.expression.Template;
import java.util.List;
import java.util.Optional;

/** What an effect needs to know. */
public sealed interface Details {

    /** Nothing is said. */
    record None() implements Details {}

    /**
     * The resource that should exist, for {@code auditIfNotExists} and {@code deployIfNotExists}.
     *
     * @param name empty when any name will do; else a full name whose segments may be {@code ?} for any
     * @param resourceGroupName empty for the group of the resource judged
     * @param inSubscription whether the whole subscription is searched
     * @param existenceCondition empty when existing is enough
     * @param raw the details as written
     */
    record Related(
            Template type,
            Optional<Template> name,
            Optional<Template> resourceGroupName,
            boolean inSubscription,
            Optional<Condition> existenceCondition,
            Place place,
            JsonValue raw)
            implements Details {}

    /**
     * The changes that {@code modify} and {@code append} make.
     *
     * @param conflictEffect what happens where a change cannot be made: {@code deny}, {@code audit} or {@code disabled};
     *     empty when not said
     */
    record Operations(List<Operation> operations, Optional<Template> conflictEffect, JsonValue raw) implements Details {
        public Operations {
            operations = List.copyOf(operations);
        }
    }

    /**
     * One change.
     *
     * @param value empty for a removal
     * @param condition when the change is made; empty for always
     */
    record Operation(Action action, Template field, Optional<Template> value, Optional<Template> condition) {}

    /** What a change does. */
    enum Action {
        ADD("add"),
        ADD_OR_REPLACE("addOrReplace"),
        REMOVE("remove");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        /** The word in a rule. */
        public String word() {
            return word;
        }
    }

    /**
     * What {@code manual} says of a resource that nobody has attested.
     *
     * @param defaultState {@code Unknown}, {@code Compliant} or {@code NonCompliant}; empty when not said
     */
    record Attestation(Optional<Template> defaultState, JsonValue raw) implements Details {}

    /**
     * The requests that {@code denyAction} denies.
     *
     * @param actionNames the actions, such as {@code delete}; empty when not said
     * @param onGroupDeletion whether deleting the resource group is denied too: {@code deny} or {@code allow}; empty when
     *     not said
     */
    record Guard(Optional<Template> actionNames, Optional<Template> onGroupDeletion, JsonValue raw)
            implements Details {}

    /** Details that are kept as written. */
    record Raw(JsonValue value) implements Details {}
}
