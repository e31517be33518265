package dev.demarc.report;

import dev.demarc.demarcation.SidedFinding;
import dev.demarc.estate.Resource;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.assignment.PolicyState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What to run next: commands to copy as they stand. */
final class NextText {
    /** Sources longer than this are left for the reader to fill in. */
    private static final int LONGEST_SOURCES = 160;

    /** A longer name makes a command that nobody copies. */
    private static final int LONGEST_NAME = 40;

    private final Page page;
    private final Report report;
    private final Map<String, Integer> resourcesOfName = new HashMap<>();

    private NextText(Page page, Report report) {
        this.page = page;
        this.report = report;
        report.assessment()
                .resources()
                .forEach(posture -> resourcesOfName.merge(folded(posture.resource()), 1, Integer::sum));
    }

    static void print(Page page, Report report) {
        page.heading("Next");
        new NextText(page, report).commands();
    }

    private void commands() {
        finding()
                .ifPresent(finding -> command(
                        "why, and how to fix it",
                        List.of(
                                "explain",
                                Shell.quoted(finding.resource().name()),
                                finding.control().id()),
                        sources()));
        state().ifPresent(state -> command(
                "why it does not comply",
                List.of(
                        "policy",
                        "explain",
                        Shell.quoted(state.resource().name()),
                        Shell.quoted(state.policy().definition().name())),
                sources(),
                policies()));
        if (!report.assessment().resources().isEmpty()) {
            command("who answers for what", List.of("matrix"), sources());
            command(
                    "to hand on",
                    List.of("assess"),
                    sources(),
                    policies(),
                    List.of("--format", "html", "--out", "report.html"));
        }
        command("what is checked", List.of("controls"));
    }

    /**
     * A command; what it does stands behind it as a comment where there is room. One that is wider than the page goes on
     * below, as a shell takes it.
     */
    @SafeVarargs
    private void command(String does, List<String>... parts) {
        var words = new ArrayList<>(List.of("demarc"));
        for (List<String> part : parts) {
            words.addAll(part);
        }
        int room = page.screen().width() - 4;
        var text = new StringBuilder();
        int indent = 2;
        for (String word : words) {
            if (!text.isEmpty() && Measure.width(text + " " + word) > room - indent) {
                page.print(page.line().to(indent).add(text + " \\"));
                text.setLength(0);
                indent = 6;
            }
            text.append(text.isEmpty() ? "" : " ").append(word);
        }
        TextLine line = page.line().to(indent).add(text.toString());
        if (line.room() >= does.length() + 4) {
            line.add("  # " + does, Tone.QUIET);
        }
        page.print(line);
    }

    /** An affected resource of the most severe recommendation that has one whose name is enough to tell it. */
    private Optional<SidedFinding> finding() {
        return report.assessment().recommendations().stream()
                .sorted(Comparator.comparing(
                        recommendation -> recommendation.control().severity()))
                .flatMap(recommendation -> recommendation.affected().stream())
                .filter(finding -> isTold(finding.resource()))
                .findFirst();
    }

    /** A resource that does not comply with a policy, and whose name is enough to tell it. */
    private Optional<PolicyState> state() {
        return report.assessment().policies().stream()
                .flatMap(policies -> policies.states().stream())
                .filter(state -> state.state() == ComplianceState.NON_COMPLIANT)
                .filter(state -> isTold(state.resource()))
                .findFirst();
    }

    private boolean isTold(Resource resource) {
        return resourcesOfName.getOrDefault(folded(resource), 0) == 1
                && resource.name().length() <= LONGEST_NAME;
    }

    private static String folded(Resource resource) {
        return resource.name().toLowerCase(Locale.ROOT);
    }

    private List<String> sources() {
        return report.sources().isEmpty() || isLong(report.sources())
                ? List.of("SOURCE")
                : report.sources().stream().map(Shell::quoted).toList();
    }

    private List<String> policies() {
        return isLong(report.policySources())
                ? List.of("-p POLICIES")
                : report.policySources().stream()
                        .map(source -> "-p " + Shell.quoted(source))
                        .toList();
    }

    private static boolean isLong(List<String> sources) {
        return sources.stream().mapToInt(String::length).sum() > LONGEST_SOURCES;
    }
}
