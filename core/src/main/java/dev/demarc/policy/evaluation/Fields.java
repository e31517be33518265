package dev.demarc.policy.evaluation;

import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Alias;
import dev.demarc.knowledge.Aliases;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Works out what names of fields refer to: those known beforehand once, others when asked.
 *
 * <p>An alias that the table has for other types only names nothing, unless it starts with the type at hand: then it is
 * looked for where the naming convention puts it, as one that no table has is: what follows the type, under {@code properties} unless it starts with a member that every
 * resource has.
 */
public final class Fields {
    private static final List<String> ROOTS = List.of(
            "sku",
            "identity",
            "kind",
            "location",
            "zones",
            "plan",
            "managedBy",
            "extendedLocation",
            "tags",
            "name",
            "type",
            "id",
            "etag",
            "properties",
            "systemData");

    private final Aliases aliases;
    private final Map<String, FieldReference> known;
    private final Optional<String> apiVersion;

    private Fields(Aliases aliases, Map<String, FieldReference> known, Optional<String> apiVersion) {
        this.aliases = aliases;
        this.apiVersion = apiVersion;
        this.known = Map.copyOf(known);
    }

    /**
     * References for these names, worked out now.
     *
     * @param apiVersion the version whose paths count where the table has them; empty for the default ones
     */
    public static Fields of(Aliases aliases, Collection<String> names, Optional<String> apiVersion) {
        var known = new HashMap<String, FieldReference>();
        names.forEach(name -> known.put(name, resolve(aliases, name, apiVersion)));
        return new Fields(aliases, known, apiVersion);
    }

    /** What a name refers to. */
    public FieldReference reference(String name) {
        FieldReference reference = known.get(name);
        return reference == null ? resolve(aliases, name, apiVersion) : reference;
    }

    /** The path of a property on a type; empty when the type has no such property. */
    public static Optional<PropertyPath> path(FieldReference.Property property, ResourceType type) {
        PropertyPath path = property.paths().get(type);
        if (path != null) {
            return Optional.of(path);
        }
        if (startsWithType(property.name(), type)) {
            return Optional.of(convention(property.name().substring(type.text().length() + 1)));
        }
        return property.anywhere();
    }

    private static boolean startsWithType(String name, ResourceType type) {
        int length = type.text().length();
        return name.length() > length + 1
                && name.charAt(length) == '/'
                && name.indexOf('/', length + 1) < 0
                && name.regionMatches(true, 0, type.text(), 0, length);
    }

    private static PropertyPath convention(String rest) {
        String head = rest.split("[.\\[]", 2)[0];
        boolean atRoot = ROOTS.stream().anyMatch(head::equalsIgnoreCase);
        return PropertyPath.of(atRoot ? rest : "properties." + rest, true);
    }

    /** Whether a name is one that neither the language nor the table of aliases knows. */
    static boolean isUnknown(Aliases aliases, String name) {
        return resolve(aliases, name, Optional.empty()) instanceof FieldReference.Property property
                && property.unlisted()
                && !isPlain(name);
    }

    private static boolean isPlain(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return List.of("kind", "tags", "apiversion", "identity.type").contains(folded)
                || folded.startsWith("identity.userassignedidentities");
    }

    private static FieldReference resolve(Aliases aliases, String name, Optional<String> apiVersion) {
        for (FieldReference.Known known : FieldReference.Known.values()) {
            if (known.key().equalsIgnoreCase(name)) {
                return known;
            }
        }
        if (name.equalsIgnoreCase("location")) {
            return new FieldReference.Location();
        }
        Optional<String> tag = tag(name);
        if (tag.isPresent()) {
            return new FieldReference.Tag(tag.get());
        }
        Map<ResourceType, PropertyPath> paths = listed(aliases, name, apiVersion);
        if (name.indexOf('/') < 0 && paths.isEmpty()) {
            return new FieldReference.Property(name, Map.of(), Optional.of(plain(name)), true);
        }
        return new FieldReference.Property(name, paths, Optional.empty(), paths.isEmpty());
    }

    /** A name without a type is the path itself; one with another bracket than {@code [*]} means nothing sure. */
    private static PropertyPath plain(String name) {
        String head = name.split("[.\\[]", 2)[0];
        boolean sure = ROOTS.stream().anyMatch(head::equalsIgnoreCase)
                && name.replace(PropertyPath.EACH, "").indexOf('[') < 0;
        return PropertyPath.of(name, !sure);
    }

    private static Map<ResourceType, PropertyPath> listed(Aliases aliases, String name, Optional<String> apiVersion) {
        var paths = new HashMap<ResourceType, PropertyPath>();
        if (name.endsWith(PropertyPath.EACH)) {
            String array = name.substring(0, name.length() - PropertyPath.EACH.length());
            for (ResourceType type : aliases.typesOf(array)) {
                aliases.alias(type, array)
                        .map(alias -> target(alias, apiVersion).path())
                        .ifPresent(path -> paths.put(type, PropertyPath.of(path + PropertyPath.EACH, aliases, type)));
            }
        }
        for (ResourceType type : aliases.typesOf(name)) {
            aliases.alias(type, name)
                    .map(alias -> target(alias, apiVersion))
                    .ifPresent(target -> paths.put(
                            type, PropertyPath.of(target.path(), aliases, type).reading(target.extraction())));
        }
        return paths;
    }

    private static Alias.Target target(Alias alias, Optional<String> apiVersion) {
        return apiVersion.map(alias::at).orElse(alias.byDefault());
    }

    private static Optional<String> tag(String name) {
        if (!name.regionMatches(true, 0, "tags", 0, 4) || name.length() < 6) {
            return Optional.empty();
        }
        if (name.charAt(4) == '.') {
            return Optional.of(name.substring(5));
        }
        if (name.charAt(4) != '[' || !name.endsWith("]") || name.equals("tags[*]")) {
            return Optional.empty();
        }
        String inside = name.substring(5, name.length() - 1);
        boolean quoted = inside.length() >= 2 && inside.startsWith("'") && inside.endsWith("'");
        return Optional.of(quoted ? inside.substring(1, inside.length() - 1).replace("''", "'") : inside);
    }
}
