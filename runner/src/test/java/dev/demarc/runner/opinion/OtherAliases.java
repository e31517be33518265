package dev.demarc.runner.opinion;

import dev.demarc.document.JsonString;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The table of aliases as the other engine may see it, for the names in one condition. */
final class OtherAliases {
    private static final String NOWHERE = "noSuchMember";

    private OtherAliases() {}

    /** Every name leads where an alias of the type with the same last part does, else to that part itself. */
    static Aliases byLastPart(Aliases known, Condition condition, Set<ResourceType> types) {
        return table(
                known,
                condition,
                types,
                (type, name) -> known.path(type, name).isPresent()
                        ? Optional.of("properties." + lastPart(name))
                        : known.of(type).stream()
                                .filter(alias -> lastPart(alias).equalsIgnoreCase(lastPart(name)))
                                .sorted()
                                .findFirst()
                                .flatMap(alias -> known.path(type, alias)));
    }

    /** A name leads nowhere where the type has its path in another case too. */
    static Aliases inOneCase(Aliases known, Condition condition, Set<ResourceType> types) {
        return table(
                known,
                condition,
                types,
                (type, name) -> known.path(type, name)
                        .map(path -> isInTwoCases(known, type, path) ? NOWHERE : path));
    }

    private static boolean isInTwoCases(Aliases known, ResourceType type, String path) {
        return known.of(type).stream()
                .flatMap(alias -> known.path(type, alias).stream())
                .anyMatch(other -> other.equalsIgnoreCase(path) && !other.equals(path));
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private interface Path {
        Optional<String> of(ResourceType type, String name);
    }

    private static Aliases table(Aliases known, Condition condition, Set<ResourceType> types, Path path) {
        var table = new HashMap<ResourceType, Map<String, String>>();
        for (String name : names(condition)) {
            for (ResourceType type : types) {
                path.of(type, name)
                        .ifPresent(found -> table.computeIfAbsent(type, one -> new HashMap<>())
                                .put(name, found));
            }
        }
        return new Aliases(table);
    }

    private static Set<String> names(Condition condition) {
        var names = new TreeSet<String>();
        condition.forEachComparison(one -> {
            Template name = switch (one.left()) {
                case Left.Field field -> field.name();
                case Left.FieldCount count -> count.alias();
                case Left.Value value -> value.value();
                case Left.ValueCount count -> count.items();
            };
            if (name instanceof Template.Constant(JsonString text) && text.value().indexOf('/') > 0) {
                names.add(text.value());
            }
        });
        return names;
    }
}
