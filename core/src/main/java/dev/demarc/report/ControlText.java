package dev.demarc.report;

import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Framework;
import java.util.TreeMap;

/** The parts that explanations and single controls share. */
final class ControlText {
    private static final int LABEL = 2;
    private static final int VALUE = 13;

    private ControlText() {}

    static void facts(Page page, Control control, Catalogue catalogue) {
        say(page, "control", control.id());
        page.labelled(
                LABEL,
                "severity",
                VALUE,
                control.severity().word() + worth(control, catalogue),
                RecommendationsText.tone(control));
        say(page, "area", ControlsJson.areaTitle(control, catalogue));
        say(page, "effort", control.effort() + " to fix, " + control.userImpact() + " impact on users");
    }

    private static String worth(Control control, Catalogue catalogue) {
        Integer points = catalogue.points().get(control.severity());
        return points == null ? "" : ", worth " + Numbers.counted(points, "point", "points");
    }

    static void why(Page page, Control control) {
        page.prose(2, control.why());
        if (!control.absent().isBlank()) {
            page.blank();
            page.labelled(LABEL, "if absent", VALUE, control.absent(), Tone.PLAIN);
        }
    }

    static void references(Page page, Control control, Catalogue catalogue) {
        page.heading("References");
        new TreeMap<>(control.mappings())
                .forEach((framework, ids) -> page.prose(
                        2,
                        catalogue.frameworks().stream()
                                        .filter(known -> known.id().equals(framework))
                                        .findFirst()
                                        .map(Framework::title)
                                        .orElse(framework)
                                + ": " + String.join(", ", ids)));
        if (!control.equivalents().isEmpty()) {
            page.prose(2, "built-in policies alike: " + String.join(", ", control.equivalents()));
        }
        for (String id : control.sources()) {
            var source = catalogue.sources().get(id);
            page.prose(
                    2,
                    source == null
                            ? "source: " + id
                            : "source: " + source.title() + ", " + source.publisher() + ", " + source.where()
                                    + (source.date().isBlank() ? "" : " (" + source.date() + ")"));
        }
        page.prose(2, "checked on " + control.checkedOn());
    }

    static void say(Page page, String label, String text) {
        page.labelled(LABEL, label, VALUE, text, Tone.PLAIN);
    }
}
