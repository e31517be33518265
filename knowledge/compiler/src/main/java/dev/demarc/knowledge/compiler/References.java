package dev.demarc.knowledge.compiler;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what no schema can: that ids are unique and that whatever a table names exists in the table it names. */
final class References {
    private final Tables tables;
    private final Set<String> aliases;
    private final List<String> mistakes = new ArrayList<>();

    private References(Tables tables) {
        this.tables = tables;
        AliasTable table = tables.aliases();
        this.aliases = table.keys();
        mistakes.addAll(table.mistakes());
    }

    /** Every broken reference, a sentence each; empty when the tables agree. */
    static List<String> check(Tables tables) {
        var references = new References(tables);
        references.checkAll();
        return references.mistakes;
    }

    private void checkAll() {
        Set<String> layers = ids("layers");
        Set<String> models = ids("models");
        Set<String> areas = ids("areas");
        Set<String> sources = ids("sources");
        Set<String> frameworks = ids("frameworks");
        ids("controls");
        checkParts();
        ids("editions");
        tables.of("editions").forEach((path, edition) -> checkEdition(path, edition, layers, sources));
        checkTypesUnique();
        tables.of("types").forEach((path, file) -> {
            for (JsonValue row : file.array("types")) {
                checkRow(path, (JsonObject) row, layers, models, sources);
            }
        });
        var sides = new WatchedSides(tables);
        tables.of("controls").forEach((path, control) -> {
            checkControl(path, control, layers, areas, sources);
            sides.check(control).ifPresent(mistake -> mistakes.add(path + ": " + mistake));
            control.object("mappings").names().forEach(name -> known(path, "framework", name, frameworks));
        });
        for (String table : List.of("aliases", "tag-support")) {
            tables.of(table)
                    .forEach((path, file) ->
                            known(path, "source", file.text("source").orElse(""), sources));
        }
        tables.of("tag-support")
                .forEach((path, file) -> file.object("proxies")
                        .text("source")
                        .ifPresent(source -> known(path, "source", source, sources)));
        tables.of("policy-types")
                .forEach((path, file) -> file.forEach((group, value) -> {
                    if (value instanceof JsonObject types) {
                        known(path + " " + group, "source", types.text("source").orElse(""), sources);
                    }
                }));
    }

    private Set<String> ids(String table) {
        var ids = new HashSet<String>();
        for (JsonObject row : tables.rows(table)) {
            String id = row.text("id").orElse("");
            if (!ids.add(id)) {
                mistakes.add(table + ": the id `" + id + "` is used twice");
            }
        }
        return ids;
    }

    private void checkEdition(String path, JsonObject edition, Set<String> layers, Set<String> sources) {
        edition.texts("sources").forEach(source -> known(path, "source", source, sources));
        edition.object("cells").forEach((column, cells) -> complete(path + " " + column, (JsonObject) cells, layers));
    }

    private void checkTypesUnique() {
        Map<String, String> fileOf = new HashMap<>();
        tables.of("types").forEach((path, file) -> {
            for (JsonValue row : file.array("types")) {
                String type = ((JsonObject) row).text("type").orElse("").toLowerCase(Locale.ROOT);
                String before = fileOf.putIfAbsent(type, path);
                if (before != null) {
                    mistakes.add(path + ": `" + type + "` has a row in " + before + " already");
                }
            }
        });
    }

    /** A part lies under the type it is a part of, is a part of one type only, and has no row of its own. */
    private void checkParts() {
        Set<String> rows = new HashSet<>();
        tables.rows("types").forEach(row -> rows.add(folded(row.text("type").orElse(""))));
        Set<String> parts = new HashSet<>();
        for (JsonObject row : tables.rows("types")) {
            String whole = row.text("type").orElse("");
            for (String part : row.texts("parts")) {
                if (!folded(part).startsWith(folded(whole) + "/")) {
                    mistakes.add(part + ": is no child type of `" + whole + "`, so not a part of it");
                }
                if (rows.contains(folded(part)) || !parts.add(folded(part))) {
                    mistakes.add(part + ": has a row of its own or is a part twice");
                }
            }
        }
    }

