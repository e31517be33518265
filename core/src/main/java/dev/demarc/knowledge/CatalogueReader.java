package dev.demarc.knowledge;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the compiled catalogue, whose shape is that of the YAML tables put together. The compiler has validated it, so
 * anything missing here is a broken build and an {@link IllegalStateException}.
 */
public final class CatalogueReader {
    private static final List<String> TABLES = List.of(
            "layers",
            "models",
            "editions",
            "areas",
            "frameworks",
            "sources",
            "weights",
            "secrets",
            "types",
            "controls",
            "aliases");

    private final JsonObject root;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final Map<String, ServiceModel> models = new LinkedHashMap<>();

    private CatalogueReader(JsonObject root) {
        this.root = root;
    }

    /** The catalogue in a compiled document. */
    public static Catalogue read(JsonObject compiled) {
        for (String table : TABLES) {
            if (compiled.get(table) == null) {
                throw new IllegalStateException("the catalogue lacks the table `" + table + "`");
            }
        }
        return new CatalogueReader(compiled).catalogue();
    }

    private Catalogue catalogue() {
        int index = 0;
        for (JsonObject layer : objects(root, "layers")) {
            layers.put(
                    text(layer, "id"),
                    new Layer(
                            index++,
                            text(layer, "id"),
                            text(layer, "title"),
                            text(layer, "short"),
                            text(layer, "covers"),
                            layer.get("movable") == JsonBoolean.TRUE,
                            text(layer, "microsoft-does"),
                            text(layer, "customer-does")));
        }
        for (JsonObject model : objects(root, "models")) {
            models.put(
                    text(model, "id"),
                    new ServiceModel(text(model, "id"), text(model, "title"), text(model, "matrix")));
        }
        var rows = new HashMap<ResourceType, ResponsibilityRow>();
        for (JsonObject row : objects(root, "types")) {
            ResponsibilityRow read = row(row);
            rows.put(read.type(), read);
        }
        var controls = new ArrayList<Control>();
        objects(root, "controls").forEach(control -> controls.add(control(control)));
        controls.sort(Comparator.comparing(Control::id));
        return new Catalogue(
                text(root, "version"),
                List.copyOf(layers.values()),
                List.copyOf(models.values()),
                map(root, "editions", CatalogueReader::edition),
                map(root, "areas", area -> new Area(text(area, "id"), text(area, "title"))),
                map(root, "frameworks", CatalogueReader::framework),
                sources(),
                points(),
                SecretFields.of(root.object("secrets")),
                rows,
                controls,
                ProvidersReader.read(root));
    }

    private static Edition edition(JsonObject edition) {
        var cells = new HashMap<String, Map<String, Side>>();
        edition.object("cells").forEach((column, sides) -> {
            var byLayer = new HashMap<String, Side>();
            object(sides).forEach((layer, side) -> byLayer.put(layer, side(text(side))));
            cells.put(column, byLayer);
        });
        var derived = new HashMap<String, String>();
        edition.object("derived").forEach((layer, sentence) -> derived.put(layer, text(sentence)));
        return new Edition(
                text(edition, "id"),
                text(edition, "title"),
                text(edition, "published"),
                edition.text("note").orElse(""),
                cells,
                derived);
    }

    private static Framework framework(JsonObject framework) {
        return new Framework(
                text(framework, "id"),
                text(framework, "title"),
                text(framework, "version"),
                text(framework, "publisher"),
                text(framework, "kind"));
    }

    private Map<String, Source> sources() {
        var sources = new HashMap<String, Source>();
        for (JsonObject source : objects(root, "sources")) {
            sources.put(
                    text(source, "id"),
                    new Source(
                            text(source, "id"),
                            text(source, "title"),
                            text(source, "publisher"),
                            text(source, "where"),
                            source.text("date").orElse(""),
                            text(source, "read")));
        }
        return sources;
    }

    private Map<Severity, Integer> points() {
        var points = new EnumMap<Severity, Integer>(Severity.class);
        for (JsonObject weight : objects(root, "weights")) {
            if (!(weight.get("points") instanceof JsonNumber number)) {
                throw new IllegalStateException("a weight without points: " + weight);
            }
            points.put(severity(text(weight, "severity")), number.decimal().intValueExact());
        }
        return points;
    }

