package dev.demarc.policy.assignment;

import dev.demarc.document.Place;
import dev.demarc.estate.Gap;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.syntax.Initiative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** References to definitions and initiatives that lead nowhere, and the gaps they come to: one for each target. */
final class Unfound {
    private static final int NAMED = 3;

    private record Reference(NotGiven notGiven, Optional<ResourceId> scope) {}

    private final PolicyLibrary library;
    private final Map<String, List<Reference>> byTarget = new LinkedHashMap<>();

    Unfound(PolicyLibrary library) {
        this.library = library;
    }

    /** An assignment refers to what is not there. */
    void assignment(Assignment assignment) {
        String name = "the assignment `" + assignment.displayName() + "`";
        add(
                new NotGiven(
                        assignment.target(),
                        name + " refers to `" + assignment.target() + "`",
                        name,
                        assignment.targetPlace()),
                Optional.of(assignment.scope()));
    }

    /** A policy of an initiative, assigned or tried, is not there. */
    void member(Published<Initiative> initiative, Initiative.Member member, Optional<Assignment> assignment) {
        String of = "the initiative `" + initiative.name() + "`";
        add(
                new NotGiven(
                        member.definition(),
                        "the policy `" + member.referenceId() + "` of " + of + " is `" + member.definition() + "`",
                        assignment
                                .map(one -> "the assignment `" + one.displayName() + "`")
                                .orElse(of),
                        member.definitionPlace()),
                assignment.map(Assignment::scope));
    }

    private void add(NotGiven notGiven, Optional<ResourceId> scope) {
        byTarget.computeIfAbsent(notGiven.target().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(new Reference(notGiven, scope));
    }

    /** Every reference to what was not given at all, in the order met. */
    List<NotGiven> notGiven() {
        return byTarget.values().stream()
                .flatMap(List::stream)
                .map(Reference::notGiven)
                .filter(one -> library.unreadable(one.target()).isEmpty())
                .distinct()
                .toList();
    }

    /** What is not judged for want of each target. */
    List<Gap> gaps() {
        return byTarget.values().stream().map(this::gap).toList();
    }

    private Gap gap(List<Reference> references) {
        List<Optional<ResourceId>> scopes =
                references.stream().map(Reference::scope).distinct().toList();
        Optional<ResourceId> scope = scopes.size() == 1 ? scopes.getFirst() : Optional.empty();
        NotGiven first = references.getFirst().notGiven();
        Optional<Place> unreadable = library.unreadable(first.target()).map(Published::place);
        String what = unreadable.isPresent() ? "could not be read" : "was not given";
        List<String> clauses =
                references.stream().map(one -> one.notGiven().says()).distinct().toList();
        List<String> by =
                references.stream().map(one -> one.notGiven().by()).distinct().toList();
        String says = clauses.size() == 1 && by.size() == 1
                ? first.says() + ", which " + what + ", so nothing was judged by it"
                : "`" + first.target() + "` " + what + ", so nothing was judged by it for " + joined(by);
        return new Gap(
                unreadable.isPresent() ? Gap.Kind.UNREADABLE : Gap.Kind.NOT_COLLECTED,
                scope,
                Optional.empty(),
                says,
                unreadable.map(place -> "mend it at " + place).orElse("give its definition with --policies"));
    }

    private static String joined(List<String> names) {
        if (names.size() == 1) {
            return names.getFirst();
        }
        boolean many = names.size() > NAMED;
        int shown = many ? NAMED : names.size() - 1;
        return String.join(", ", names.subList(0, shown)) + " and "
                + (many ? (names.size() - NAMED) + " more" : names.getLast());
    }
}
