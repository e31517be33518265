package dev.demarc.report.html;

import dev.demarc.knowledge.Severity;
import dev.demarc.posture.CellState;
import dev.demarc.posture.Coverage;
import dev.demarc.posture.Points;
import dev.demarc.posture.Recommendation;
import dev.demarc.report.Counts;
import dev.demarc.report.Numbers;
import dev.demarc.report.Report;
import java.util.List;

/** The key figures in three panels: the score, coverage of your side, and what fails on it. */
final class Figures {
    private Figures() {}

    /** The three panels. */
    static Html of(Report report) {
        var html = new Html().open("div", "class", "figures");
        html.add(score(report.assessment().score().points()));
        html.add(coverage(report.assessment().coverage()));
        html.add(failing(report));
        return html.close("div");
    }

    private static Html panel(String id, String title) {
        return new Html()
                .open("section", "class", "figure", "aria-labelledby", id)
                .element("h2", title, "id", id);
    }

    private static Html score(Points points) {
        Html html = panel("figure-score", "Demarc score");
        html.element("p", Numbers.percent(points.percent()), "class", "big");
        html.add(ScoreSections.bar(points, "Demarc score"));
        html.open("p")
                .text(Numbers.decimal(points.current()) + " of " + Numbers.decimal(points.max())
                        + " points reached for certain");
        if (points.best().compareTo(points.current()) > 0) {
            html.text("; ").element("strong", "up to " + Numbers.percent(points.bestPercent()));
            html.text(" if everything that was not seen were right");
        }
        html.text(".").close("p");
        html.element("p", "Over Demarc’s own controls. Not Microsoft’s Secure Score.", "class", "note");
        return html.close("section");
    }

    private static Html coverage(Coverage coverage) {
        Html html = panel("figure-coverage", "Your side of the line");
        html.open("p", "class", "big").text(Numbers.percent(coverage.percent(CellState.VERIFIED)));
        html.element("small", " verified").close("p");
        html.add(CoverageTable.bar(coverage));
        html.open("ul", "class", "legend");
        for (CellState state : CoverageTable.STATES) {
            html.open("li").add(CoverageTable.swatch(state));
            html.element("b", Numbers.count(coverage.count(state)));
            html.text(" " + state.word()).close("li");
        }
        html.close("ul");
        html.element(
                "p",
                Numbers.counted(coverage.customers(), "cell", "cells")
                        + " (one layer of one resource each) are yours, alone or shared; nobody watches "
                        + Numbers.percent(coverage.percent(CellState.UNWATCHED)) + " of them.");
        return html.close("section");
    }

    private static Html failing(Report report) {
        List<Recommendation> recommendations = report.assessment().recommendations();
        Counts counts = Counts.of(report);
        Html html = panel("figure-failing", "Failing on your side");
        html.open("p", "class", "big").text(Numbers.count(counts.customers().nonCompliant()));
        html.element("small", " of " + Numbers.counted(counts.customers().counted(), "finding", "findings"))
                .close("p");
        html.open("ul", "class", "severities");
        for (Severity severity : Severity.values()) {
            int affected = recommendations.stream()
                    .filter(recommendation -> recommendation.control().severity() == severity)
                    .mapToInt(recommendation -> recommendation.affected().size())
                    .sum();
            html.open("li").element("b", Numbers.count(affected));
            html.element("span", severity.word(), "class", "severity " + severity.word())
                    .close("li");
        }
        html.close("ul");
        long unowned = report.assessment().resources().stream()
                .filter(resource -> resource.owner().isEmpty())
                .count();
        html.element(
                "p",
                Numbers.counted(
                                counts.customers().unknown()
                                        + counts.customers().error(),
                                "finding could not be decided",
                                "findings could not be decided")
                        + "; "
                        + Numbers.counted(unowned, "resource names no owner.", "resources name no owner."));
        return html.close("section");
    }
}
