package dev.demarc.report.html;

import dev.demarc.demarcation.SidedFinding;
import dev.demarc.posture.Assessment;
import dev.demarc.report.Report;
import dev.demarc.report.SubscriptionNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** An assessment as one HTML file: no network, no server, nothing to install. */
public final class HtmlReport {
    private final Report report;
    private final Assessment assessment;

    private HtmlReport(Report report) {
        this.report = report;
        this.assessment = report.assessment();
    }

    /**
     * Writes the page. The same report always gives the same text.
     *
     * @param out gets the text, to be stored as UTF-8
     * @throws UncheckedIOException when the target fails
     */
    public static void write(Report report, Appendable out) {
        try {
            Skeleton.read().write(new HtmlReport(report)::fill, out);
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
            case "title" -> new Html().text("Demarc: " + report.title());
            case "heading" -> new Html().foreign(report.title());
            case "completeness" -> Opening.completeness(report);
            case "facts" -> Opening.facts(report);
            case "figures" -> Figures.of(report);
            case "coverage" -> CoverageTable.of(assessment.coverage());
            case "score" -> ScoreSections.parts(assessment);
            case "secure-score" -> SecureScoreSection.of(assessment);
            case "severe" -> SevereList.of(assessment);
            case "advice" -> FirstAdvice.of(assessment.recommendations(), SubscriptionNames.of(assessment));
            case "policies-link" -> PolicySection.link(assessment);
            case "policies" -> PolicySection.of(assessment);
            case "unseen" -> Unseen.counts(report);
            case "worksheet" -> ScoreSections.worksheet(assessment);
            default -> throw new IllegalStateException("the skeleton asks for `" + place + "`");
        };
    }

    /** The blocks; the summary last, as it names what the columns number. */
    private void blocks(Appendable out) throws IOException {
        var names = new Names();
        List<SidedFinding> findings = assessment.findings().toList();
        Block.write("resources", ResourceColumns.of(assessment.resources(), names), out);
        Block.write("findings", FindingColumns.of(findings, names), out);
        if (assessment.policies().filter(one -> !one.policies().isEmpty()).isPresent()) {
            Block.write(
                    "policies-data",
                    PolicyColumns.of(assessment, assessment.policies().orElseThrow()),
                    out);
        }
        Block.write("unseen-data", Unseen.of(report), out);
        List<SidedFinding> told = findings.stream().filter(EvidencePage::isTold).toList();
        for (int from = 0; from < told.size(); from += EvidencePage.SIZE) {
            List<SidedFinding> page = told.subList(from, Math.min(from + EvidencePage.SIZE, told.size()));
            Block.write("evidence-" + from / EvidencePage.SIZE, EvidencePage.of(page), out);
        }
        Block.write("summary", Summary.of(assessment, names, findings.size()), out);
    }
}
