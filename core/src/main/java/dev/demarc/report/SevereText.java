package dev.demarc.report;

import dev.demarc.knowledge.Severity;
import dev.demarc.posture.Assessment;
import java.util.ArrayList;
import java.util.List;

/**
 * The most severe findings of the customer's, one line each: what may not wait, however few points it gains.
 */
final class SevereText {
    private static final int SHOWN = 8;
    private static final int SEVERITY = 10;

    private SevereText() {}

    static void print(Page page, Assessment assessment) {
        List<Severe> severe = Severe.of(assessment, SHOWN);
        if (severe.isEmpty()) {
            return;
        }
        page.heading("Most severe: these do not hold");
        page.prose(2, counts(assessment));
        for (Severe one : severe.stream().limit(SHOWN).toList()) {
            page.labelled(
                    2,
                    one.control().severity().word(),
                    2 + SEVERITY,
                    one.control().title() + " · " + one.control().id(),
                    RecommendationsText.tone(one.control()));
            TextLine line =
                    page.line().to(2 + SEVERITY).id(one.finding().resource().id());
            page.print(line);
            if (one.affected() > 1) {
                page.print(page.line()
                        .to(2 + SEVERITY)
                        .add("and " + Numbers.count(one.affected() - 1) + " more", Tone.QUIET));
            }
        }
        if (severe.size() > SHOWN) {
            page.print(
                    "  … and " + Numbers.counted(severe.size() - SHOWN, "more control", "more controls"), Tone.QUIET);
        }
    }

    private static String counts(Assessment assessment) {
        var parts = new ArrayList<String>();
        for (Severity severity : Severity.values()) {
            int count = assessment.recommendations().stream()
                    .filter(recommendation -> recommendation.control().severity() == severity)
                    .mapToInt(recommendation -> recommendation.affected().size())
                    .sum();
            if (count > 0) {
                parts.add(Numbers.count(count) + " " + severity.word());
            }
        }
        return "failing on your side: " + String.join(", ", parts);
    }
}
