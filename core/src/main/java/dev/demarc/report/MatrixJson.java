package dev.demarc.report;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import dev.demarc.posture.Assessment;
import java.util.Map;

/** The responsibility matrix as one JSON document, by docs/schema/matrix.schema.json. */
public final class MatrixJson {
    private MatrixJson() {}

    /**
     * Writes a matrix.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(Matrix matrix, Appendable out) {
        Assessment assessment = matrix.assessment();
        var sheet = new JsonSheet(out, "matrix");
        sheet.put("by", matrix.by().word());
        sheet.put("instant", assessment.instant().toString());
        sheet.put("knowledgeVersion", assessment.catalogue().version());
        sheet.put("edition", Json.edition(assessment.edition()));
        sheet.put("semanticsProfile", assessment.profile());
        sheet.each("layers", assessment.catalogue().layers().stream().map(Json::layer));
        sheet.each("rows", matrix.rows().stream().map(MatrixJson::row));
        sheet.each("unclassified", matrix.unclassified().entrySet().stream().map(MatrixJson::unclassified));
        sheet.close();
    }

    private static JsonValue row(Matrix.Row row) {
        return JsonObject.builder()
                .put("type", row.known().type().text())
                .put("title", row.known().title())
                .put("model", row.known().model().id())
                .put("resource", row.resource().map(resource -> resource.id().text()))
                .put("resources", row.resources())
                .put(
                        "cells",
                        Json.array(
                                row.marks(),
                                mark -> JsonObject.builder()
                                        .put("layer", mark.layer().id())
                                        .put("side", mark.side().word())
                                        .put("movedBySetting", mark.moved())
                                        .put("certain", mark.certain())
                                        .put("says", Json.texts(mark.says()))
                                        .build()))
                .build();
    }

    private static JsonValue unclassified(Map.Entry<ResourceType, Integer> type) {
        return JsonObject.builder()
                .put("type", type.getKey().text())
                .put("resources", type.getValue())
                .build();
    }
}
