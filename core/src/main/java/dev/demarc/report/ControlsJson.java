package dev.demarc.report;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.knowledge.Area;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Source;
import java.util.List;

/** Controls in full as one JSON document, by docs/schema/controls.schema.json. */
public final class ControlsJson {
    private ControlsJson() {}

    /**
     * Writes controls, be it all or one.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(Catalogue catalogue, List<Control> controls, Appendable out) {
        var sheet = new JsonSheet(out, "controls");
        sheet.put("knowledgeVersion", catalogue.version());
        sheet.each("controls", controls.stream().map(control -> control(control, catalogue)));
        sheet.close();
    }

    /** One control with everything known of it. */
    static JsonObject control(Control control, Catalogue catalogue) {
        var object = JsonObject.builder()
                .put("id", control.id())
                .put("title", control.title())
                .put("severity", control.severity().word())
                .put("area", control.area())
                .put("areaTitle", areaTitle(control, catalogue))
                .put("layer", control.layer().id())
                .put("type", control.type().text())
                .put("effort", control.effort())
                .put("userImpact", control.userImpact())
                .put("why", control.why())
                .put("absent", control.absent())
                .put("points", catalogue.points().getOrDefault(control.severity(), 0));
        control.appliesWhen().ifPresent(condition -> object.put("appliesWhen", condition));
        return object.put("parameters", control.parameters())
                .put("rule", control.rule())
                .put(
                        "remediation",
                        remediation(
                                control.remediation().cli(),
                                control.remediation().bicep()))
                .put("mappings", Json.mappings(control.mappings()))
                .put("equivalents", Json.texts(control.equivalents()))
                .put("sources", Json.array(control.sources(), id -> source(id, catalogue)))
                .put("checkedOn", control.checkedOn())
                .build();
    }

    static JsonObject remediation(String cli, String bicep) {
        return JsonObject.builder().put("cli", cli).put("bicep", bicep).build();
    }

    /** What an area is called; its id when the table does not know it. */
    static String areaTitle(Control control, Catalogue catalogue) {
        return areaTitle(control.area(), catalogue);
    }

    static String areaTitle(String areaId, Catalogue catalogue) {
        return catalogue.areas().stream()
                .filter(area -> area.id().equals(areaId))
                .findFirst()
                .map(Area::title)
                .orElse(areaId);
    }

    private static JsonValue source(String id, Catalogue catalogue) {
        var object = JsonObject.builder().put("id", id);
        Source source = catalogue.sources().get(id);
        if (source != null) {
            object.put("title", source.title())
                    .put("publisher", source.publisher())
                    .put("where", source.where());
            if (!source.date().isBlank()) {
                object.put("date", source.date());
            }
        }
        return object.build();
    }
}
