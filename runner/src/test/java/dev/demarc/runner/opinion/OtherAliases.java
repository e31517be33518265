package dev.demarc.runner.opinion;

import dev.demarc.document.JsonString;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Alias;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The table of aliases as the other engine may see it, for the names in one condition. */
final class OtherAliases {
    private static final String NOWHERE = "noSuchMember";

    private OtherAliases() {}

    /**
     * The table in a reading: a name that a type has not may lead where an alias of the type with the same last part
     * does, and one whose path the type has in another case too may lead nowhere.
     */
    static Aliases in(Reading reading, Aliases known, Condition condition, Set<ResourceType> types) {
        boolean ofAnyType = reading.has(Limitation.ALIAS_OF_ANY_TYPE);
        boolean inOneCase = reading.has(Limitation.PATH_IN_ONE_CASE);
        if (!ofAnyType && !inOneCase) {
            return known;
        }
        return table(condition, types, (type, name) -> {
            Optional<String> own = known.path(type, name);
            if (own.isPresent()) {
                return own.map(path -> inOneCase && isInTwoCases(known, type, path) ? NOWHERE : path);
            }
            return ofAnyType ? sameLastPart(known, type, name) : Optional.empty();
        });
    }

    private static Optional<String> sameLastPart(Aliases known, ResourceType type, String name) {
        return known.of(type).stream()
                .filter(alias -> lastPart(alias.name()).equalsIgnoreCase(lastPart(name)))
                .min(Comparator.comparing(Alias::name))
                .map(alias -> alias.byDefault().path());
    }

    /** The table where these names lead to their last part under {@code properties}. */
    static Aliases underProperties(Aliases known, Condition condition, Set<ResourceType> types, Set<String> moved) {
        return table(
                condition,
                types,
                (type, name) ->
                        moved.contains(name) ? Optional.of("properties." + lastPart(name)) : known.path(type, name));
    }

    private static boolean isInTwoCases(Aliases known, ResourceType type, String path) {
        return known.of(type).stream()
                .map(alias -> alias.byDefault().path())
                .anyMatch(other -> other.equalsIgnoreCase(path) && !other.equals(path));
    }

    /** What follows the type. */
    static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private interface Path {
        Optional<String> of(ResourceType type, String name);
    }

    private static Aliases table(Condition condition, Set<ResourceType> types, Path path) {
        var table = new HashMap<ResourceType, Map<String, String>>();
        for (String name : names(condition)) {
            for (ResourceType type : types) {
                path.of(type, name)
                        .ifPresent(found -> table.computeIfAbsent(type, one -> new HashMap<>())
                                .put(name, found));
            }
        }
        return Aliases.ofPaths(table);
    }

    /** The aliases that a condition writes out, as fields and in functions. */
    static Set<String> names(Condition condition) {
        var names = new TreeSet<String>();
        condition.forEachComparison(one -> {
            Template left = switch (one.left()) {
                case Left.Field field -> field.name();
                case Left.FieldCount count -> count.alias();
                case Left.Value value -> value.value();
                case Left.ValueCount count -> count.items();
            };
            for (Template template : List.of(left, one.right())) {
                if (template instanceof Template.Constant(JsonString text)) {
                    add(text.value(), names);
                }
                template.any(node -> {
                    if (node instanceof Expression.Literal(JsonString text, int at)) {
                        add(text.value(), names);
                    }
                    return false;
                });
            }
        });
        return names;
    }

    private static void add(String text, Set<String> names) {
        if (text.startsWith("Microsoft.") && text.indexOf('/') > 0) {
            names.add(text);
        }
    }
}
