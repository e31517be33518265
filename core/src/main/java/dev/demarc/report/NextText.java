package dev.demarc.report;

import dev.demarc.posture.Recommendation;
import dev.demarc.posture.ResourcePosture;
import java.util.List;

/** What to run next. */
final class NextText {
    /** Sources longer than this are left for the reader to fill in. */
    private static final int EXPLAIN_ROOM = 60;

    private NextText() {}

    static void print(Page page, Report report) {
        page.heading("Next");
        report.assessment().recommendations().stream()
                .findFirst()
                .ifPresent(first -> command(page, explain(first, report), "why, and how to fix it"));
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

    /** The command for the first resource, by its name when that is enough to tell it. */
    private static String explain(Recommendation recommendation, Report report) {
        var resource = recommendation.affected().getFirst().resource();
        List<String> sameName = report.assessment().resources().stream()
                .map(ResourcePosture::resource)
                .filter(other -> other.name().equalsIgnoreCase(resource.name()))
                .map(other -> other.id().text())
                .limit(2)
                .toList();
        String asked = sameName.size() == 1 ? resource.name() : resource.id().text();
        return "demarc explain " + Shell.quoted(asked) + " "
                + recommendation.control().id() + " " + sources(report, EXPLAIN_ROOM);
    }

    private static String sources(Report report, int room) {
        String quoted =
                String.join(" ", report.sources().stream().map(Shell::quoted).toList());
        return quoted.isEmpty() || quoted.length() > room ? "SOURCE" : quoted;
    }
}
