package dev.demarc.report.html;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Gap;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.util.List;
import java.util.Locale;

/** The block of what was not seen: gaps and diagnostics. */
final class Unseen {
    private static final int MOST = 20;

    private Unseen() {}

    /** The gaps and diagnostics, each in the order given. */
    static JsonObject of(List<Gap> gaps, List<Diagnostic> diagnostics) {
        return JsonObject.builder()
                .put("gaps", JsonArray.of(gaps.stream().map(Unseen::gap).toList()))
                .put(
                        "diagnostics",
                        JsonArray.of(
                                diagnostics.stream().map(Unseen::diagnostic).toList()))
                .build();
    }

    /** The first gaps as plain markup, read where no script runs. */
    static Html first(List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return new Html().element("p", "No gaps.");
        }
        var html = new Html().open("ul", "class", "unseen-list");
        for (Gap gap : gaps.subList(0, Math.min(MOST, gaps.size()))) {
            html.open("li").element("p", kind(gap.kind()) + ": " + gap.says());
            html.element("p", "What to do: " + gap.hint(), "class", "note").close("li");
        }
        html.close("ul");
        return gaps.size() > MOST
                ? html.element("p", "The first " + MOST + " of " + Words.count(gaps.size()) + " gaps.")
                : html;
    }

    /** A kind of gap as people read it: {@code unread page}. */
    static String kind(Gap.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
                .put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT))
                .put("code", diagnostic.code())
                .put("message", diagnostic.message())
                .put("place", diagnostic.place().toString())
                .put("hint", diagnostic.hint())
                .build();
    }
}
