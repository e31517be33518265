package dev.demarc.knowledge;

import dev.demarc.estate.ResourceType;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The policy aliases: which place in a resource of a type an alias names. Keyed by type and alias together, because
 * the same alias names different places on different types; case does not matter.
 */
public final class Aliases {
    /** No aliases at all. */
    public static final Aliases NONE = new Aliases(Map.of());

    private final Map<ResourceType, Map<String, Alias>> byType;
    private final Map<String, Set<ResourceType>> typesByAlias = new HashMap<>();

    private Aliases(Map<ResourceType, Map<String, Alias>> byType) {
        this.byType = byType;
        byType.forEach((type, aliases) -> aliases.keySet()
                .forEach(alias -> typesByAlias
                        .computeIfAbsent(alias, name -> new TreeSet<>())
                        .add(type)));
    }

    /** A table of the aliases of each type; of several of one name the last counts. */
    public static Aliases of(Map<ResourceType, ? extends Collection<Alias>> aliases) {
        var byType = new HashMap<ResourceType, Map<String, Alias>>();
        aliases.forEach((type, each) -> {
            var ofType = new HashMap<String, Alias>();
            each.forEach(alias -> ofType.put(alias.folded(), alias));
            byType.put(type, ofType);
        });
        return new Aliases(byType);
    }

    /** A table of nothing but paths, by alias by type. */
    public static Aliases ofPaths(Map<ResourceType, Map<String, String>> paths) {
        var aliases = new HashMap<ResourceType, List<Alias>>();
        paths.forEach((type, each) -> aliases.put(
                type,
                each.entrySet().stream()
                        .map(one -> Alias.of(one.getKey(), one.getValue()))
                        .toList()));
        return of(aliases);
    }

    /** This table with another laid over it: where both have an alias of a type, the other's counts. */
    public Aliases under(Aliases other) {
        var byBoth = new HashMap<>(byType);
        other.byType.forEach((type, aliases) -> byBoth.merge(type, aliases, (below, above) -> {
            var both = new HashMap<>(below);
            both.putAll(above);
            return both;
        }));
        return new Aliases(byBoth);
    }

    /** An alias of a type; empty when the type has none of this name. */
    public Optional<Alias> alias(ResourceType type, String name) {
        return Optional.ofNullable(byType.getOrDefault(type, Map.of()).get(fold(name)));
    }

    /** The path that an alias names on resources of a type by default; empty when the alias is not of that type. */
    public Optional<String> path(ResourceType type, String alias) {
        return alias(type, alias).map(one -> one.byDefault().path());
    }

    /** The types that an alias belongs to, in name order; empty when no type has it. */
    public Set<ResourceType> typesOf(String alias) {
        return Collections.unmodifiableSet(typesByAlias.getOrDefault(fold(alias), Set.of()));
    }

    /** The aliases of a type, in no order; empty when the type has none. */
    public Collection<Alias> of(ResourceType type) {
        return Collections.unmodifiableCollection(
                byType.getOrDefault(type, Map.of()).values());
    }

    /** The types that have aliases, in no order. */
    public Set<ResourceType> types() {
        return Collections.unmodifiableSet(byType.keySet());
    }

    /** How many aliases of types there are; one that two types have counts twice. */
    public int size() {
        return byType.values().stream().mapToInt(Map::size).sum();
    }

    /** Whether an alias of the type goes through the members of an array that stands at this path. */
    public boolean isArray(ResourceType type, String path) {
        String members = fold(path) + "[*]";
        return byType.getOrDefault(type, Map.of()).values().stream()
                .map(alias -> alias.byDefault().path())
                .anyMatch(other -> other.regionMatches(true, 0, members, 0, members.length()));
    }

    private static String fold(String alias) {
        return alias.toLowerCase(Locale.ROOT);
    }
}
