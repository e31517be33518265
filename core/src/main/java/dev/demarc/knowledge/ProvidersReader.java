package dev.demarc.knowledge;

import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what resource providers publish from a compiled document. Its member {@code aliases} has an object for each
 * type: alias to path, or to an object of {@code path}, {@code modifiable}, {@code extract} and {@code versions}; its
 * member {@code tag-support} says of types whether they support tags. The compiler has validated it, so anything amiss
 * here is a broken build and an {@link IllegalStateException}.
 */
public final class ProvidersReader {
    private ProvidersReader() {}

    /** What is published according to a compiled document. */
    public static Providers read(JsonObject compiled) {
        var aliases = new HashMap<ResourceType, List<Alias>>();
        compiled.object("aliases").forEach((type, each) -> {
            var ofType = new ArrayList<Alias>();
            object(each).forEach((name, target) -> ofType.add(alias(name, target)));
            aliases.put(ResourceType.of(type), ofType);
        });
        var tags = new HashMap<ResourceType, Boolean>();
        compiled.object("tag-support")
                .forEach((type, supported) -> tags.put(ResourceType.of(type), supported == JsonBoolean.TRUE));
        return new Providers(Aliases.of(aliases), new TagSupport(tags));
    }

    private static Alias alias(String name, JsonValue written) {
        var versions = new HashMap<String, Alias.Target>();
        if (written instanceof JsonObject several) {
            several.object("versions").forEach((version, target) -> versions.put(version, target(target)));
        }
        return new Alias(name, target(written), versions.isEmpty() ? Map.of() : versions);
    }

    private static Alias.Target target(JsonValue written) {
        if (written instanceof JsonString path) {
            return Alias.Target.of(path.value());
        }
        JsonObject target = object(written);
        Optional<Alias.Extraction> extraction = target.get("extract") instanceof JsonObject part
                ? Optional.of(new Alias.Extraction(text(part, "phrase"), text(part, "variable")))
                : Optional.empty();
        return new Alias.Target(text(target, "path"), target.get("modifiable") == JsonBoolean.TRUE, extraction);
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
