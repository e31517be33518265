package dev.demarc.knowledge;

import dev.demarc.estate.ResourceType;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The policy aliases: which place in a resource of a type an alias names. Keyed by type and alias together, because
 * the same alias names different places on different types; case does not matter.
 *
 * <p>A path is written as Azure does: names joined by dots, {@code [*]} after an array: {@code
 * properties.ipConfigurations[*].properties.subnet.id}.
 */
public final class Aliases {
    private final Map<ResourceType, Map<String, String>> pathsByType;
    private final Map<String, Set<ResourceType>> typesByAlias;

    /** A table of paths by alias by type. */
    public Aliases(Map<ResourceType, Map<String, String>> pathsByType) {
        this.pathsByType = new HashMap<>();
        this.typesByAlias = new HashMap<>();
        pathsByType.forEach((type, paths) -> {
            var folded = new HashMap<String, String>();
            paths.forEach((alias, path) -> {
                folded.put(fold(alias), path);
                typesByAlias
                        .computeIfAbsent(fold(alias), name -> new TreeSet<>())
                        .add(type);
            });
            this.pathsByType.put(type, Map.copyOf(folded));
        });
    }

    /** The path that an alias names on resources of a type; empty when the alias is not of that type. */
    public Optional<String> path(ResourceType type, String alias) {
        return Optional.ofNullable(pathsByType.getOrDefault(type, Map.of()).get(fold(alias)));
    }

    /** The types that an alias belongs to, in name order; empty when no type has it. */
    public Set<ResourceType> typesOf(String alias) {
        return Collections.unmodifiableSet(typesByAlias.getOrDefault(fold(alias), Set.of()));
    }

    /** The aliases of a type, folded to lower case; empty when the type has none. */
    public Set<String> of(ResourceType type) {
        return pathsByType.getOrDefault(type, Map.of()).keySet();
    }

    /** Whether an alias of the type goes through the members of an array that stands at this path. */
    public boolean isArray(ResourceType type, String path) {
        String members = fold(path) + "[*]";
        return pathsByType.getOrDefault(type, Map.of()).values().stream()
                .anyMatch(other -> other.regionMatches(true, 0, members, 0, members.length()));
    }

    private static String fold(String alias) {
        return alias.toLowerCase(Locale.ROOT);
    }
}
