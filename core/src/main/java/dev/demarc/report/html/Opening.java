package dev.demarc.report.html;

import dev.demarc.check.Verdict;
import dev.demarc.estate.Gap;
import dev.demarc.posture.Assessment;
import dev.demarc.report.Counts;
import dev.demarc.report.Numbers;
import dev.demarc.report.Report;
import dev.demarc.report.StateText;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a reader sees first: whether everything was seen, and what was judged with what. */
final class Opening {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH);
    private static final int MOST_SOURCES = 12;

    private Opening() {}

    /** The banner that says how complete the picture is. */
    static Html completeness(Report report) {
        Counts counts = Counts.of(report);
        if (counts.resources() == 0) {
            return banner(
                    "partial",
                    "Nothing seen. ",
                    "No resource was read, so nothing is said to be clean." + lost(report));
        }
        if (!report.isComplete()) {
            return banner("partial", "Incomplete." + lost(report), " What was not seen is unknown here, never clean.");
        }
        return banner(
                "whole",
                "Complete. ",
                "All that was given was read, and nothing it needs is missing" + report.besideComplete() + ".");
    }

    private static Html banner(String look, String strong, String text) {
        var html = new Html().open("div", "id", "completeness", "class", "banner " + look, "role", "status");
        html.open("p").element("strong", strong).text(text);
        if (look.equals("partial")) {
            html.text(" ").element("a", "See what was not seen", "href", "#unseen");
        }
        return html.close("p").close("div");
    }

    private static String lost(Report report) {
        var parts = new ArrayList<String>();
        List<Gap> gaps = report.assessment().gaps();
        if (!gaps.isEmpty()) {
            parts.add(Numbers.counted(gaps.size(), "gap", "gaps") + " (" + kinds(gaps)
                    + (report.policyGaps() == 0
                            ? ")"
                            : "; " + Numbers.count(report.policyGaps()) + " about policies)"));
        }
        if (report.account().refused() > 0) {
            parts.add(Numbers.counted(report.account().refused(), "refused document", "refused documents"));
        }
        if (report.errors() > 0) {
            parts.add(Numbers.counted(report.errors(), "error", "errors") + " in what was read");
        }
        if (parts.isEmpty() && report.open() > 0) {
            parts.add(Numbers.counted(report.open(), "finding stays", "findings stay") + " open");
        }
        if (report.openStates() > 0) {
            parts.add(Numbers.counted(report.openStates(), "policy state", "policy states") + " unknown or in error");
        }
        return parts.isEmpty() ? "" : " " + String.join(", ", parts) + ".";
    }

    private static String kinds(List<Gap> gaps) {
        Map<String, Integer> counts = new TreeMap<>();
        gaps.forEach(gap -> counts.merge(Unseen.kind(gap.kind()), 1, Integer::sum));
        var texts = new ArrayList<String>();
        counts.forEach((kind, count) -> texts.add(Numbers.count(count) + " " + kind));
        return String.join(", ", texts);
    }

    /** What was judged, when, and with which knowledge. */
    static Html facts(Report report) {
        Assessment assessment = report.assessment();
        Counts counts = Counts.of(report);
        var html = new Html().open("dl", "class", "facts");
        sources(html, report.sources());
        html.open("div").element("dt", "As of").open("dd");
        html.element(
                "time",
                INSTANT.format(assessment.instant().atOffset(ZoneOffset.UTC)),
                "datetime",
                assessment.instant().toString());
        html.close("dd").close("div");
        fact(html, "Documents", documents(report));
        fact(html, "Resources", resources(counts));
        fact(html, "Findings", findings(counts));
        assessment
                .policies()
                .ifPresent(one -> fact(
                        html,
                        "Policies",
                        Numbers.count(one.policies().size()) + " in force; states: "
                                + StateText.sum(StateText.states(one))));
        fact(
                html,
                "Responsibility matrix",
                assessment.edition().title() + " (" + assessment.edition().id() + ", published "
                        + assessment.edition().published() + ")");
        fact(html, "Knowledge version", assessment.catalogue().version());
        fact(html, "Policy semantics", assessment.profile());
        return html.close("dl");
    }

    private static void sources(Html html, List<String> sources) {
        html.open("div")
                .element("dt", sources.size() == 1 ? "Source" : "Sources")
                .open("dd");
        if (sources.isEmpty()) {
            html.text("not named");
        }
        String between = "";
        for (String source : sources.subList(0, Math.min(MOST_SOURCES, sources.size()))) {
            html.text(between).foreign(source);
            between = ", ";
        }
        if (sources.size() > MOST_SOURCES) {
            html.text(" and " + Numbers.count(sources.size() - MOST_SOURCES) + " more");
        }
        html.close("dd").close("div");
    }

    private static String documents(Report report) {
        return Numbers.count(report.account().documents()) + " = "
                + Numbers.count(report.account().observed()) + " observed + "
                + Numbers.count(report.account().refused()) + " refused; "
                + Numbers.count(report.account().embedded()) + " resources found inside others";
    }

    private static String resources(Counts counts) {
        return Numbers.count(counts.resources()) + " of " + Numbers.counted(counts.types(), "type", "types") + " in "
                + Numbers.counted(counts.subscriptions(), "subscription", "subscriptions") + "; "
                + Numbers.count(counts.parts()) + " are parts of others, "
                + Numbers.count(counts.unclassifiedResources()) + " of unclassified types";
    }

    private static String findings(Counts counts) {
        var parts = new ArrayList<String>();
        part(parts, counts.verdicts().compliant(), Verdict.COMPLIANT);
        part(parts, counts.verdicts().nonCompliant(), Verdict.NON_COMPLIANT);
        part(parts, counts.verdicts().unknown(), Verdict.UNKNOWN);
        part(parts, counts.verdicts().error(), Verdict.ERROR);
        part(parts, counts.verdicts().exempt(), Verdict.EXEMPT);
        int all = counts.verdicts().counted() + counts.verdicts().exempt();
        int others = counts.others().counted() + counts.others().exempt();
        return Numbers.count(all)
                + (parts.isEmpty() ? "" : " = " + String.join(" + ", parts))
                + (others == 0 ? "" : "; " + Numbers.count(others) + " of them not yours, never in the score");
    }

    private static void part(List<String> parts, int count, Verdict verdict) {
        if (count > 0) {
            parts.add(Numbers.count(count) + " " + verdict.word());
        }
    }

    private static void fact(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close("div");
    }
}
