package dev.demarc.posture;

import dev.demarc.demarcation.SidedFinding;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Demarc's own score: what the customer's side of the estate is worth under our controls. It is not Microsoft's Secure
 * Score and never mixed with it.
 *
 * @param points the whole
 * @param controls by control, in id order, those with anything to count or exempt
 * @param byArea area id to points, the same controls grouped
 * @param bySubscription subscription id in lower case to points, each as if the estate were that subscription; {@code ""} for what
 *     stands above subscriptions
 * @param byOwner owner to points, each as if the estate were what that owner has; {@code ""} for unowned
 */
public record Score(
        Points points,
        List<ControlScore> controls,
        Map<String, Points> byArea,
        Map<String, Points> bySubscription,
        Map<String, Points> byOwner) {

    public Score {
        controls = List.copyOf(controls);
        byArea = Collections.unmodifiableMap(new TreeMap<>(byArea));
        bySubscription = Collections.unmodifiableMap(new TreeMap<>(bySubscription));
        byOwner = Collections.unmodifiableMap(new TreeMap<>(byOwner));
    }

    /** The score of these findings; those that are not the customer's do not count. */
    public static Score of(List<SidedFinding> findings, Catalogue catalogue) {
        List<SidedFinding> ours =
                findings.stream().filter(SidedFinding::isCustomers).toList();
        List<ControlScore> controls = controls(ours, catalogue);
        var byArea = new TreeMap<String, Points>();
        for (ControlScore score : controls) {
            byArea.merge(score.control().area(), score.points(), Points::plus);
        }
        return new Score(
                sum(controls),
                controls,
                byArea,
                grouped(ours, catalogue, Score::subscription),
                grouped(ours, catalogue, finding -> finding.owner().orElse("")));
    }

    private static String subscription(SidedFinding finding) {
        return finding.resource()
                .id()
                .subscription()
                .map(id -> id.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static Map<String, Points> grouped(
            List<SidedFinding> findings, Catalogue catalogue, Function<SidedFinding, String> group) {
        var parts = new TreeMap<String, List<SidedFinding>>();
        for (SidedFinding finding : findings) {
            parts.computeIfAbsent(group.apply(finding), name -> new ArrayList<>())
                    .add(finding);
        }
        var points = new TreeMap<String, Points>();
        parts.forEach((name, part) -> points.put(name, sum(controls(part, catalogue))));
        return points;
    }

    private static Points sum(List<ControlScore> controls) {
        return controls.stream().map(ControlScore::points).reduce(Points.NONE, Points::plus);
    }

    private static List<ControlScore> controls(List<SidedFinding> findings, Catalogue catalogue) {
        var tallies = new TreeMap<Control, Tally>(Comparator.comparing(Control::id));
        for (SidedFinding finding : findings) {
            if (finding.verdict().counts()) {
                tallies.merge(finding.control(), Tally.of(finding.verdict()), Tally::plus);
            }
        }
        var scores = new ArrayList<ControlScore>();
        tallies.forEach((control, tally) ->
                scores.add(new ControlScore(control, tally, Points.of(worth(control, catalogue), tally))));
        return scores;
    }

    private static int worth(Control control, Catalogue catalogue) {
        Integer worth = catalogue.points().get(control.severity());
        if (worth == null) {
            throw new IllegalStateException("no points for severity " + control.severity());
        }
        return worth;
    }
}
