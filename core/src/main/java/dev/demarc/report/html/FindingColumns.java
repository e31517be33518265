package dev.demarc.report.html;

import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.JsonObject;
import java.util.List;

/**
 * The findings as columns, in the order of the assessment; how many belong to each resource stands with the resources.
 * What is only read one finding at a time (reason and evidence) is kept apart, in {@linkplain EvidencePage pages}.
 */
final class FindingColumns {
    private FindingColumns() {}

    /** Control, verdict and side of every finding; -1 for the side of a resource whose type is unclassified. */
    static JsonObject of(List<SidedFinding> findings, Names names) {
        var control = new Block.Column();
        var verdict = new Block.Column();
        var side = new Block.Column();
        for (SidedFinding finding : findings) {
            control.add(names.control(finding.control()));
            verdict.add(Names.VERDICTS.indexOf(finding.verdict()));
            side.add(finding.side().map(Names.SIDES::indexOf).orElse(-1));
        }
        return JsonObject.builder()
                .put("control", control.values())
                .put("verdict", verdict.values())
                .put("side", side.values())
                .build();
    }
}
