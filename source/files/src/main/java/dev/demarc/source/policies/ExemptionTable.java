package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.DocumentText;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.LocatedJson;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Exemptions of EPAC as a table, each row made into what the JSON form says. Lists stand in one cell, parted by {@code
 * &}; {@code assignmentReferenceId} holds the id of an assignment, definition or initiative, or {@code
 * policyDefinitions/name}.
 */
final class ExemptionTable {
    private static final Set<String> LISTS = Set.of("scopes", "policydefinitionreferenceids");
    private static final Set<String> OBJECTS = Set.of("metadata", "resourceselectors");
    private static final List<String> COLUMNS = List.of(
            "name",
            "displayName",
            "description",
            "exemptionCategory",
            "expiresOn",
            "scope",
            "scopes",
            "policyAssignmentId",
            "policyDefinitionReferenceIds",
            "assignmentScopeValidation",
            "metadata",
            "resourceSelectors");

    private final List<String> header;
    private final Harvest harvest;

    private ExemptionTable(List<String> header, Harvest harvest) {
        this.header = header;
        this.harvest = harvest;
    }

    static void read(DocumentText text, Path file, Harvest harvest) {
        List<Csv.Row> rows = Csv.of(text.document(), text.text()).rows();
        List<String> header = rows.isEmpty()
                ? List.of()
                : rows.getFirst().cells().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
        boolean known = header.contains("name") && header.contains("exemptioncategory");
        if (!known) {
            harvest.refused(Diagnostic.error(
                    "table-unknown",
                    "the table is none of exemptions: it has no columns `name` and `exemptionCategory`",
                    Place.of(text.document()),
                    "give the columns as Enterprise Policy as Code documents them"));
            return;
        }
        var table = new ExemptionTable(header, harvest);
        var body = new ArrayList<Csv.Row>();
        var exemptions = new ArrayList<JsonObject>();
        for (Csv.Row row : rows.subList(1, rows.size())) {
            table.exemption(row).ifPresent(exemption -> {
                harvest.taken();
                body.add(row);
                exemptions.add(exemption);
            });
        }
        JsonObject sheet =
                JsonObject.builder().put("exemptions", JsonArray.of(exemptions)).build();
        harvest.later(new Harvest.Pending(
                Harvest.Pending.Kind.EXEMPTIONS, sheet, places(text.document(), header, body), file));
    }

    /** A pointer names a row, and may name a column in it. */
    private static Places places(String document, List<String> header, List<Csv.Row> body) {
        return pointer -> {
            List<String> tokens = pointer.tokens();
            if (tokens.size() < 2) {
                return Place.of(document, 1, 1);
            }
            Csv.Row row = body.get(Integer.parseInt(tokens.get(1)));
            int column = tokens.size() > 2 ? header.indexOf(tokens.get(2).toLowerCase(Locale.ROOT)) : -1;
            return row.places().get(column >= 0 && column < row.places().size() ? column : 0);
        };
    }

    /** The exemption of a row; empty, and told, when a cell cannot be read: without it more could be exempt than is meant. */
    private Optional<JsonObject> exemption(Csv.Row row) {
        var exemption = JsonObject.builder();
        for (String column : COLUMNS) {
            String folded = column.toLowerCase(Locale.ROOT);
            String cell = cell(row, folded);
            if (cell.isEmpty()) {
                continue;
            }
            if (LISTS.contains(folded)) {
                exemption.set(column, list(cell));
            } else if (OBJECTS.contains(folded)) {
                Optional<JsonValue> value = json(cell, column, row);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                exemption.set(column, value.get());
            } else {
                exemption.set(column, new JsonString(cell));
            }
        }
        String reference = cell(row, "assignmentreferenceid");
        if (!reference.isEmpty()) {
            exemption.set(member(reference), new JsonString(reference));
        }
        return Optional.of(exemption.build());
    }

    private static String member(String reference) {
        String folded = reference.toLowerCase(Locale.ROOT);
        return folded.contains("policyassignments/")
                ? "policyAssignmentId"
                : folded.contains("policysetdefinitions/") ? "policySetDefinitionId" : "policyDefinitionId";
    }

    private String cell(Csv.Row row, String column) {
        int index = header.indexOf(column);
        return index >= 0 && index < row.cells().size() ? row.cells().get(index) : "";
    }

    private static JsonArray list(String cell) {
        return JsonArray.of(Arrays.stream(cell.split("&", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(JsonString::new)
                .toList());
    }

    private Optional<JsonValue> json(String cell, String column, Csv.Row row) {
        Place place = row.places().getFirst();
        var wrong = new ArrayList<Diagnostic>();
        Optional<JsonValue> value = LocatedJson.read(
                        new ByteArrayInputStream(cell.getBytes(StandardCharsets.UTF_8)), place.document(), wrong::add)
                .map(LocatedJson::value);
        if (value.isEmpty()) {
            harvest.refused(Diagnostic.error(
                    "exemption-incomplete",
                    "the column `" + column + "` of the exemption is no JSON, so it exempts nothing: "
                            + wrong.stream()
                                    .map(Diagnostic::message)
                                    .findFirst()
                                    .orElse("it is empty"),
                    place,
                    "mend the cell"));
        }
        return value;
    }
}
