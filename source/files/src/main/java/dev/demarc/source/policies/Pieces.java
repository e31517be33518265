package dev.demarc.source.policies;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Places of a document that was put together of pieces standing elsewhere: each piece keeps its place. */
final class Pieces implements Places {
    private final Places places;
    private final JsonPointer whole;
    private final Map<JsonPointer, Source> pieces = new HashMap<>();

    /**
     * Nothing put together yet.
     *
     * @param whole what stands for whatever is no known piece
     */
    Pieces(Places places, JsonPointer whole) {
        this.places = places;
        this.whole = whole;
    }

    /** A part of a larger document, by itself. */
    static Places inside(Places places, JsonPointer at) {
        return new Pieces(places, at).with(JsonPointer.ROOT, places, at);
    }

    /** Where most pieces come from. */
    Places places() {
        return places;
    }

    private record Source(Places places, JsonPointer at) {}

    /** The value at a pointer of the new document, and all in it, stands elsewhere. */
    Pieces with(JsonPointer here, Places there, JsonPointer at) {
        pieces.put(here, new Source(there, at));
        return this;
    }

    @Override
    public Place of(JsonPointer pointer) {
        return asked(pointer, Places::of).orElseGet(() -> places.of(whole));
    }

    @Override
    public Place name(JsonPointer pointer) {
        return asked(pointer, Places::name).orElseGet(() -> places.of(whole));
    }

    @Override
    public Place inside(JsonPointer pointer, int character, int length) {
        return asked(pointer, (there, at) -> there.inside(at, character, length))
                .orElseGet(() -> places.of(whole));
    }

    /** Asks the places of the piece that a pointer is in. */
    private Optional<Place> asked(JsonPointer pointer, BiFunction<Places, JsonPointer, Place> question) {
        List<String> tokens = pointer.tokens();
        for (int length = tokens.size(); length >= 0; length--) {
            Source source = pieces.get(new JsonPointer(tokens.subList(0, length)));
            if (source != null) {
                JsonPointer at = source.at;
                for (String token : tokens.subList(length, tokens.size())) {
                    at = at.child(token);
                }
                return Optional.of(question.apply(source.places, at));
            }
        }
        return Optional.empty();
    }
}
