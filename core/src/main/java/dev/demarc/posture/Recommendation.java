package dev.demarc.posture;

import dev.demarc.check.Share;
import dev.demarc.check.Verdict;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.knowledge.Control;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to do, and what doing it gains.
 *
 * @param control the control to make true
 * @param affected the findings to fix, in id order; never empty
 * @param gain points won when all of them are fixed
 * @param gainPercent the same as a part of all points that can be had, in percent with 2 decimals
 */
public record Recommendation(Control control, List<SidedFinding> affected, BigDecimal gain, BigDecimal gainPercent) {

    public Recommendation {
        affected = List.copyOf(affected);
        if (affected.isEmpty()) {
            throw new IllegalArgumentException("a recommendation that affects nothing recommends nothing");
        }
    }

    /** What the findings behind a score ask for: the worst severity first, then the greatest gain, then by id. */
    public static List<Recommendation> of(List<SidedFinding> findings, Score score) {
        Map<String, List<SidedFinding>> failing = new TreeMap<>();
        for (SidedFinding finding : findings) {
            if (finding.verdict() == Verdict.NON_COMPLIANT && finding.isCustomers()) {
                failing.computeIfAbsent(finding.control().id(), id -> new ArrayList<>())
                        .add(finding);
            }
        }
        var recommendations = new ArrayList<Recommendation>();
        for (ControlScore control : score.controls()) {
            List<SidedFinding> affected = failing.get(control.control().id());
            if (affected != null) {
                affected.sort(Comparator.comparing(finding -> finding.resource().id()));
                recommendations.add(of(control, affected, score.points().max()));
            }
        }
        recommendations.sort(WORST_FIRST);
        return List.copyOf(recommendations);
    }

    private static final Comparator<Recommendation> WORST_FIRST = Comparator.comparing(
                    (Recommendation recommendation) -> recommendation.control().severity())
            .thenComparing(Recommendation::gain, Comparator.reverseOrder())
            .thenComparing(recommendation -> recommendation.control().id());

    private static Recommendation of(ControlScore score, List<SidedFinding> affected, BigDecimal allPoints) {
        Tally tally = score.tally();
        BigDecimal afterwards = Points.share(
                score.points().max().intValueExact(), tally.compliant() + tally.nonCompliant(), tally.counted());
        BigDecimal gain = afterwards.subtract(score.points().current());
        BigDecimal percent = allPoints.signum() == 0 ? BigDecimal.ZERO : Share.percent(gain, allPoints, 2);
        return new Recommendation(score.control(), affected, gain, percent);
    }
}
