package dev.demarc.report.html;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Gap;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.report.Numbers;
import dev.demarc.report.Report;
import java.util.Locale;
import java.util.TreeMap;

/** The block of what was not seen: gaps and diagnostics. */
final class Unseen {
    private Unseen() {}

    /** The gaps and diagnostics, each in the order given. */
    static JsonObject of(Report report) {
        return JsonObject.builder()
                .put(
                        "gaps",
                        JsonArray.of(report.assessment().gaps().stream()
                                .map(Unseen::gap)
                                .toList()))
                .put(
                        "diagnostics",
                        JsonArray.of(report.diagnostics().stream()
                                .map(Unseen::diagnostic)
                                .toList()))
                .build();
    }

    /** How many gaps there are of each kind and how many diagnostics of each severity, for where no script runs. */
    static Html counts(Report report) {
        var counts = new TreeMap<String, Integer>();
        report.assessment().gaps().forEach(gap -> counts.merge(kind(gap.kind()), 1, Integer::sum));
        report.diagnostics()
                .forEach(one -> counts.merge(severity(one.severity()) + " in what was read", 1, Integer::sum));
        if (counts.isEmpty()) {
            return new Html().element("p", "Nothing that is known of.");
        }
        var html = new Html().open("ul");
        counts.forEach((what, count) -> html.element("li", Numbers.count(count) + " × " + what));
        return html.close("ul");
    }

    /** A kind of gap as people read it: {@code unread page}. */
    static String kind(Gap.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String severity(Diagnostic.Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static JsonValue gap(Gap gap) {
        return JsonObject.builder()
                .put("kind", kind(gap.kind()))
                .put("scope", gap.scope().map(ResourceId::text))
                .put("type", gap.type().map(ResourceType::text))
                .put("says", gap.says())
                .put("hint", gap.hint())
                .build();
    }

    private static JsonValue diagnostic(Diagnostic diagnostic) {
        return JsonObject.builder()
                .put("severity", severity(diagnostic.severity()))
                .put("code", diagnostic.code())
                .put("message", diagnostic.message())
                .put("place", diagnostic.place().toString())
                .put("hint", diagnostic.hint())
                .build();
    }
}
