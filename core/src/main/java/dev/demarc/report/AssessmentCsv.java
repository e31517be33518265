package dev.demarc.report;

import dev.demarc.demarcation.SidedFinding;
import dev.demarc.estate.ResourceId;
import dev.demarc.knowledge.Side;
import java.util.List;

/**
 * The findings of an assessment as CSV, a row for each, by resource and then by control. What was not seen has rows
 * with the verdict {@code unknown} where a control watches it; gaps have no rows.
 */
public final class AssessmentCsv {
    private static final List<String> COLUMNS = List.of(
            "verdict",
            "control",
            "title",
            "severity",
            "area",
            "layer",
            "side",
            "customers",
            "owner",
            "subscription",
            "resourceGroup",
            "type",
            "name",
            "resource",
            "reason");

    private AssessmentCsv() {}

    /**
     * Writes the findings. {@code side} is {@code unclassified} where the table does not know the type; {@code owner} is
     * empty where nobody is named.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(Report report, Appendable out) {
        var csv = new Csv(out, COLUMNS);
        report.assessment().findings().forEach(finding -> csv.row(row(finding)));
    }

    private static List<String> row(SidedFinding finding) {
        ResourceId id = finding.resource().id();
        return List.of(
                finding.verdict().word(),
                finding.control().id(),
                finding.control().title(),
                finding.control().severity().word(),
                finding.control().area(),
                finding.control().layer().id(),
                finding.side().map(Side::word).orElse("unclassified"),
                Boolean.toString(finding.isCustomers()),
                finding.owner().orElse(""),
                id.subscription().orElse(""),
                id.resourceGroup().orElse(""),
                finding.resource().type().text(),
                id.fullName(),
                id.text(),
                finding.finding().judgement().reason());
    }
}
