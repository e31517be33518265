package dev.demarc.source.files;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Quote;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Resources that were read more than once and do not say the same each time, as when exports of two days lie in one
 * folder. An estate keeps one of them; whoever reads the result should know that another one says otherwise.
 *
 * <p>Only what both hold is compared: that one says more than another is no contradiction. Names may differ in case, as
 * Resource Graph writes some in lower case, and what services change by themselves does not count.
 */
public final class Contradictions {
    /** How many are told one by one. */
    private static final int MOST = 5;

    private static final Set<String> CHANGING = Set.of("etag", "provisioningState", "systemData");

    private final Estate estate;
    private final List<Diagnostic> told = new ArrayList<>();
    private Optional<Place> first = Optional.empty();
    private int count;

    private Contradictions(Estate estate) {
        this.estate = estate;
    }

    /** Tells of the contradictions among the observations that an estate was made of. */
    public static void tell(List<Observation> observations, Estate estate, Consumer<Diagnostic> problems) {
        if (estate.duplicates() == 0) {
            return;
        }
        var all = new Contradictions(estate);
        var seen = new HashMap<String, Observation>();
        for (Observation observation : observations) {
            if (observation.resource().detail() == Resource.Detail.FULL) {
                Observation before =
                        seen.putIfAbsent(observation.resource().id().folded(), observation);
                if (before != null) {
                    all.compare(before, observation);
                }
            }
        }
        all.told.forEach(problems);
        if (all.count > MOST) {
            problems.accept(Diagnostic.warning(
                    "read-twice-differently",
                    (all.count - MOST) + " more resources were read more than once and do not say the same",
                    Place.of(all.first.map(Place::document).orElse("")),
                    "read the export of one moment only"));
        }
    }

    private void compare(Observation before, Observation again) {
        Optional<JsonPointer> where = between(
                before.resource().document().object("properties"),
                again.resource().document().object("properties"),
                JsonPointer.ROOT.child("properties"));
        if (where.isEmpty()) {
            return;
        }
        count++;
        if (count > MOST) {
            first = first.or(() -> Optional.of(again.origin()));
            return;
        }
        Place counts = estate.origin(again.resource().id()).orElse(before.origin());
        Place other = counts.equals(again.origin()) ? before.origin() : again.origin();
        told.add(Diagnostic.warning(
                "read-twice-differently",
                Quote.of(again.resource().name()) + " was read more than once and differs at "
                        + Quote.of(where.get().toString()) + "; what counts is " + counts,
                other,
                "read the export of one moment only"));
    }

    /** The first place where two values hold what cannot both be true. */
    private static Optional<JsonPointer> between(JsonValue one, JsonValue other, JsonPointer at) {
        if (one instanceof JsonObject object && other instanceof JsonObject another) {
            for (int i = 0; i < object.size(); i++) {
                JsonValue value = another.get(object.name(i));
                if (value != null && !CHANGING.contains(object.name(i))) {
                    Optional<JsonPointer> found = between(object.value(i), value, at.child(object.name(i)));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }
        if (one instanceof JsonArray array && other instanceof JsonArray another && array.size() == another.size()) {
            for (int i = 0; i < array.size(); i++) {
                Optional<JsonPointer> found = between(array.get(i), another.get(i), at.child(i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return isSame(one, other) ? Optional.empty() : Optional.of(at);
    }

    private static boolean isSame(JsonValue one, JsonValue other) {
        if (one instanceof JsonString text && other instanceof JsonString another) {
            return text.value().equalsIgnoreCase(another.value());
        }
        return one.equals(other) || one == JsonNull.NULL || other == JsonNull.NULL;
    }
}
