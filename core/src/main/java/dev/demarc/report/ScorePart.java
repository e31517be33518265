package dev.demarc.report;

import dev.demarc.posture.Assessment;
import dev.demarc.posture.Points;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A part of a score as people are told of it: in every format under the same name and in the same order, the part that
 * lacks the most points first. Parts with nothing at stake are left out.
 */
public record ScorePart(String name, Points points) {
    private static final Comparator<ScorePart> LACKS_MOST_FIRST = Comparator.comparing((ScorePart part) ->
                    part.points().max().subtract(part.points().current()))
            .reversed()
            .thenComparing(ScorePart::name);

    /** The areas. */
    public static List<ScorePart> areas(Assessment assessment) {
        return parts(assessment.score().byArea(), id -> ControlsJson.areaTitle(id, assessment.catalogue()));
    }

    /** The subscriptions by name, and what is above them. */
    public static List<ScorePart> subscriptions(Assessment assessment) {
        SubscriptionNames names = SubscriptionNames.of(assessment);
        return parts(assessment.score().bySubscription(), id -> id.isEmpty() ? "(above subscriptions)" : names.of(id));
    }

    /** The owners, and what nobody owns. */
    public static List<ScorePart> owners(Assessment assessment) {
        return parts(assessment.score().byOwner(), owner -> owner.isEmpty() ? "(unowned)" : owner);
    }

    private static List<ScorePart> parts(Map<String, Points> points, UnaryOperator<String> names) {
        return points.entrySet().stream()
                .map(part -> new ScorePart(names.apply(part.getKey()), part.getValue()))
                .filter(part -> part.points().max().signum() > 0)
                .sorted(LACKS_MOST_FIRST)
                .toList();
    }
}
