package dev.demarc.estate;

/**
 * A source's word that it asked for every resource of a type in a scope, so that an empty list there means that there
 * is none.
 *
 * @param scope where: this and everything below it
 * @param type what was asked for
 */
public record Collected(ResourceId scope, ResourceType type) {

    /** Whether it covers what is near an id. */
    boolean covers(ResourceId near) {
        return scope.contains(near);
    }
}
