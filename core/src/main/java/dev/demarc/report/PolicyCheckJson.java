package dev.demarc.report;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Diagnostic.Severity;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Place;
import java.util.Locale;

/** What a look at policies came to as one JSON document, by docs/schema/policy-check.schema.json. */
public final class PolicyCheckJson {
    private PolicyCheckJson() {}

    /**
     * Writes what is shown, and how much there is in all.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(CheckedPolicies checked, Appendable out) {
        var sheet = new JsonSheet(out, "policy-check");
        sheet.put(
                "counts",
                JsonObject.builder()
                        .put("errors", checked.count(Severity.ERROR))
                        .put("warnings", checked.count(Severity.WARNING))
                        .put("notes", checked.count(Severity.NOTE))
                        .put("files", checked.files())
                        .build());
        sheet.each("diagnostics", checked.shown().stream().map(PolicyCheckJson::of));
        sheet.close();
    }

    private static JsonObject of(Diagnostic diagnostic) {
        Place place = diagnostic.place();
        var object = JsonObject.builder()
                .put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT))
                .put("code", diagnostic.code())
                .put("message", diagnostic.message())
                .put("document", place.document());
        if (place.line() > 0) {
            object.put("line", place.line()).put("column", place.column());
        }
        if (place.length() > 0) {
            object.put("length", place.length());
        }
        return object.put("pointer", place.pointer().toString())
                .put("hint", diagnostic.hint())
                .build();
    }
}
