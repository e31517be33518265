package dev.demarc.report;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonWriter;
import dev.demarc.document.Place;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What is wrong with some documents as JSON: a list of diagnostics with code, message, place and hint. */
public final class DiagnosticsJson {
    private DiagnosticsJson() {}

    /** Writes diagnostics in the order given. */
    public static void write(List<Diagnostic> diagnostics, Appendable out) throws IOException {
        out.append("{\n  \"diagnostics\": [");
        String separator = "\n    ";
        for (Diagnostic diagnostic : diagnostics) {
            out.append(separator).append(JsonWriter.compact(of(diagnostic)));
            separator = ",\n    ";
        }
        out.append(diagnostics.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
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
