package dev.demarc.knowledge;

import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what resource providers publish from a compiled document. Its member {@code aliases} has an object for each
 * type: alias to path, or to an object of {@code path}, {@code modifiable}, {@code extract} and {@code versions}. An
 * alias may be written without the type that it begins with, and a path that is {@code properties.} and the alias so
 * written may be null. The member {@code tag-support} says of types whether they support tags, {@code policy-types} which
 * types the policy engine treats unlike others. The compiler has validated it, so anything amiss here is a broken build
 * and an {@link IllegalStateException}.
 */
public final class ProvidersReader {
    private ProvidersReader() {}

    /** What is published according to a compiled document. */
    public static Providers read(JsonObject compiled) {
        var aliases = new HashMap<ResourceType, List<Alias>>();
        compiled.object("aliases").forEach((type, each) -> {
            var ofType = new ArrayList<Alias>();
            object(each).forEach((written, target) -> ofType.add(alias(type, written, target)));
            aliases.put(ResourceType.of(type), ofType);
        });
        var tags = new HashMap<ResourceType, Boolean>();
        compiled.object("tag-support")
                .forEach((type, supported) -> tags.put(ResourceType.of(type), supported == JsonBoolean.TRUE));
        return new Providers(Aliases.of(aliases), new TagSupport(tags), policyTypes(compiled.object("policy-types")));
    }

    private static PolicyTypes policyTypes(JsonObject table) {
        var oneByOne = new HashMap<ResourceType, String>();
        table.object("one-by-one")
                .object("types")
                .forEach((type, name) -> oneByOne.put(ResourceType.of(type), string(name)));
        var namespaces = new HashMap<String, String>();
        table.object("namespaces")
                .object("names")
                .forEach((of, holder) -> namespaces.put(
                        of.toLowerCase(Locale.ROOT), string(holder).toLowerCase(Locale.ROOT)));
        return new PolicyTypes(
                types(table, "passed-through"),
                types(table, "never-guarded"),
                types(table, "identity-changed"),
                types(table, "describing"),
                oneByOne,
                namespaces);
    }

    private static Set<ResourceType> types(JsonObject table, String group) {
        return table.object(group).texts("types").stream().map(ResourceType::of).collect(Collectors.toSet());
    }

    private static String string(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        throw new IllegalStateException("expected a name, found " + value);
    }

    /** The name of an alias that may be written without the type it begins with; nothing else about it changes. */
    public static String fullName(String type, String written) {
        int slash = written.indexOf('/');
        int dot = written.indexOf('.');
        boolean hasProvider = dot > 0 && dot < slash && written.indexOf('[') != 0;
        return hasProvider ? written : type + "/" + written;
    }

    private static Alias alias(String type, String name, JsonValue target) {
        var versions = new HashMap<String, Alias.Target>();
        if (target instanceof JsonObject several) {
            several.object("versions").forEach((version, other) -> versions.put(version, target(name, other)));
        }
        return new Alias(fullName(type, name), target(name, target), versions);
    }

    private static Alias.Target target(String name, JsonValue written) {
        if (written instanceof JsonString || written == JsonNull.NULL) {
            return Alias.Target.of(path(name, written));
        }
        JsonObject target = object(written);
        Optional<Alias.Extraction> extraction = target.get("extract") instanceof JsonObject part
                ? Optional.of(new Alias.Extraction(text(part, "phrase"), text(part, "variable")))
                : Optional.empty();
        return new Alias.Target(
                path(name, target.get("path")), target.get("modifiable") == JsonBoolean.TRUE, extraction);
    }

    private static String path(String name, @Nullable JsonValue written) {
        return switch (written) {
            case JsonString path -> path.value();
            case JsonNull byConvention -> "properties." + name;
            case null, default -> throw new IllegalStateException("the alias `" + name + "` has no path");
        };
    }

    private static String text(JsonObject owner, String name) {
        return owner.text(name)
                .orElseThrow(() -> new IllegalStateException("an alias lacks `" + name + "` in " + owner));
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new IllegalStateException("expected an object of aliases, found " + value);
    }
}
