package dev.demarc.knowledge.compiler;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.knowledge.ProvidersReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The aliases of all files, Azure's and ours together, with what else the files tell of them.
 *
 * @param types alias as written -> its target as compiled, by type; case does not matter in either
 * @param mistakes aliases that a file tells something of and that it does not list, a sentence each
 */
record AliasTable(TreeMap<String, TreeMap<String, JsonValue>> types, List<String> mistakes) {
    private static final List<String> PARTS = List.of("types", "ours");

    /** The table in these files, by path. */
    static AliasTable of(Map<String, JsonObject> files) {
        var table = new AliasTable(new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new ArrayList<>());
        files.forEach((path, file) -> {
            PARTS.forEach(part -> file.object(part).forEach((type, aliases) -> {
                var ofType = table.types.computeIfAbsent(type, name -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
                ((JsonObject) aliases).forEach(ofType::putIfAbsent);
            }));
            file.object("modifiable")
                    .forEach((type, aliases) -> ((JsonArray) aliases)
                            .forEach(alias -> table.tell(
                                    path, type, ((JsonString) alias).value(), "modifiable", JsonBoolean.TRUE)));
            file.object("extracts")
                    .forEach((type, aliases) -> ((JsonObject) aliases)
                            .forEach((alias, part) -> table.tell(path, type, alias, "extract", part)));
        });
        return table;
    }

    private void tell(String path, String type, String alias, String member, JsonValue value) {
        TreeMap<String, JsonValue> ofType = types.get(type);
        JsonValue target = ofType == null ? null : ofType.get(alias);
        if (ofType == null || target == null) {
            mistakes.add(path + ": `" + alias + "` of `" + type + "` is " + member + ", but it is not listed");
            return;
        }
        var told = JsonObject.builder();
        if (target instanceof JsonObject object) {
            object.forEach(told::put);
        } else {
            told.put("path", target);
        }
        ofType.put(alias, told.put(member, value).build());
    }

    /** The types and full names of all aliases, folded: {@code type|alias}. */
    Set<String> keys() {
        var keys = new TreeSet<String>();
        types.forEach((type, aliases) ->
                aliases.keySet().forEach(alias -> keys.add(key(type, ProvidersReader.fullName(type, alias)))));
        return keys;
    }

    /** The key of an alias by its full name. */
    static String key(String type, String alias) {
        return (type + "|" + alias).toLowerCase(Locale.ROOT);
    }

    /** The aliases whose full name, folded, is wanted, as {@link ProvidersReader} reads them. */
    JsonObject compiled(Predicate<String> wanted) {
        var compiled = JsonObject.builder();
        types.forEach((type, aliases) -> {
            var ofType = JsonObject.builder();
            aliases.forEach((alias, target) -> {
                if (wanted.test(ProvidersReader.fullName(type, alias).toLowerCase(Locale.ROOT))) {
                    ofType.put(alias, target);
                }
            });
            JsonObject built = ofType.build();
            if (built.size() > 0) {
                compiled.put(type, built);
            }
        });
        return compiled.build();
    }

    /**
     * The names, folded, that conditions in a value may mean: its texts, and texts in quotes inside them; of the
     * members of an array also the array.
     */
    static void mentioned(JsonValue value, Set<String> names) {
        switch (value) {
            case JsonObject object -> object.forEach((name, member) -> mentioned(member, names));
            case JsonArray array -> array.forEach(item -> mentioned(item, names));
            case JsonString text -> {
                for (String part : text.value().split("'", -1)) {
                    String name = part.toLowerCase(Locale.ROOT);
                    names.add(name);
                    if (name.endsWith("[*]")) {
                        names.add(name.substring(0, name.length() - 3));
                    }
                }
            }
            case JsonNumber number -> {}
            case JsonBoolean bool -> {}
            case JsonNull none -> {}
        }
    }
}
