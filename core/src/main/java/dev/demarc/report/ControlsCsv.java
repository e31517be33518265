package dev.demarc.report;

import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Controls as CSV, a row for each. */
public final class ControlsCsv {
    private static final List<String> COLUMNS = List.of(
            "control",
            "title",
            "severity",
            "area",
            "layer",
            "type",
            "effort",
            "userImpact",
            "points",
            "why",
            "mappings",
            "equivalents",
            "checkedOn");

    private ControlsCsv() {}

    /**
     * Writes controls. Values of a list are separated by blanks, mappings written {@code framework:id}.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(Catalogue catalogue, List<Control> controls, Appendable out) {
        var csv = new Csv(out, COLUMNS);
        controls.forEach(control -> csv.row(List.of(
                control.id(),
                control.title(),
                control.severity().word(),
                control.area(),
                control.layer().id(),
                control.type().text(),
                control.effort(),
                control.userImpact(),
                Integer.toString(catalogue.points().getOrDefault(control.severity(), 0)),
                control.why(),
                mappings(control.mappings()),
                String.join(" ", control.equivalents()),
                control.checkedOn())));
    }

    private static String mappings(Map<String, List<String>> mappings) {
        var all = new ArrayList<String>();
        new TreeMap<>(mappings).forEach((framework, ids) -> ids.forEach(id -> all.add(framework + ":" + id)));
        return String.join(" ", all);
    }
}
