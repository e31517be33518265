package dev.demarc.source.files;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Quote;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Alias;
import dev.demarc.knowledge.Aliases;
import dev.demarc.knowledge.PolicyTypes;
import dev.demarc.knowledge.Providers;
import dev.demarc.knowledge.TagSupport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers aliases and support of tags out of answers of Azure Resource Manager. PowerShell writes the same members with
 * other capitals, so their case does not matter.
 */
final class AliasEntries {
    private static final String MODIFIABLE = "Modifiable";

    private final Consumer<Diagnostic> problems;
    private final Map<ResourceType, List<Alias>> aliases = new HashMap<>();
    private final Map<ResourceType, Boolean> tags = new HashMap<>();
    private boolean cutTold;

    AliasEntries(Consumer<Diagnostic> problems) {
        this.problems = problems;
    }

    boolean isEmpty() {
        return aliases.isEmpty();
    }

    Providers providers() {
        return new Providers(Aliases.of(aliases), new TagSupport(tags), PolicyTypes.NONE);
    }

    /** An alias that is nothing but a path. */
    void add(ResourceType type, String alias, String path) {
        add(type, Alias.of(alias, path));
    }

    private void add(ResourceType type, Alias alias) {
        aliases.computeIfAbsent(type, one -> new ArrayList<>()).add(alias);
    }

    /** All types of a provider. */
    void provider(String namespace, JsonObject provider, Place place) {
        for (JsonValue type : array(provider.getIgnoreCase("resourceTypes"))) {
            if (type instanceof JsonObject object) {
                type(namespace, object, place);
            } else {
                wrong("a resource type of " + Quote.of(namespace) + " is " + type.kind() + ", not an object", place);
            }
        }
    }

    /** One type of a provider: its aliases, and whether it supports tags. */
    void type(String namespace, JsonObject written, Place place) {
        Optional<ResourceType> named =
                text(written, "resourceType").flatMap(name -> ResourceType.parse(namespace + "/" + name));
        if (named.isEmpty()) {
            wrong("a type of " + Quote.of(namespace) + " has no name", place);
            return;
        }
        ResourceType type = named.get();
        text(written, "capabilities").ifPresent(capabilities -> tags.put(type, supportsTags(capabilities)));
        for (JsonValue alias : array(written.getIgnoreCase("aliases"))) {
            if (alias instanceof JsonObject object) {
                alias(type, object, place);
            } else if (alias instanceof JsonString) {
                cut(type, place);
            } else {
                wrong("an alias of " + Quote.of(type.text()) + " is " + alias.kind() + ", not an object", place);
            }
        }
    }

    /** Mode {@code indexed} needs both. */
    private static boolean supportsTags(String capabilities) {
        List<String> words =
                Arrays.stream(capabilities.split(",", -1)).map(String::strip).toList();
        return words.contains("SupportsTags") && words.contains("SupportsLocation");
    }

    private void alias(ResourceType type, JsonObject written, Place place) {
        Optional<String> name = text(written, "name");
        List<JsonObject> paths = array(written.getIgnoreCase("paths")).values().stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
        Optional<String> path = text(written, "defaultPath").or(() -> newest(paths));
        if (name.isEmpty() || path.isEmpty()) {
            wrong(
                    name.map(text -> "the alias " + Quote.of(text) + " has no path")
                            .orElse("an alias of " + Quote.of(type.text()) + " has no name"),
                    place);
            return;
        }
        if (written.getIgnoreCase("defaultMetadata") instanceof JsonString) {
            cut(type, place);
        }
        boolean modifiable =
                isModifiable(written.getIgnoreCase("defaultMetadata")).orElse(false);
        var byDefault = new Alias.Target(path.get(), modifiable, extraction(written.getIgnoreCase("defaultPattern")));
        add(type, new Alias(name.get(), byDefault, versions(paths, byDefault)));
    }

    /** The versions that differ from the default; metadata that a path does not have are those of the default. */
    private static Map<String, Alias.Target> versions(List<JsonObject> paths, Alias.Target byDefault) {
        var versions = new HashMap<String, Alias.Target>();
        for (JsonObject each : paths) {
            Optional<String> path = text(each, "path");
            if (path.isPresent()) {
                boolean modifiable =
                        isModifiable(each.getIgnoreCase("metadata")).orElse(byDefault.modifiable());
                Optional<Alias.Extraction> own = extraction(each.getIgnoreCase("pattern"));
                boolean same = path.get().equals(byDefault.path());
                var target =
                        new Alias.Target(path.get(), modifiable, own.isEmpty() && same ? byDefault.extraction() : own);
                if (!target.equals(byDefault)) {
                    texts(each.getIgnoreCase("apiVersions")).forEach(version -> versions.put(version, target));
                }
            }
        }
        return versions;
    }

    /** The path of the newest version, for exports that name no default; versions are dates. */
    private static Optional<String> newest(List<JsonObject> paths) {
        String newest = "";
        Optional<String> found = Optional.empty();
        for (JsonObject each : paths) {
            Optional<String> path = text(each, "path");
            for (String version : texts(each.getIgnoreCase("apiVersions"))) {
                if (path.isPresent() && version.compareTo(newest) > 0) {
                    newest = version;
                    found = path;
                }
            }
        }
        return found;
    }

    private static Optional<Boolean> isModifiable(@Nullable JsonValue metadata) {
        return metadata instanceof JsonObject object
                ? text(object, "attributes").map(MODIFIABLE::equalsIgnoreCase)
                : Optional.empty();
    }

    private static Optional<Alias.Extraction> extraction(@Nullable JsonValue pattern) {
        if (pattern instanceof JsonObject object
                && text(object, "type").map("Extract"::equalsIgnoreCase).orElse(false)) {
            Optional<String> variable = text(object, "variable");
            return text(object, "phrase").flatMap(phrase -> variable.map(name -> new Alias.Extraction(phrase, name)));
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonObject object, String member) {
        return object.getIgnoreCase(member) instanceof JsonString text
                        && !text.value().isBlank()
                ? Optional.of(text.value())
                : Optional.empty();
    }

    private static List<String> texts(@Nullable JsonValue value) {
        return array(value).values().stream()
                .filter(JsonString.class::isInstance)
                .map(one -> ((JsonString) one).value())
                .toList();
    }

    /** An array; nothing for null or absent, and one value for itself, as PowerShell writes an array of one. */
    private static JsonArray array(@Nullable JsonValue value) {
        return switch (value) {
            case null -> JsonArray.of();
            case JsonNull nothing -> JsonArray.of();
            case JsonArray array -> array;
            default -> JsonArray.of(value);
        };
    }

    private void cut(ResourceType type, Place place) {
        if (!cutTold) {
            cutTold = true;
            problems.accept(Diagnostic.warning(
                    "aliases-cut",
                    "parts of the aliases of " + Quote.of(type.text()) + " were cut off where they are nested deeper",
                    place,
                    "export again with `ConvertTo-Json -Depth 10`"));
        }
    }

    private void wrong(String says, Place place) {
        problems.accept(Diagnostic.warning("alias-wrong", says, place, "it is left out; export again if it is needed"));
    }
}
