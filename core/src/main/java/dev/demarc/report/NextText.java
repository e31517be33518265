package dev.demarc.report;

import dev.demarc.demarcation.SidedFinding;
import dev.demarc.estate.Resource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;

/** What to run next. */
final class NextText {
    /** Sources longer than this are left for the reader to fill in. */
    private static final int EXPLAIN_ROOM = 60;

    /** A longer name makes a command that nobody copies. */
    private static final int LONGEST_NAME = 40;

    private NextText() {}

    static void print(Page page, Report report) {
        page.heading("Next");
        explainable(report).ifPresent(finding -> command(page, explain(finding, report), "why, and how to fix it"));
        if (!report.assessment().resources().isEmpty()) {
            String html = "demarc assess %s --format html --out report.html";
            String sources = sources(report, page.screen().width() - html.length());
            command(page, "demarc matrix " + sources, "who answers for what");
            command(page, html.replace("%s", sources), "to hand on");
        }
        command(page, "demarc controls", "what is checked");
    }

    /** A command to copy; what it does stands behind it as a comment where there is room. */
    private static void command(Page page, String command, String does) {
        TextLine line = page.line().add("  ").add(command);
        if (line.room() >= does.length() + 4) {
            line.add("  # " + does, Tone.QUIET);
        }
        page.print(line);
    }

    /** An affected resource of the most severe recommendation that has one whose name is enough to tell it. */
    private static Optional<SidedFinding> explainable(Report report) {
        var resourcesOfName = new HashMap<String, Integer>();
        report.assessment()
                .resources()
                .forEach(posture -> resourcesOfName.merge(folded(posture.resource()), 1, Integer::sum));
        return report.assessment().recommendations().stream()
                .sorted(Comparator.comparing(
                        recommendation -> recommendation.control().severity()))
                .flatMap(recommendation -> recommendation.affected().stream())
                .filter(finding -> resourcesOfName.getOrDefault(folded(finding.resource()), 0) == 1)
                .filter(finding -> finding.resource().name().length() <= LONGEST_NAME)
                .findFirst();
    }

    private static String folded(Resource resource) {
        return resource.name().toLowerCase(Locale.ROOT);
    }

    private static String explain(SidedFinding finding, Report report) {
        return "demarc explain " + Shell.quoted(finding.resource().name()) + " "
                + finding.control().id() + " " + sources(report, EXPLAIN_ROOM);
    }

    private static String sources(Report report, int room) {
        String quoted =
                String.join(" ", report.sources().stream().map(Shell::quoted).toList());
        return quoted.isEmpty() || quoted.length() > room ? "SOURCE" : quoted;
    }
}
