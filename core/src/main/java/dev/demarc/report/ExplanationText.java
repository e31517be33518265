package dev.demarc.report;

import dev.demarc.check.Evidence;
import dev.demarc.check.Verdict;
import dev.demarc.demarcation.Demarcation;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.estate.Resource;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Source;
import java.util.List;
import java.util.Locale;

/** Why one control says what it says of one resource, as text: verdict, evidence, whose side, what to do. */
public final class ExplanationText {
    private static final int LABEL = 2;
    private static final int VALUE = 13;

    private final Page page;
    private final ExplainedFinding explanation;

    private ExplanationText(ExplainedFinding explanation, Page page) {
        this.explanation = explanation;
        this.page = page;
    }

    /**
     * Writes an explanation. Commands are not wrapped, so that they can be copied; they may be wider than the screen.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(ExplainedFinding explanation, Screen screen, Appendable out) {
        new ExplanationText(explanation, new Page(out, screen)).print();
    }

    private void print() {
        SidedFinding finding = explanation.finding();
        Control control = finding.control();
        page.prose(
                0,
                finding.verdict().word().toUpperCase(Locale.ROOT) + ". Wanted: " + control.title(),
                tone(finding.verdict()));
        page.blank();
        resource(finding);
        ControlText.facts(page, control, explanation.catalogue());
        why(finding);
        side();
        page.heading("Why it matters");
        ControlText.why(page, control);
        remediation();
        ControlText.references(page, control, explanation.catalogue());
        page.blank();
        page.prose(
                0,
                "judged " + explanation.instant() + " with knowledge "
                        + explanation.catalogue().version() + " · "
                        + explanation.edition().id() + " · semantics " + explanation.profile(),
                Tone.QUIET);
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case COMPLIANT -> Tone.GOOD;
            case NON_COMPLIANT, ERROR -> Tone.BAD;
            case UNKNOWN -> Tone.WARNING;
            case EXEMPT, NOT_APPLICABLE -> Tone.PLAIN;
        };
    }

    private void say(String label, String text) {
        page.labelled(LABEL, label, VALUE, text, Tone.PLAIN);
    }

    private void resource(SidedFinding finding) {
        Resource resource = finding.resource();
        say("resource", resource.id().text());
        say("type", resource.type().text());
        say("owner", finding.owner().orElse("(unowned)"));
        if (resource.detail() == Resource.Detail.LISTED) {
            say("seen", "listed only: its configuration was not seen");
        }
    }

    private void why(SidedFinding finding) {
        page.heading("Why this verdict");
        List<Evidence> evidence = finding.finding().judgement().evidence();
        if (evidence.size() != 1 || finding.verdict() == Verdict.EXEMPT) {
            page.prose(2, finding.finding().judgement().reason());
            if (!evidence.isEmpty()) {
                page.blank();
            }
        }
        EvidenceText.print(page, evidence, finding.resource());
        if (!explanation.tree().isEmpty()) {
            page.heading("How the rule was evaluated");
            explanation.tree().forEach(page::branch);
        }
    }

    private void side() {
        page.heading("Whose side");
        if (explanation.cell().isEmpty()) {
            page.prose(
                    2,
                    "unclassified: the table does not know this type, so no line is drawn; the control itself says it is"
                            + " yours");
            return;
        }
        Demarcation.Cell cell = explanation.cell().get();
        say("layer", cell.layer().title());
        page.labelled(LABEL, "side", VALUE, LineText.word(cell.side()), LineText.tone(cell.side()));
        say("because", cell.basis().says());
        cell.basis().sources().forEach(id -> say("source", sourceTitle(id)));
        if (!cell.basis().isCertain()) {
            page.labelled(LABEL, "certain", VALUE, "no: what decides it was not seen", Tone.WARNING);
        }
    }

    private String sourceTitle(String id) {
        Source source = explanation.catalogue().sources().get(id);
        return source == null ? id : source.title() + ", " + source.where();
    }

    private void remediation() {
        page.heading("What to do");
        if (!explanation.finding().verdict().counts() || explanation.finding().verdict() == Verdict.COMPLIANT) {
            page.prose(2, "nothing on this resource");
            return;
        }
        RemediationText remediation = explanation.remediation();
        page.print("  in a shell", Tone.QUIET);
        remediation.cli().lines().forEach(line -> page.verbatim(4, line));
        page.blank();
        page.print("  in Bicep", Tone.QUIET);
        remediation.bicep().lines().forEach(line -> page.verbatim(4, line));
        if (!remediation.open().isEmpty()) {
            page.blank();
            page.prose(2, "fill in yourself: " + String.join(", ", remediation.open()), Tone.WARNING);
        }
    }
}
