package dev.demarc.knowledge;

import dev.demarc.estate.ResourceType;
import java.util.HashMap;
import java.util.Map;

/**
 * Which resource types carry tags and a location. Policies of mode {@code indexed} are evaluated on those alone.
 *
 * @param listed whether a type does, for every type of which something is known
 */
public record TagSupport(Map<ResourceType, Boolean> listed) {
    /** Nothing is known of any type. */
    public static final TagSupport NONE = new TagSupport(Map.of());

    public TagSupport {
        listed = Map.copyOf(listed);
    }

    /** What is known of a type. */
    public enum Answer {
        /** Resources of the type carry tags. */
        SUPPORTED,
        /** They do not. */
        NOT_SUPPORTED,
        /** The type is not listed, as happens with new ones. */
        UNLISTED
    }

    /** What is known of a type. */
    public Answer of(ResourceType type) {
        Boolean supported = listed.get(type);
        if (supported == null) {
            return Answer.UNLISTED;
        }
        return supported ? Answer.SUPPORTED : Answer.NOT_SUPPORTED;
    }

    /** This table with another laid over it: where both list a type, the other counts. */
    public TagSupport under(TagSupport other) {
        var both = new HashMap<>(listed);
        both.putAll(other.listed);
        return new TagSupport(both);
    }
}