    private static String folded(String type) {
        return type.toLowerCase(Locale.ROOT);
    }

    private void checkRow(String path, JsonObject row, Set<String> layers, Set<String> models, Set<String> sources) {
        String at = path + " " + row.text("type").orElse("");
        known(at, "service model", row.text("model").orElse(""), models);
        row.texts("sources").forEach(source -> known(at, "source", source, sources));
        complete(at, row.object("cells"), layers);
        row.object("cells").forEach((layer, cell) -> checkCell(at + " " + layer, (JsonObject) cell, sources));
        for (JsonValue item : row.array("shifts")) {
            JsonObject shift = (JsonObject) item;
            known(at, "layer", shift.text("layer").orElse(""), layers);
            shift.texts("sources").forEach(source -> known(at, "source", source, sources));
            checkAliases(at, row.text("type").orElse(""), shift.get("when"));
        }
        row.object("contested").names().forEach(layer -> known(at, "layer", layer, layers));
    }

    private void checkCell(String at, JsonObject cell, Set<String> sources) {
        boolean followsMatrix = cell.text("side").isEmpty();
        String tier = cell.text("evidence").orElse("");
        if (followsMatrix && !tier.equals("matrix")) {
            mistakes.add(at + ": a cell without a side follows the matrix, yet its evidence is `" + tier + "`");
        }
        if (!followsMatrix
                && cell.texts("sources").isEmpty()
                && cell.text("note").isEmpty()) {
            mistakes.add(at + ": a cell of its own needs a source, or a note saying why we judge so");
        }
        cell.texts("sources").forEach(source -> known(at, "source", source, sources));
    }

    private void checkControl(
            String path, JsonObject control, Set<String> layers, Set<String> areas, Set<String> sources) {
        String id = control.text("id").orElse("");
        String area = control.text("area").orElse("");
        if (!path.equals("controls/" + area + "/" + id + ".yaml")) {
            mistakes.add(path + ": the control `" + id + "` of area `" + area + "` belongs in controls/" + area + "/"
                    + id + ".yaml");
        }
        known(path, "layer", control.text("layer").orElse(""), layers);
        known(path, "area", area, areas);
        control.texts("sources").forEach(source -> known(path, "source", source, sources));
        JsonObject rule = control.object("rule");
        checkAliases(path, control.text("resource-type").orElse(""), rule.get("if"));
        checkAliases(path, control.text("resource-type").orElse(""), control.get("applies-when"));
        JsonObject details = rule.object("then").object("details");
        details.text("type").ifPresent(type -> checkAliases(path, type, details.get("existenceCondition")));
    }

    /** Every literal alias in a condition exists for the type that the condition is about. */
    private void checkAliases(String at, String type, @Nullable JsonValue condition) {
        if (condition instanceof JsonObject object) {
            object.forEach((name, value) -> {
                if (name.equalsIgnoreCase("field") && value instanceof JsonString field) {
                    checkAlias(at, type, field.value());
                } else {
                    checkAliases(at, type, value);
                }
            });
        } else if (condition instanceof JsonArray array) {
            array.forEach(item -> checkAliases(at, type, item));
        }
    }

    private void checkAlias(String at, String type, String field) {
        if (!field.contains("/") || field.startsWith("[")) {
            return;
        }
        boolean exists = aliases.contains(AliasTable.key(type, field));
        if (!exists) {
            mistakes.add(at + ": `" + field + "` is not an alias of `" + type + "`; add it to aliases/");
        }
    }

    private void complete(String at, JsonObject cells, Set<String> layers) {
        for (String layer : layers) {
            if (cells.get(layer) == null) {
                mistakes.add(at + ": no cell for the layer `" + layer + "`");
            }
        }
        cells.names().forEach(layer -> known(at, "layer", layer, layers));
    }

    private void known(String at, String what, String id, Set<String> ids) {
        if (!ids.contains(id)) {
            mistakes.add(at + ": `" + id + "` is not a " + what);
        }
    }
}
