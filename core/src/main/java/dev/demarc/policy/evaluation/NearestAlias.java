package dev.demarc.policy.evaluation;

import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Alias;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.expression.Nearest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The known alias that a mistyped one was probably meant to be. Only the aliases of one type are compared: of the type
 * that the name begins with, or of the one nearest to that among the types of the provider, itself the nearest one.
 */
final class NearestAlias {
    private final Aliases aliases;

    NearestAlias(Aliases aliases) {
        this.aliases = aliases;
    }

    /** The nearest alias of the type that the name begins with; empty when nothing is near. */
    Optional<String> to(String name) {
        for (int slash = name.lastIndexOf('/'); slash > name.indexOf('/'); slash = name.lastIndexOf('/', slash - 1)) {
            String rest = name.substring(slash + 1);
            Optional<String> found = type(name.substring(0, slash)).flatMap(type -> to(type, rest));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> to(ResourceType type, String rest) {
        int start = type.text().length() + 1;
        Map<String, Alias> byRest = new HashMap<>();
        for (Alias alias : aliases.of(type)) {
            if (alias.name().length() > start && alias.name().regionMatches(true, 0, type.text() + "/", 0, start)) {
                byRest.put(alias.name().substring(start), alias);
            }
        }
        return nearest(rest, byRest.keySet())
                .flatMap(near -> Optional.ofNullable(byRest.get(near)))
                .map(Alias::name);
    }

    private Optional<ResourceType> type(String written) {
        Optional<ResourceType> parsed = ResourceType.parse(written);
        if (parsed.isEmpty() || !aliases.of(parsed.get()).isEmpty()) {
            return parsed;
        }
        int slash = written.indexOf('/');
        Map<String, Map<String, ResourceType>> byProvider = aliases.types().stream()
                .collect(Collectors.groupingBy(
                        type -> type.namespace().toLowerCase(Locale.ROOT),
                        Collectors.toMap(
                                type -> type.folded().substring(type.namespace().length() + 1), Function.identity())));
        return nearest(written.substring(0, slash), byProvider.keySet())
                .map(byProvider::get)
                .flatMap(types ->
                        nearest(written.substring(slash + 1), types.keySet()).map(types::get));
    }

    private static Optional<String> nearest(String written, Collection<String> words) {
        return Nearest.to(written.toLowerCase(Locale.ROOT), words);
    }
}
