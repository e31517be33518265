package dev.demarc.source.files;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Place;
import dev.demarc.estate.Collected;
import dev.demarc.estate.Gap;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the list answers of one file are whole. A link to a next page counts as followed only when the next answer in
 * the same file goes on with resources of the same type in the same subscription; a Resource Graph answer that says its
 * total is whole when the answers of that total add up to it.
 */
final class Pages {
    private static final int MOST_KINDS = 256;

    private final Observer observer;
    private Set<Kind> kinds = new HashSet<>();
    private long items;
    private boolean saidCollected;
    private @Nullable Open open;

    Pages(Observer observer) {
        this.observer = observer;
    }

    private record Kind(ResourceType type, String subscription) {}

    private record Open(Place place, Set<Kind> kinds, boolean graph, long total, long read) {}

    /** A resource of the answer being read. */
    void item(ResourceId id, ResourceType type) {
        if (kinds.size() < MOST_KINDS) {
            kinds.add(new Kind(type, id.subscription().orElse("")));
        }
    }

    /** Any item of the answer being read, resource or not. */
    void counted() {
        items++;
    }

    /** The end of an answer: what it says besides its items. */
    void end(JsonObject rest, Place place) {
        if (rest.get("collected") instanceof JsonObject word) {
            saidCollected = true;
            collected(word, place);
        }
        long total = number(rest, "totalRecords", "total_records");
        boolean graph = total >= 0
                || rest.get("resultTruncated") != null
                || rest.get("$skipToken") != null
                || rest.get("skip_token") != null;
        long read = items;
        if (open != null && continues(open, total)) {
            read += open.read;
            open = null;
        }
        flush();
        boolean missing = total >= 0 ? read < total : Continuation.isIn(rest);
        if (missing) {
            open = new Open(place, kinds, graph, total, read);
        }
        kinds = new HashSet<>();
        items = 0;
    }

    /** Whether any answer so far said what was asked for, so that an empty one is no surprise. */
    boolean saidCollected() {
        return saidCollected;
    }

    /** What the collector of this answer says it asked for: {@code {"scope": id, "types": [type, …]}}. */
    private void collected(JsonObject word, Place place) {
        Optional<ResourceId> scope = word.text("scope").flatMap(ResourceId::parse);
        List<String> types = word.texts("types");
        boolean sound = scope.isPresent()
                && types.stream().allMatch(type -> ResourceType.parse(type).isPresent());
        if (!sound || types.isEmpty() || types.size() != word.array("types").size()) {
            observer.problem(
                    Diagnostic.error(
                            "collected-wrong",
                            "`collected` does not say which types were asked for in which scope",
                            place,
                            "write it like {\"scope\": \"/subscriptions/…\", \"types\": [\"Microsoft.Insights/diagnosticSettings\"]}"));
            return;
        }
        types.forEach(type -> observer.collected(new Collected(scope.get(), ResourceType.of(type))));
    }

    private boolean continues(Open before, long total) {
        if (before.total >= 0 || total >= 0) {
            return before.total == total;
        }
        return before.kinds.stream().anyMatch(kinds::contains);
    }

    private static long number(JsonObject rest, String... names) {
        for (String name : names) {
            if (rest.get(name) instanceof JsonNumber number
                    && number.isInteger()
                    && number.decimal().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0) {
                return number.decimal().longValue();
            }
        }
        return -1;
    }

    /** The end of the file: a page still open was never read on. */
    void flush() {
        if (open == null) {
            return;
        }
        String says = open.total >= 0
                ? "the answer holds " + open.read + " of " + open.total + " records"
                : "the answer goes on at a link that is not among what was read";
        String hint = open.graph
                ? "ask again with `--first 1000 --skip-token <token>` until no token comes back, into the same file"
                : "fetch the rest: `az rest --method get --url \"<nextLink>\"` until no link comes back, into the same file";
        observer.problem(Diagnostic.warning("page-unread", says, open.place, hint));
        observer.gap(
                new Gap(Gap.Kind.UNREAD_PAGE, scope(open.kinds), type(open.kinds), says + ", in " + open.place, hint));
        open = null;
    }

    private static Optional<ResourceType> type(Set<Kind> kinds) {
        List<ResourceType> types = kinds.stream().map(Kind::type).distinct().toList();
        return types.size() == 1 ? Optional.of(types.getFirst()) : Optional.empty();
    }

    private static Optional<ResourceId> scope(Set<Kind> kinds) {
        List<String> subscriptions =
                kinds.stream().map(Kind::subscription).distinct().toList();
        return subscriptions.size() == 1
                ? ResourceId.parse("/subscriptions/" + subscriptions.getFirst())
                : Optional.empty();
    }
}
