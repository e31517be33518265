package dev.demarc.policy.regorus;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Alias;
import dev.demarc.knowledge.Aliases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alias tables of regorus's cases: a list of providers, or the manifest of a data plane. */
final class AliasTables {
    private final Map<ResourceType, List<Alias>> byType = new HashMap<>();

    /** The aliases of some documents. */
    static AliasTables of(List<JsonValue> documents) {
        var tables = new AliasTables();
        documents.forEach(tables::add);
        return tables;
    }

    private void add(JsonValue document) {
        if (document instanceof JsonObject manifest && manifest.get("dataNamespace") != null) {
            String namespace = manifest.text("dataNamespace").orElseThrow();
            manifest.array("resourceTypeAliases").forEach(one -> addType(namespace, (JsonObject) one));
            return;
        }
        JsonArray providers = document instanceof JsonObject wrapped ? wrapped.array("value") : (JsonArray) document;
        for (JsonValue provider : providers) {
            String namespace = ((JsonObject) provider).text("namespace").orElseThrow();
            ((JsonObject) provider).array("resourceTypes").forEach(one -> addType(namespace, (JsonObject) one));
        }
    }

    private void addType(String namespace, JsonObject type) {
        ResourceType of =
                ResourceType.of(namespace + "/" + type.text("resourceType").orElseThrow());
        type.array("aliases")
                .forEach(one ->
                        byType.computeIfAbsent(of, key -> new ArrayList<>()).add(alias((JsonObject) one)));
    }

    private static Alias alias(JsonObject written) {
        boolean modifiable = modifiable(written.object("defaultMetadata"));
        var versions = new HashMap<String, Alias.Target>();
        Optional<String> byDefault = written.text("defaultPath");
        for (JsonValue each : written.array("paths")) {
            JsonObject path = (JsonObject) each;
            String text = path.text("path").orElseThrow();
            byDefault = byDefault.or(() -> Optional.of(text));
            var target = new Alias.Target(
                    text,
                    path.get("metadata") == null ? modifiable : modifiable(path.object("metadata")),
                    Optional.empty());
            path.texts("apiVersions").forEach(version -> versions.putIfAbsent(version, target));
        }
        String name = written.text("name").orElseThrow();
        return new Alias(name, new Alias.Target(byDefault.orElse(name), modifiable, Optional.empty()), versions);
    }

    private static boolean modifiable(JsonObject metadata) {
        return metadata.text("attributes").orElse("").equalsIgnoreCase("Modifiable");
    }

    /** The table as our engine takes it. */
    Aliases aliases() {
        return Aliases.of(byType);
    }

    /** The aliases of a type and their paths in a version of the API. */
    Map<String, String> of(ResourceType type, Optional<String> version) {
        var paths = new HashMap<String, String>();
        byType.getOrDefault(type, List.of())
                .forEach(alias -> paths.put(
                        alias.name(),
                        version.map(alias::at).orElse(alias.byDefault()).path()));
        return paths;
    }
}
