package dev.demarc.document;

import java.util.Set;

/**
 * Which arrays at the top of a document are given element by element instead of as one value.
 *
 * @param rootArray whether the elements of an array at the root are
 * @param members names of those members of a root object whose elements are, when they hold an array; case matters
 */
public record Spread(boolean rootArray, Set<String> members) {
    /** Every root value is given whole. */
    public static final Spread NOTHING = new Spread(false, Set.of());

    public Spread {
        members = Set.copyOf(members);
    }

    /** The elements of a root array and of these members of a root object. */
    public static Spread of(String... members) {
        return new Spread(true, Set.of(members));
    }
}
