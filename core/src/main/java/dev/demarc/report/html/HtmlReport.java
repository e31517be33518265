package dev.demarc.report.html;

import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.estate.Account;
import dev.demarc.posture.Assessment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** An assessment as one HTML file: no network, no server, nothing to install. */
public final class HtmlReport {
    private final Assessment assessment;
    private final Account account;
    private final List<Diagnostic> diagnostics;
    private final String sources;

    private HtmlReport(Assessment assessment, Account account, List<Diagnostic> diagnostics, String sources) {
        this.assessment = assessment;
        this.account = account;
        this.diagnostics = List.copyOf(diagnostics);
        this.sources = sources;
    }

    /**
     * Writes the page. The same values always give the same text.
     *
     * @param account what became of the documents read
     * @param diagnostics what was wrong with them
     * @param sources what was read, as the user named it
     * @param out gets the text, to be stored as UTF-8
     * @throws UncheckedIOException when the target fails
     */
    public static void write(
            Assessment assessment, Account account, List<Diagnostic> diagnostics, String sources, Appendable out) {
        var report = new HtmlReport(assessment, account, diagnostics, sources);
        try {
            Skeleton.read().write(report::fill, out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void fill(String place, Appendable out) throws IOException {
        if (place.equals("blocks")) {
            blocks(out);
        } else {
            out.append(markup(place).toString());
        }
    }

    private Html markup(String place) {
        return switch (place) {
            case "title" -> new Html().text("Demarc report: " + sources);
            case "completeness" -> Opening.completeness(assessment, account, diagnostics);
            case "facts" -> Opening.facts(assessment, account, sources);
            case "figures" -> Opening.figures(assessment);
            case "coverage" -> CoverageTable.of(assessment.coverage());
            case "score" -> ScoreSections.parts(assessment);
            case "secure-score" -> ScoreSections.secureScore(assessment);
            case "advice" -> FirstAdvice.of(assessment.recommendations());
            case "gaps" -> Unseen.first(assessment.gaps());
            case "worksheet" ->
                ScoreSections.worksheet(
                        assessment.score().controls(), assessment.score().points());
            default -> throw new IllegalStateException("the skeleton asks for `" + place + "`");
        };
    }

    /** The blocks; the summary last, as it names what the columns number. */
    private void blocks(Appendable out) throws IOException {
        var names = new Names();
        List<SidedFinding> findings = assessment.findings().toList();
        JsonObject resources = ResourceColumns.of(assessment.resources(), names);
        Block.write("resources", resources, out);
        Block.write("findings", FindingColumns.of(findings, names), out);
        Block.write("unseen-data", Unseen.of(assessment.gaps(), diagnostics), out);
        for (int from = 0; from < findings.size(); from += FindingColumns.PAGE) {
            var page = findings.subList(from, Math.min(from + FindingColumns.PAGE, findings.size()));
            Block.write("evidence-" + from / FindingColumns.PAGE, FindingColumns.evidence(page), out);
        }
        Block.write("summary", Summary.of(assessment, names, findings.size()), out);
    }
}
