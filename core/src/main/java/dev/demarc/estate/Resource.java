package dev.demarc.estate;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import java.util.Optional;

/**
 * Something that exists in Azure and can be configured: a resource, a child, an extension, a resource group, a
 * subscription.
 *
 * @param id where it is
 * @param type what it is; what the document says, else what the id spells
 * @param document the whole document as Azure returned it, secrets dropped; {@code properties} may be missing
 * @param detail how much of it the source returned
 */
public record Resource(ResourceId id, ResourceType type, JsonObject document, Detail detail) {

    /** How much of a resource was seen. */
    public enum Detail {
        /** The whole configuration. */
        FULL,
        /** Name, type, tags and the like, as resource listings give it: what is under {@code properties} is unknown. */
        LISTED
    }

    /** The last name of the id. */
    public String name() {
        return id.name();
    }

    /** The region as written; empty when the document names none. */
    public Optional<String> location() {
        return document.text("location");
    }

    /** The kind, as some types have it; empty when there is none. */
    public Optional<String> kind() {
        return document.text("kind");
    }

    /** The value of a tag, its name compared without regard to case; empty when there is no such tag. */
    public Optional<String> tag(String name) {
        return document.object("tags").getIgnoreCase(name) instanceof JsonString value
                ? Optional.of(value.value())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return id.text();
    }
}
