package dev.demarc.report.html;

import dev.demarc.check.Evidence;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonWriter;
import java.util.List;

/**
 * The findings as columns, in the order of the assessment; how many belong to each resource stands with the resources.
 * What is only read one finding at a time (reason and evidence) is kept apart, in pages.
 */
final class FindingColumns {
    /** How many findings a page of evidence holds. */
    static final int PAGE = 2000;

    private static final int LONGEST_VALUE = 600;

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

    /** Reasons and evidence of the findings of one page. */
    static JsonObject evidence(List<SidedFinding> page) {
        return new EvidencePage().of(page);
    }

    private static final class EvidencePage {
        private final Index<String> texts = new Index<>();
        private final Block.Column reason = new Block.Column();
        private final Block.Column count = new Block.Column();
        private final Block.Column ruleAt = new Block.Column();
        private final Block.Column resource = new Block.Column();
        private final Block.Column resourceAt = new Block.Column();
        private final Block.Column found = new Block.Column();
        private final Block.Column wanted = new Block.Column();
        private final Block.Column says = new Block.Column();

        JsonObject of(List<SidedFinding> page) {
            for (SidedFinding finding : page) {
                var judgement = finding.finding().judgement();
                reason.add(texts.of(judgement.reason()));
                count.add(judgement.evidence().size());
                judgement.evidence().forEach(evidence -> add(finding, evidence));
            }
            return JsonObject.builder()
                    .put("texts", Block.texts(texts.values()))
                    .put("reason", reason.values())
                    .put("count", count.values())
                    .put("ruleAt", ruleAt.values())
                    .put("resource", resource.values())
                    .put("resourceAt", resourceAt.values())
                    .put("found", found.values())
                    .put("wanted", wanted.values())
                    .put("says", says.values())
                    .build();
        }

        private void add(SidedFinding finding, Evidence evidence) {
            boolean isOwn = evidence.resource().equals(finding.resource().id());
            ruleAt.add(texts.of(evidence.ruleAt().toString()));
            resource.add(isOwn ? -1 : texts.of(evidence.resource().text()));
            resourceAt.add(texts.of(evidence.resourceAt().toString()));
            found.add(evidence.found()
                    .map(value -> texts.of(cut(JsonWriter.compact(value))))
                    .orElse(-1));
            wanted.add(texts.of(cut(evidence.wanted())));
            says.add(texts.of(evidence.says()));
        }

        private static String cut(String value) {
            if (value.length() <= LONGEST_VALUE) {
                return value;
            }
            return value.substring(0, LONGEST_VALUE) + " … (" + Words.count(value.length()) + " characters in all)";
        }
    }
}
