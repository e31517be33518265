package dev.demarc.report.html;

import dev.demarc.check.Evidence;
import dev.demarc.check.Verdict;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonWriter;
import dev.demarc.report.Numbers;
import dev.demarc.report.RemediationText;
import java.util.List;

/**
 * Reasons and evidence of some findings, as columns. Only of findings that somebody has to act on or to see: of what
 * holds, that it holds is all there is to say.
 */
final class EvidencePage {
    /** How many findings a page holds. */
    static final int SIZE = 2000;

    private static final int LONGEST_VALUE = 600;

    private final Index<String> texts = new Index<>();
    private final Block.Column reason = new Block.Column();
    private final Block.Column count = new Block.Column();
    private final Block.Column ruleAt = new Block.Column();
    private final Block.Column resource = new Block.Column();
    private final Block.Column resourceAt = new Block.Column();
    private final Block.Column member = new Block.Column();
    private final Block.Column found = new Block.Column();
    private final Block.Column wanted = new Block.Column();
    private final Block.Column says = new Block.Column();
    private final JsonObject.Builder remediations = JsonObject.builder();

    private EvidencePage() {}

    /** Whether the page tells the reason of a finding. */
    static boolean isTold(SidedFinding finding) {
        return switch (finding.verdict()) {
            case NON_COMPLIANT, UNKNOWN, ERROR, EXEMPT -> true;
            case COMPLIANT, NOT_APPLICABLE -> false;
        };
    }

    /** The columns of these findings. */
    static JsonObject of(List<SidedFinding> findings) {
        var page = new EvidencePage();
        for (int i = 0; i < findings.size(); i++) {
            page.add(findings.get(i), i);
        }
        return page.json();
    }

    private void add(SidedFinding finding, int number) {
        var judgement = finding.finding().judgement();
        reason.add(texts.of(judgement.reason()));
        count.add(judgement.evidence().size());
        judgement.evidence().forEach(evidence -> add(finding, evidence));
        if (finding.verdict() == Verdict.NON_COMPLIANT && !Filling.suffices(finding.control(), finding.finding())) {
            var filled = RemediationText.of(finding.control(), finding.finding());
            remediations.put(
                    Integer.toString(number),
                    JsonObject.builder()
                            .put("cli", filled.cli())
                            .put("bicep", filled.bicep())
                            .build());
        }
    }

    private void add(SidedFinding finding, Evidence evidence) {
        boolean isOwn = evidence.resource().equals(finding.resource().id());
        ruleAt.add(texts.of(evidence.ruleAt().toString()));
        resource.add(isOwn ? -1 : texts.of(evidence.resource().text()));
        resourceAt.add(texts.of(evidence.resourceAt().toString()));
        member.add(evidence.member().map(named -> texts.of(named.name())).orElse(-1));
        found.add(evidence.found()
                .map(value -> texts.of(cut(JsonWriter.compact(value))))
                .orElse(-1));
        wanted.add(texts.of(cut(evidence.role().title() + " " + evidence.asked())));
        says.add(texts.of(evidence.says()));
    }

    private static String cut(String value) {
        if (value.length() <= LONGEST_VALUE) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return value.substring(0, end) + " … (" + Numbers.count(value.length()) + " characters in all)";
    }

    private JsonObject json() {
        return JsonObject.builder()
                .put("texts", Block.texts(texts.values()))
                .put("reason", reason.values())
                .put("count", count.values())
                .put("ruleAt", ruleAt.values())
                .put("resource", resource.values())
                .put("resourceAt", resourceAt.values())
                .put("member", member.values())
                .put("found", found.values())
                .put("wanted", wanted.values())
                .put("says", says.values())
                .put("remediations", remediations.build())
                .build();
    }
}
