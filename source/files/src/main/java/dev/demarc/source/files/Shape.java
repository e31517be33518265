package dev.demarc.source.files;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.util.Optional;

/** What a document turned out to be, by its content. */
sealed interface Shape {

    /**
     * A resource.
     *
     * @param disagrees whether the document names another type than its id spells; the id was believed
     */
    record Found(ResourceId id, ResourceType type, Resource.Detail detail, boolean disagrees) implements Shape {}

    /** A resource without its configuration in the shape that rules are about: what `az` prints for one service. */
    record Flattened(ResourceId id, ResourceType type) implements Shape {}

    /** An answer holding a list: its items, and what else it says. */
    record Page(String member, JsonArray items, JsonObject rest) implements Shape {}

    /** An answer holding a table, as Resource Graph gives it: columns and rows. */
    record Table(JsonArray columns, JsonArray rows, JsonObject rest) implements Shape {}

    /**
     * No resource.
     *
     * @param gap why something of the estate is missing for it; empty when the document is not about the estate
     */
    record Refused(Diagnostic.Severity severity, String code, String message, String hint, Optional<Gap.Kind> gap)
            implements Shape {}
}
