package dev.demarc.report;

/** One explanation as a JSON document, by docs/schema/explanation.schema.json. */
public final class ExplanationJson {
    private ExplanationJson() {}

    /**
     * Writes an explanation.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(ExplainedFinding explanation, Appendable out) {
        RemediationText remediation = explanation.remediation();
        var sheet = new JsonSheet(out, "explanation");
        sheet.put("instant", explanation.instant().toString());
        sheet.put("knowledgeVersion", explanation.catalogue().version());
        sheet.put("edition", Json.edition(explanation.edition()));
        sheet.put("semanticsProfile", explanation.profile());
        sheet.put("finding", Json.finding(explanation.finding()));
        sheet.put("cell", explanation.cell().map(cell -> Json.cell(cell).build()));
        sheet.put("control", ControlsJson.control(explanation.finding().control(), explanation.catalogue()));
        sheet.put("remediation", ControlsJson.remediation(remediation.cli(), remediation.bicep()));
        sheet.put("tree", Json.texts(explanation.tree()));
        sheet.close();
    }
}
