package dev.demarc.estate;

import java.util.Optional;

/**
 * Something that was asked for, or would be needed, and was not seen. What lies in a gap is Unknown, never clean.
 *
 * @param kind why it was not seen
 * @param scope the part of the estate it concerns; empty when that cannot be told
 * @param type the resource type it concerns; empty when all or unknown
 * @param says one sentence: what was not seen, and where
 * @param hint what to do to see it
 */
public record Gap(Kind kind, Optional<ResourceId> scope, Optional<ResourceType> type, String says, String hint) {

    /** Why something was not seen. */
    public enum Kind {
        /** A list goes on at a link that was not followed. */
        UNREAD_PAGE,
        /** A document could not be read or was refused. */
        UNREADABLE,
        /** No resource of a type that a check needs was in what was read. */
        NOT_COLLECTED,
        /** The resource is there, its configuration is not. */
        LISTED_ONLY,
        /** The source was not allowed to see it. */
        NO_PERMISSION
    }
}
