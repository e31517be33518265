package dev.demarc.report;

import dev.demarc.document.JsonWriter;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import java.util.List;

/** Controls as text: a list of many, or one in full. */
public final class ControlsText {
    private ControlsText() {}

    /**
     * Writes a list, a line for each control.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(Catalogue catalogue, List<Control> controls, Screen screen, Appendable out) {
        var page = new Page(out, screen);
        page.print(
                Numbers.counted(controls.size(), "control", "controls") + " · knowledge " + catalogue.version(),
                Tone.STRONG);
        if (controls.isEmpty()) {
            return;
        }
        page.blank();
        if (screen.isWide()) {
            table(page, controls);
        } else {
            controls.forEach(control -> entry(page, control));
        }
    }

    private static void table(Page page, List<Control> controls) {
        var table = new Table(page.screen())
                .column("control", Table.Kind.ID)
                .column("severity", Table.Kind.WORD)
                .column("area", Table.Kind.WORD)
                .column("layer", Table.Kind.WORD)
                .column("type", Table.Kind.ID)
                .column("title", Table.Kind.PROSE);
        for (Control control : controls) {
            table.row(List.of(
                    new Table.Cell(control.id(), Tone.STRONG),
                    new Table.Cell(control.severity().word(), RecommendationsText.tone(control)),
                    new Table.Cell(control.area(), Tone.PLAIN),
                    new Table.Cell(control.layer().shortTitle(), Tone.PLAIN),
                    new Table.Cell(control.type().text(), Tone.PLAIN),
                    new Table.Cell(control.title(), Tone.PLAIN)));
        }
        table.print(page, 0);
    }

    /** On a narrow screen a control takes three lines, because six columns would say nothing whole. */
    private static void entry(Page page, Control control) {
        page.print(page.line()
                .add(control.id(), Tone.STRONG)
                .add("  ")
                .add(control.severity().word(), RecommendationsText.tone(control)));
        page.prose(4, control.title());
        page.prose(
                4,
                control.area() + " · " + control.layer().shortTitle() + " · "
                        + control.type().text(),
                Tone.QUIET);
    }

    /**
     * Writes one control with everything known of it. The rule, commands and templates are not wrapped.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(Catalogue catalogue, Control control, Screen screen, Appendable out) {
        var page = new Page(out, screen);
        page.prose(0, control.title(), Tone.STRONG);
        page.blank();
        ControlText.facts(page, control, catalogue);
        ControlText.say(page, "type", control.type().text());
        ControlText.say(page, "layer", control.layer().title());
        page.heading("Why it matters");
        ControlText.why(page, control);
        page.heading("Rule: `if` describes the bad state");
        control.appliesWhen().ifPresent(condition -> {
            page.print("  only where", Tone.QUIET);
            verbatim(page, JsonWriter.indented(condition));
        });
        verbatim(page, JsonWriter.indented(control.rule()));
        if (!control.parameters().isEmpty()) {
            page.print("  parameters", Tone.QUIET);
            verbatim(page, JsonWriter.indented(control.parameters()));
        }
        page.heading("What to do, for each resource");
        page.print("  in a shell", Tone.QUIET);
        verbatim(page, control.remediation().cli());
        page.blank();
        page.print("  in Bicep", Tone.QUIET);
        verbatim(page, control.remediation().bicep());
        ControlText.references(page, control, catalogue);
    }

    private static void verbatim(Page page, String text) {
        text.lines().forEach(line -> page.verbatim(4, line));
    }
}