    private ResponsibilityRow row(JsonObject row) {
        var cells = new HashMap<String, ResponsibilityRow.Cell>();
        row.object("cells").forEach((layer, cell) -> cells.put(layer, cell(object(cell))));
        var contested = new HashMap<String, String>();
        row.object("contested").forEach((layer, sentence) -> contested.put(layer, text(sentence)));
        String model = text(row, "model");
        return new ResponsibilityRow(
                ResourceType.of(text(row, "type")),
                text(row, "title"),
                text(row, "category"),
                known(models, model, "service model"),
                text(row, "checked-on"),
                row.texts("sources"),
                cells,
                map(row, "shifts", CatalogueReader::shift),
                row.texts("parts").stream().map(ResourceType::of).toList(),
                contested,
                row.get("everywhere") == JsonBoolean.TRUE);
    }

    private static ResponsibilityRow.Cell cell(JsonObject cell) {
        return new ResponsibilityRow.Cell(
                cell.text("side").map(CatalogueReader::side),
                text(cell, "evidence"),
                cell.texts("sources"),
                cell.text("date"),
                cell.text("note"),
                cell.texts("with"));
    }

    private static ResponsibilityRow.Shift shift(JsonObject shift) {
        return new ResponsibilityRow.Shift(
                text(shift, "layer"),
                member(shift, "when"),
                side(text(shift, "side")),
                text(shift, "because"),
                shift.texts("sources"),
                shift.get("assumed") == JsonBoolean.TRUE);
    }

    private Control control(JsonObject control) {
        var mappings = new LinkedHashMap<String, List<String>>();
        JsonObject mapped = control.object("mappings");
        mapped.names().forEach(framework -> mappings.put(framework, mapped.texts(framework)));
        JsonObject remediation = control.object("remediation");
        JsonObject examples = control.object("examples");
        return new Control(
                text(control, "id"),
                text(control, "title"),
                text(control, "area"),
                known(layers, text(control, "layer"), "layer"),
                severity(text(control, "severity")),
                text(control, "effort"),
                text(control, "user-impact"),
                ResourceType.of(text(control, "resource-type")),
                text(control, "why"),
                control.text("absent").orElse(""),
                Optional.ofNullable(control.get("applies-when")),
                control.object("parameters"),
                object(member(control, "rule")),
                new Control.Remediation(text(remediation, "cli"), text(remediation, "bicep")),
                mappings,
                control.texts("equivalents"),
                control.texts("sources"),
                text(control, "checked-on"),
                example(object(member(examples, "compliant"))),
                example(object(member(examples, "failing"))));
    }

    private static Control.Example example(JsonObject example) {
        return new Control.Example(object(member(example, "resource")), objects(example, "with"));
    }

    private static <T> List<T> map(JsonObject owner, String name, Function<JsonObject, T> read) {
        return objects(owner, name).stream().map(read).toList();
    }

    private static List<JsonObject> objects(JsonObject owner, String name) {
        JsonArray array = owner.array(name);
        return array.values().stream().map(CatalogueReader::object).toList();
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new IllegalStateException("expected an object in the catalogue, found " + value);
    }

    private static JsonValue member(JsonObject owner, String name) {
        JsonValue value = owner.get(name);
        if (value == null) {
            throw new IllegalStateException("the catalogue lacks `" + name + "` in " + owner);
        }
        return value;
    }

    private static String text(JsonObject owner, String name) {
        return text(member(owner, name));
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw new IllegalStateException("expected a text in the catalogue, found " + value);
    }

    private static Side side(String word) {
        return Side.parse(word).orElseThrow(() -> new IllegalStateException("`" + word + "` is not a side"));
    }

    private static Severity severity(String word) {
        return Severity.parse(word).orElseThrow(() -> new IllegalStateException("`" + word + "` is not a severity"));
    }

    private static <T> T known(Map<String, T> table, String id, String what) {
        T found = table.get(id);
        if (found == null) {
            throw new IllegalStateException("`" + id + "` is not a " + what);
        }
        return found;
    }
}
