package dev.demarc.estate;

import dev.demarc.document.JsonObject;
import dev.demarc.document.Place;

/** Observations for tests, as a source makes them: the type is what the document says, else what its id spells. */
public final class Seen {
    private Seen() {}

    /** A resource of which only the id matters. */
    public static Observation at(String id) {
        return of(JsonObject.builder().put("id", id).build());
    }

    /** A resource seen whole. */
    public static Observation of(JsonObject document) {
        return of(document, Resource.Detail.FULL, "test.json");
    }

    /** A resource seen so far, in a file. */
    public static Observation of(JsonObject document, Resource.Detail detail, String file) {
        ResourceId id = ResourceId.of(document.text("id").orElseThrow());
        ResourceType type = document.text("type").flatMap(ResourceType::parse).orElse(id.type());
        return new Observation(new Resource(id, type, document, detail), Place.of(file));
    }
}
