package dev.demarc.source.files;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code ConvertTo-Json} of PowerShell leaves where objects are nested deeper than its {@code -Depth}, 2 by
 * default: not the object but its name, {@code "@{bypass=AzureServices; defaultAction=Deny}"} or {@code
 * "System.Object[]"}. A rule would find nothing there and judge by the absence.
 */
public final class PowerShellText {
    /** An expression of Logic Apps, {@code "@{variables('x')}"}, has no equals sign behind its first word. */
    private static final Pattern CUSTOM_OBJECT = Pattern.compile("(?s)@\\{[\\w.$-]+=.*}");

    private static final Pattern TYPE_NAME = Pattern.compile(
            "System\\.(Object\\[]|String\\[]|Collections\\.[\\w.]+(`\\d.*)?|Management\\.Automation\\.\\w+)");

    private PowerShellText() {}

    /** Where a document holds the name of an object instead of the object; empty when nowhere. */
    public static Optional<JsonPointer> in(JsonObject document) {
        return in(document, JsonPointer.ROOT);
    }

    private static Optional<JsonPointer> in(JsonValue value, JsonPointer at) {
        return switch (value) {
            case JsonString text -> isOne(text.value()) ? Optional.of(at) : Optional.empty();
            case JsonObject object -> {
                for (int i = 0; i < object.size(); i++) {
                    if (mayHold(object.value(i))) {
                        Optional<JsonPointer> found = in(object.value(i), at.child(object.name(i)));
                        if (found.isPresent()) {
                            yield found;
                        }
                    }
                }
                yield Optional.empty();
            }
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    if (mayHold(array.get(i))) {
                        Optional<JsonPointer> found = in(array.get(i), at.child(i));
                        if (found.isPresent()) {
                            yield found;
                        }
                    }
                }
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** Spares the pointer for most values. */
    private static boolean mayHold(JsonValue value) {
        return value instanceof JsonString text
                ? text.value().startsWith("@{") || text.value().startsWith("System.")
                : value instanceof JsonObject || value instanceof JsonArray;
    }

    private static boolean isOne(String text) {
        return CUSTOM_OBJECT.matcher(text).matches() || TYPE_NAME.matcher(text).matches();
    }
}
