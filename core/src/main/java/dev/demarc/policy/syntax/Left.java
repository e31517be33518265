package dev.demarc.policy.syntax;

import dev.demarc.policy.expression.Template;
import java.util.Optional;

/** What a comparison looks at. */
public sealed interface Left {

    /** A property of the resource, by its alias or one of the plain names. */
    record Field(Template name) implements Left {}

    /** A value of any kind. */
    record Value(Template value) implements Left {}

    /**
     * How many members of an array of the resource satisfy a condition.
     *
     * @param alias ends in, or passes through, {@code [*]}
     * @param where empty when every member counts
     */
    record FieldCount(Template alias, Optional<Condition> where) implements Left {}

    /**
     * How many items of an array satisfy a condition.
     *
     * @param name what {@code current} calls an item
     * @param where empty when every item counts
     */
    record ValueCount(Template items, String name, Optional<Condition> where) implements Left {
        /** The name of an item where the rule gives none. */
        public static final String DEFAULT_NAME = "default";
    }
}
