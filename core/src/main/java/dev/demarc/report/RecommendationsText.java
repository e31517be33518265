package dev.demarc.report;

import dev.demarc.demarcation.SidedFinding;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Side;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What to do first: what is to be made true, the worst severity first, then by gain. */
final class RecommendationsText {
    private static final String ORDER = "the worst severity first, then by the points that fixing all of it gains";

    /** How many affected resources are named. */
    private static final int RESOURCES = 3;

    private RecommendationsText() {}

    static void print(Page page, Assessment assessment, int most) {
        List<Recommendation> all = assessment.recommendations();
        page.heading("What to do first");
        if (all.isEmpty()) {
            page.prose(2, nothingToDo(assessment));
            return;
        }
        int shown = Math.min(most, all.size());
        page.prose(2, ORDER, Tone.QUIET);
        for (int i = 0; i < shown; i++) {
            if (i > 0) {
                page.blank();
            }
            recommendation(page, i + 1, all.get(i));
        }
        if (all.size() > shown) {
            page.print(
                    "  … and " + Numbers.counted(all.size() - shown, "more recommendation", "more recommendations"),
                    Tone.QUIET);
        }
    }

    private static String nothingToDo(Assessment assessment) {
        return assessment.score().points().max().signum() == 0
                ? "nothing to recommend, because nothing of yours was judged"
                : "nothing that is yours was found failing";
    }

    private static void recommendation(Page page, int number, Recommendation recommendation) {
        Control control = recommendation.control();
        page.labelled(0, "%3d ".formatted(number), 4, "Wanted: " + control.title(), Tone.STRONG);
        page.labelled(4, "", 4, facts(recommendation), tone(control));
        recommendation.affected().stream()
                .limit(RESOURCES)
                .forEach(finding ->
                        page.print(page.line().add("    ").id(finding.resource().id())));
        int more = recommendation.affected().size() - RESOURCES;
        if (more > 0) {
            page.print("    … and " + Numbers.count(more) + " more", Tone.QUIET);
        }
    }

    private static String facts(Recommendation recommendation) {
        Control control = recommendation.control();
        var facts = new ArrayList<String>();
        facts.add(control.severity().word());
        facts.add("+" + Numbers.decimal(recommendation.gain()) + " points (+"
                + Numbers.decimal(recommendation.gainPercent()) + "%)");
        facts.add(Numbers.counted(recommendation.affected().size(), "resource", "resources"));
        facts.add("layer " + control.layer().title());
        facts.add(sides(recommendation.affected()));
        facts.add("effort " + control.effort());
        facts.add("control " + control.id());
        return String.join(" · ", facts);
    }

    /** Whose the layer is on the resources affected; with counts where they differ. */
    private static String sides(List<SidedFinding> affected) {
        var sides = new TreeMap<String, Integer>();
        affected.forEach(finding -> sides.merge(side(finding), 1, Integer::sum));
        if (sides.size() == 1) {
            return sides.firstKey();
        }
        var counted = new ArrayList<String>();
        sides.forEach((side, count) -> counted.add(Numbers.count(count) + " " + side));
        return String.join(", ", counted);
    }

    /** Whose a finding is, said to the customer. */
    static String side(SidedFinding finding) {
        return finding.side().map(Side::isCustomers).orElse(true)
                ? finding.side().map(LineText::word).orElse("yours (type unclassified)")
                : LineText.word(finding.side().orElseThrow());
    }

    static Tone tone(Control control) {
        return switch (control.severity()) {
            case CRITICAL, HIGH -> Tone.BAD;
            case MEDIUM -> Tone.WARNING;
            case LOW -> Tone.PLAIN;
        };
    }
}
