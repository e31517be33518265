package dev.demarc.knowledge.compiler;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables as read, each file valid by its schema.
 *
 * @param files every file by its path from the knowledge folder, in path order
 */
record Tables(TreeMap<String, JsonObject> files) {

    /** Which files belong to which table, and by which schema they are valid. */
    private enum Table {
        LAYERS("layers", "layers.yaml", "layers"),
        MODELS("models", "models.yaml", "models"),
        AREAS("areas", "areas.yaml", "areas"),
        FRAMEWORKS("frameworks", "frameworks.yaml", "frameworks"),
        WEIGHTS("weights", "weights.yaml", "weights"),
        SECRETS("secrets", "secrets.yaml", "secrets"),
        SOURCES("sources", "sources/", "sources"),
        EDITIONS("editions", "editions/", "edition"),
        TYPES("types", "responsibility/", "responsibility"),
        CONTROLS("controls", "controls/", "control"),
        ALIASES("aliases", "aliases/", "aliases"),
        TAG_SUPPORT("tag-support", "tag-support.yaml", "tag-support"),
        POLICY_TYPES("policy-types", "policy-types.yaml", "policy-types");

        private final String member;
        private final String place;
        private final String schema;

        Table(String member, String place, String schema) {
            this.member = member;
            this.place = place;
            this.schema = schema;
        }

        boolean holds(String path) {
            return place.endsWith("/") ? path.startsWith(place) : path.equals(place);
        }
    }

    /**
     * Reads and validates every table.
     *
     * @throws IllegalStateException listing every file that is not valid by its schema, or belongs to no table
     */
    static Tables read(Path folder) throws IOException {
        var schemas = new Schemas(folder.resolve("schemas"));
        var files = new TreeMap<String, JsonObject>();
        var mistakes = new ArrayList<String>();
        for (String path : yamlFiles(folder)) {
            JsonValue value = Yaml.read(folder.resolve(path));
            Table table = tableOf(path);
            if (table == null) {
                mistakes.add(path + ": belongs to no table; see knowledge/README.md for where files go");
            } else if (value instanceof JsonObject object) {
                schemas.mistakes(table.schema, object).forEach(mistake -> mistakes.add(path + ": " + mistake));
                files.put(path, object);
            } else {
                mistakes.add(path + ": should hold one object, holds " + value.kind());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(
                    mistakes.size() + " mistakes in the knowledge tables:\n  " + String.join("\n  ", mistakes));
        }
        return new Tables(files);
    }

    private static List<String> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith("target/") && !path.startsWith("src/"))
                    .filter(path -> !path.startsWith("compiler/"))
                    .sorted()
                    .toList();
        }
    }

    private static @Nullable Table tableOf(String path) {
        return Stream.of(Table.values())
                .filter(table -> table.holds(path))
                .findFirst()
                .orElse(null);
    }

    /** The files of one table by its member name in the catalogue. */
    TreeMap<String, JsonObject> of(String member) {
        var found = new TreeMap<String, JsonObject>();
        files.forEach((path, object) -> {
            Table table = tableOf(path);
            if (table != null && table.member.equals(member)) {
                found.put(path, object);
            }
        });
        return found;
    }

    /** All rows of a table: the items of the list that each of its files holds, or the files themselves. */
    List<JsonObject> rows(String member) {
        var rows = new ArrayList<JsonObject>();
        of(member).values().forEach(file -> {
            if (file.get(member) instanceof JsonArray list) {
                list.forEach(item -> rows.add((JsonObject) item));
            } else {
                rows.add(file);
            }
        });
        return rows;
    }

    /**
     * The catalogue: the tables put together, under a version that changes with any of them. Of the aliases it has those
     * that controls and rows mention; {@link #providers} has all.
     */
    JsonObject catalogue() {
        var body = JsonObject.builder();
        for (Table table : Table.values()) {
            switch (table) {
                case ALIASES -> body.put(table.member, aliases().compiled(mentioned()::contains));
                case TAG_SUPPORT -> {}
                case SECRETS, POLICY_TYPES -> of(table.member).values().forEach(only -> body.put(table.member, only));
                default -> body.put(table.member, JsonArray.of(rows(table.member)));
            }
        }
        JsonObject tables = body.build();
        var catalogue = JsonObject.builder().put("version", version(tables, providers()));
        tables.forEach(catalogue::put);
        return catalogue.build();
    }

    /** What resource providers publish about their types, for {@code ProvidersReader}. */
    JsonObject providers() {
        return JsonObject.builder()
                .put("aliases", aliases().compiled(alias -> true))
                .put("tag-support", tagSupport())
                .put("policy-types", of("policy-types").firstEntry().getValue())
                .build();
    }

    /** The aliases of all files. */
    AliasTable aliases() {
        return AliasTable.of(of("aliases"));
    }

    private Set<String> mentioned() {
        var names = new HashSet<String>();
        rows("controls").forEach(control -> AliasTable.mentioned(control, names));
        rows("types").forEach(row -> AliasTable.mentioned(row, names));
        return names;
    }

    private JsonObject tagSupport() {
        var types = new TreeMap<String, JsonValue>(String.CASE_INSENSITIVE_ORDER);
        for (JsonObject file : of("tag-support").values()) {
            file.object("proxies").texts("types").forEach(type -> types.put(type, JsonBoolean.FALSE));
            for (boolean supported : List.of(true, false)) {
                file.object(supported ? "supported" : "not-supported")
                        .forEach((provider, names) -> ((JsonArray) names)
                                .forEach(name -> types.put(
                                        provider + "/" + ((JsonString) name).value(), JsonBoolean.of(supported))));
            }
        }
        var compiled = JsonObject.builder();
        types.forEach(compiled::put);
        return compiled.build();
    }

    private static JsonString version(JsonObject... documents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (JsonObject document : documents) {
                digest.update(JsonWriter.compact(document).getBytes(StandardCharsets.UTF_8));
            }
            return new JsonString(HexFormat.of().formatHex(digest.digest()).substring(0, 12));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
