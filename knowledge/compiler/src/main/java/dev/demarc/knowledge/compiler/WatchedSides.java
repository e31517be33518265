package dev.demarc.knowledge.compiler;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that every control watches a layer that is, or by a setting can become, the customer's: a control over
 * Microsoft's part could never count, and would hide that nobody watches the customer's.
 */
final class WatchedSides {
    private static final Set<String> CUSTOMERS = Set.of("customer", "shared");

    private final Map<ResourceType, JsonObject> rows = new HashMap<>();
    private final Map<String, String> columns = new HashMap<>();
    private final Tables tables;

    WatchedSides(Tables tables) {
        this.tables = tables;
        for (JsonObject model : tables.rows("models")) {
            columns.put(model.text("id").orElse(""), model.text("matrix").orElse(""));
        }
        for (JsonObject row : tables.rows("types")) {
            row.text("type").flatMap(ResourceType::parse).ifPresent(type -> rows.put(type, row));
            row.texts("parts").forEach(part -> rows.put(ResourceType.of(part), row));
        }
    }

    /** What is wrong with a control's layer, one sentence; empty when it is the customer's in every edition. */
    Optional<String> check(JsonObject control) {
        String layer = control.text("layer").orElse("");
        Optional<ResourceType> type = control.text("resource-type").flatMap(ResourceType::parse);
        JsonObject row = type.map(rows::get).orElse(null);
        if (row == null) {
            return Optional.of(
                    "its resource type has no row in responsibility/; add one, or name it a part of another");
        }
        for (JsonObject edition : tables.rows("editions")) {
            if (!isCustomers(row, layer, edition)) {
                return Optional.of(
                        "the layer `" + layer + "` of `" + type.orElseThrow() + "` is never the customer's in "
                                + edition.text("id").orElse("") + "; watch another layer, or correct the row");
            }
        }
        return Optional.empty();
    }

    private boolean isCustomers(JsonObject row, String layer, JsonObject edition) {
        for (JsonValue item : row.array("shifts")) {
            if (item instanceof JsonObject shift
                    && shift.get("layer") instanceof JsonString moved
                    && moved.value().equals(layer)
                    && CUSTOMERS.contains(shift.text("side").orElse(""))) {
                return true;
            }
        }
        String column = columns.getOrDefault(row.text("model").orElse(""), "");
        String side = row.object("cells")
                .object(layer)
                .text("side")
                .or(() -> edition.object("cells").object(column).text(layer))
                .orElse("");
        return CUSTOMERS.contains(side);
    }
}
