package dev.demarc.report.html;

import dev.demarc.check.Verdict;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.Diagnostic;
import dev.demarc.estate.Account;
import dev.demarc.estate.Gap;
import dev.demarc.knowledge.Severity;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.CellState;
import dev.demarc.posture.Coverage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a reader sees first: whether everything was seen, what was judged with what, and the key figures. */
final class Opening {
    /** The states a customer's cell can be in, from what is well to what nobody watches. */
    static final List<CellState> STATES = List.of(
            CellState.VERIFIED,
            CellState.ATTESTED,
            CellState.EXEMPT,
            CellState.FAILING,
            CellState.UNKNOWN,
            CellState.UNWATCHED);

    private Opening() {}

    /** The banner that says how complete the picture is. */
    static Html completeness(Assessment assessment, Account account, List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .count();
        boolean isWhole = assessment.gaps().isEmpty() && account.refused() == 0 && errors == 0;
        var html = new Html().open("div", "id", "completeness", "class", isWhole ? "banner whole" : "banner partial");
        if (isWhole) {
            html.element("strong", "Complete. ")
                    .text("All " + Words.count(account.documents(), "document", "documents")
                            + " read, none refused, nothing known to be missing.");
        } else {
            html.element("strong", "Incomplete. ").text(missing(assessment.gaps(), account, errors));
            html.text(" What was not seen is Unknown here, never clean. ")
                    .element("a", "What was not seen", "href", "#unseen");
        }
        return html.close("div");
    }

    private static String missing(List<Gap> gaps, Account account, long errors) {
        var parts = new ArrayList<String>();
        if (!gaps.isEmpty()) {
            parts.add(Words.count(gaps.size(), "gap", "gaps") + kinds(gaps));
        }
        if (account.refused() > 0) {
            parts.add(Words.count(account.refused()) + " of "
                    + Words.count(account.documents(), "document", "documents") + " refused");
        }
        if (errors > 0) {
            parts.add(Words.count(errors, "error", "errors") + " in what was read");
        }
        return String.join("; ", parts) + ".";
    }

    private static String kinds(List<Gap> gaps) {
        Map<String, Integer> counts = new TreeMap<>();
        gaps.forEach(gap -> counts.merge(Unseen.kind(gap.kind()), 1, Integer::sum));
        var texts = new ArrayList<String>();
        counts.forEach((kind, count) -> texts.add(Words.count(count) + " " + kind));
        return " (" + String.join(", ", texts) + ")";
    }

    /** What was judged, when, and with which knowledge. */
    static Html facts(Assessment assessment, Account account, String sources) {
        int unclassified = assessment.coverage().unclassified();
        var html = new Html().open("dl", "class", "facts");
        html.open("div")
                .element("dt", "Sources")
                .open("dd")
                .foreign(sources)
                .close("dd")
                .close("div");
        html.open("div").element("dt", "Judged as of").open("dd");
        html.element(
                "time",
                Words.instant(assessment.instant()),
                "datetime",
                assessment.instant().toString());
        html.close("dd").close("div");
        fact(
                html,
                "Resources",
                Words.count(assessment.resources().size())
                        + (unclassified == 0
                                ? ""
                                : ", of these " + Words.count(unclassified) + " of unclassified types"));
        fact(
                html,
                "Documents",
                Words.count(account.observed()) + " read, " + Words.count(account.refused()) + " refused, "
                        + Words.count(account.embedded()) + " more resources found inside");
        fact(
                html,
                "Responsibility matrix",
                assessment.edition().title() + " (published "
                        + assessment.edition().published() + ")");
        fact(html, "Knowledge version", assessment.catalogue().version());
        fact(html, "Policy semantics", assessment.profile());
        return html.close("dl");
    }

    private static void fact(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close("div");
    }

    /** Score, coverage and failures in three panels. */
    static Html figures(Assessment assessment) {
        var html = new Html().open("div", "class", "figures");
        html.add(score(assessment)).add(coverage(assessment.coverage())).add(failing(assessment));
        return html.close("div");
    }

    private static Html score(Assessment assessment) {
        var points = assessment.score().points();
        var html = new Html().open("section", "class", "figure", "aria-label", "Demarc score");
        html.element("h2", "Demarc score");
        html.element("p", Words.percent(points.percent()), "class", "big");
        html.add(ScoreSections.bar(points, "Demarc score"));
        html.open("p")
                .text(points.current().toPlainString() + " of " + points.max().toPlainString()
                        + " points reached for certain");
        if (points.best().compareTo(points.current()) > 0) {
            html.text("; ")
                    .element("strong", "up to " + Words.percent(points.bestPercent()))
                    .text(" if everything that was not seen were right");
        }
        return html.text(".").close("p").close("section");
    }

    private static Html coverage(Coverage coverage) {
        var html = new Html().open("section", "class", "figure", "aria-label", "Coverage of your side");
        html.element("h2", "Your side of the line");
        html.open("p", "class", "big").text(Words.percent(coverage.percent(CellState.VERIFIED)));
        html.element("small", " verified").close("p");
        html.add(CoverageTable.bar(coverage));
        html.open("ul", "class", "legend");
        for (CellState state : STATES) {
            html.open("li").add(CoverageTable.swatch(state)).text(Words.count(coverage.count(state)) + " ");
            html.element("span", state.word()).close("li");
        }
        html.close("ul");
        html.element(
                "p",
                Words.count(coverage.customers())
                        + " cells (one layer of one resource each) are yours, alone or shared; "
                        + Words.percent(coverage.percent(CellState.UNWATCHED)) + " of them nobody watches.");
        return html.close("section");
    }

    private static Html failing(Assessment assessment) {
        Map<Severity, Integer> failing = new EnumMap<>(Severity.class);
        int unknown = 0;
        int all = 0;
        for (SidedFinding finding : (Iterable<SidedFinding>) assessment.findings()::iterator) {
            all++;
            if (finding.verdict() == Verdict.NON_COMPLIANT && finding.isCustomers()) {
                failing.merge(finding.control().severity(), 1, Integer::sum);
            } else if (finding.verdict() == Verdict.UNKNOWN || finding.verdict() == Verdict.ERROR) {
                unknown++;
            }
        }
        int sum = failing.values().stream().mapToInt(Integer::intValue).sum();
        var html = new Html().open("section", "class", "figure", "aria-label", "Failing on your side");
        html.element("h2", "Failing on your side");
        html.open("p", "class", "big").text(Words.count(sum));
        html.element("small", " of " + Words.count(all) + " findings").close("p");
        html.open("ul", "class", "severities");
        for (Severity severity : Severity.values()) {
            html.open("li").element("b", Words.count(failing.getOrDefault(severity, 0)));
            html.element("span", severity.word(), "class", "severity " + severity.word())
                    .close("li");
        }
        html.close("ul");
        long unowned = assessment.resources().stream()
                .filter(resource -> resource.owner().isEmpty())
                .count();
        html.element(
                "p",
                Words.count(unknown) + " could not be decided. "
                        + Words.count(unowned, "resource names no owner.", "resources name no owner."));
        return html.close("section");
    }
}
