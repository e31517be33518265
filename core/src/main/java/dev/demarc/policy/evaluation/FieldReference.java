package dev.demarc.policy.evaluation;

import dev.demarc.estate.ResourceType;
import java.util.Map;
import java.util.Optional;

/** What the name of a field refers to, worked out once. */
public sealed interface FieldReference {

    /** Something the resource's id or type tells. */
    enum Known implements FieldReference {
        NAME("name"),
        FULL_NAME("fullName"),
        TYPE("type"),
        ID("id");

        private final String key;

        Known(String key) {
            this.key = key;
        }

        /** The name in a rule. */
        public String key() {
            return key;
        }
    }

    /** The region, compared without regard to blanks and case. */
    record Location() implements FieldReference {}

    /** One tag, by its whole name. */
    record Tag(String name) implements FieldReference {}

    /**
     * A place in the document, which may be another for every type.
     *
     * @param paths by resource type, as the table of aliases has them
     * @param anywhere the path for any other type; empty when there is none
     * @param unlisted whether no table has the name, so that types that start it get a path by convention
     */
    record Property(
            String name, Map<ResourceType, PropertyPath> paths, Optional<PropertyPath> anywhere, boolean unlisted)
            implements FieldReference {
        public Property {
            paths = Map.copyOf(paths);
        }
    }
}
