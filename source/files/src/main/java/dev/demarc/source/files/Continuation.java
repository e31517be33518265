package dev.demarc.source.files;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.List;

/** Whether a list answer says that there is more than it holds. */
public final class Continuation {
    private static final List<String> LINKS = List.of(
            "nextLink", "@odata.nextLink", "odata.nextLink", "$skipToken", "skip_token", "skipToken", "SkipToken");

    private Continuation() {}

    /** Whether what stands beside a list names a next page or calls itself cut. */
    public static boolean isIn(JsonObject rest) {
        return LINKS.stream()
                        .anyMatch(name ->
                                rest.text(name).filter(text -> !text.isBlank()).isPresent())
                || isTruncated(rest);
    }

    private static boolean isTruncated(JsonObject rest) {
        JsonValue truncated = rest.get("resultTruncated");
        return truncated != null
                && (truncated instanceof JsonString text ? text.value() : truncated.toString())
                        .equalsIgnoreCase("true");
    }
}
