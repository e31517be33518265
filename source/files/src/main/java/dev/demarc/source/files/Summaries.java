package dev.demarc.source.files;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Place;
import dev.demarc.document.Quote;
import dev.demarc.estate.Gap;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What would be said of every document of a file, said once: resources without configuration, the flat output of `az`,
 * and any diagnostic that comes again and again.
 */
final class Summaries {
    /** How many diagnostics of one code a file may have before the rest is only counted. */
    private static final int MOST = 5;

    private final String document;
    private final Observer observer;
    private final Map<ResourceType, Group> listed = new LinkedHashMap<>();
    private final Map<ResourceType, Group> flattened = new LinkedHashMap<>();
    private final Map<String, Repeated> repeated = new LinkedHashMap<>();
    private long disagreeing;

    Summaries(String document, Observer observer) {
        this.document = document;
        this.observer = observer;
    }

    /** A resource seen by name only. */
    void listed(ResourceId id, ResourceType type, Place place) {
        listed.computeIfAbsent(type, first -> new Group(id, place)).add(id);
    }

    /** A resource in the flat shape that `az` prints for one service. */
    void flattened(ResourceId id, ResourceType type, Place place) {
        flattened.computeIfAbsent(type, first -> new Group(id, place)).add(id);
    }

    /** A document whose type is not the one its id spells. */
    void disagreeing() {
        disagreeing++;
    }

    /** One diagnostic, told at once or, after many of its code, counted; with the gap it stands for. */
    void problem(Diagnostic diagnostic, Optional<Gap.Kind> gap) {
        var before = repeated.computeIfAbsent(diagnostic.code(), code -> new Repeated(diagnostic, gap));
        if (before.count++ < MOST) {
            observer.problem(diagnostic);
        }
    }

    /** Tells what was collected; the file is at its end. */
    void flush() {
        flattened.forEach(this::flattened);
        listed.forEach(this::listed);
        if (disagreeing > 0) {
            observer.problem(Diagnostic.note(
                    "type-disagrees",
                    counted(disagreeing) + " another type than the id spells; the id was believed",
                    Place.of(document),
                    "nothing to do: old services name types so"));
        }
        repeated.values().forEach(this::repeated);
    }

    private void flattened(ResourceType type, Group group) {
        String hint = Export.command(group.id, type);
        observer.problem(Diagnostic.error(
                "flattened",
                resources(group, type) + " without `properties`, as one service's `az … list` prints; rules cannot be"
                        + " applied to that shape",
                group.place,
                hint));
        observer.gap(new Gap(
                Gap.Kind.UNREADABLE,
                group.scope(),
                Optional.of(type),
                resources(group, type) + " in a shape that cannot be judged, in " + document,
                hint));
    }

    private void listed(ResourceType type, Group group) {
        observer.gap(new Gap(
                Gap.Kind.LISTED_ONLY,
                group.scope(),
                Optional.of(type),
                resources(group, type) + " by name only, without configuration, in " + document,
                Export.command(group.id, type)));
    }

    private void repeated(Repeated all) {
        if (all.count > MOST) {
            observer.problem(new Diagnostic(
                    all.first.severity(),
                    all.first.code(),
                    (all.count - MOST) + " more like this: " + all.first.message(),
                    Place.of(document),
                    all.first.hint()));
        }
        all.gap.ifPresent(kind -> observer.gap(new Gap(
                kind,
                Optional.empty(),
                Optional.empty(),
                (all.count == 1 ? "" : all.count + " times: ") + all.first.message() + ", in " + all.first.place(),
                all.first.hint())));
    }

    private static String resources(Group group, ResourceType type) {
        return group.count + (group.count == 1 ? " resource" : " resources") + " of type " + Quote.of(type.text());
    }

    private static String counted(long count) {
        return count == 1 ? "1 document names" : count + " documents name";
    }

    private static final class Group {
        private final ResourceId id;
        private final Place place;
        private long count;
        private boolean oneSubscription = true;

        Group(ResourceId id, Place place) {
            this.id = id;
            this.place = place;
        }

        void add(ResourceId another) {
            count++;
            oneSubscription &= id.subscriptionId().equals(another.subscriptionId());
        }

        Optional<ResourceId> scope() {
            return oneSubscription ? id.subscriptionId() : Optional.empty();
        }
    }

    private static final class Repeated {
        private final Diagnostic first;
        private final Optional<Gap.Kind> gap;
        private long count;

        Repeated(Diagnostic first, Optional<Gap.Kind> gap) {
            this.first = first;
            this.gap = gap;
        }
    }
}
