package dev.demarc.report;

import dev.demarc.demarcation.SidedFinding;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Severity;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A severe control of the customer's that fails: what may not wait, however few points it gains.
 *
 * @param finding the first finding, in id order
 * @param affected how many findings there are
 */
public record Severe(Control control, SidedFinding finding, int affected) {

    /**
     * The critical controls that fail, the ones of little effort first; where there are fewer than {@code most}, the high
     * ones follow. All critical ones are given, even when there are more.
     */
    public static List<Severe> of(Assessment assessment, int most) {
        var severe = new ArrayList<Severe>();
        for (Recommendation recommendation : assessment.recommendations()) {
            if (recommendation.control().severity().isAtLeast(Severity.HIGH)) {
                severe.add(new Severe(
                        recommendation.control(),
                        recommendation.affected().getFirst(),
                        recommendation.affected().size()));
            }
        }
        severe.sort(Comparator.comparing((Severe one) -> one.control().severity())
                .thenComparingInt(one -> one.control().effort().equals("low") ? 0 : 1));
        return severe.stream()
                .filter(one -> one.control().severity() == Severity.CRITICAL || severe.indexOf(one) < most)
                .toList();
    }
}
