package dev.demarc.policy.lint;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.Place;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function.Context;
import dev.demarc.policy.expression.Function.Contextual;
import dev.demarc.policy.expression.Nearest;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Names of fields: whether they exist, belong to the types the rule asks for, and name an array or one value. */
final class AliasReview {
    private static final List<String> PLAIN =
            List.of("name", "fullName", "kind", "type", "location", "id", "identity.type", "tags", "apiVersion");
    private static final int SHOWN_TYPES = 3;

    private final Aliases aliases;
    private final Remarks remarks;
    private final Set<String> unlisted = new HashSet<>();
    /** The aliases of the counts around, folded. */
    private final Deque<String> counted = new ArrayDeque<>();
    /** The types of the resource that {@code field} functions look at, inside an existence condition. */
    private Optional<Set<ResourceType>> ofIf = Optional.empty();

    private boolean inExistence;

    AliasReview(Aliases aliases, Remarks remarks) {
        this.aliases = aliases;
        this.remarks = remarks;
    }

    /** Reviews the {@code if} of a rule. */
    void review(Condition condition) {
        walk(condition, Optional.empty());
    }

    /** Reviews an existence condition, whose conditions look at the related resource. */
    void reviewExistence(Condition existence, Details.Related related, Condition when) {
        ofIf = TypesAsked.of(when);
        inExistence = true;
        walk(
                existence,
                Constants.text(related.type()).flatMap(ResourceType::parse).map(Set::of));
    }

    private void walk(Condition condition, Optional<Set<ResourceType>> types) {
        switch (condition) {
            case Condition.AllOf all -> {
                Optional<Set<ResourceType>> narrowed = TypesAsked.narrowed(types, TypesAsked.of(all));
                all.parts().forEach(part -> walk(part, narrowed));
            }
            case Condition.AnyOf any -> any.parts().forEach(part -> walk(part, types));
            case Condition.Not not -> walk(not.part(), types);
            case Condition.Comparison comparison -> comparison(comparison, types);
        }
    }

    private void comparison(Condition.Comparison comparison, Optional<Set<ResourceType>> types) {
        JsonPointer leftAt = remarks.leftPointer(comparison);
        switch (comparison.left()) {
            case Left.Field field -> {
                Constants.text(field.name()).ifPresent(name -> {
                    name(name, remarks.of(leftAt), types);
                    array(name, comparison, types);
                });
                calls(field.name(), leftAt, types);
            }
            case Left.FieldCount count -> {
                Constants.text(count.alias()).ifPresent(name -> name(name, remarks.of(leftAt), types));
                Constants.text(count.alias()).map(Constants::folded).ifPresent(counted::push);
                count.where().ifPresent(where -> walk(where, types));
                Constants.text(count.alias()).ifPresent(name -> counted.pop());
            }
            case Left.Value value -> calls(value.value(), leftAt, types);
            case Left.ValueCount count -> {
                calls(count.items(), leftAt, types);
                count.where().ifPresent(where -> walk(where, types));
            }
        }
        calls(comparison.right(), remarks.rightPointer(comparison), types);
    }

    private void calls(Template template, JsonPointer at, Optional<Set<ResourceType>> types) {
        switch (template) {
            case Template.Constant constant -> {}
            case Template.Computed text -> calls(text, at, types);
            case Template.Items items -> {
                for (int i = 0; i < items.items().size(); i++) {
                    calls(items.items().get(i), at.child(i), types);
                }
            }
            case Template.Members members ->
                members.members().forEach(member -> calls(member.value(), at.child(member.name()), types));
        }
    }

    private void calls(Template.Computed text, JsonPointer at, Optional<Set<ResourceType>> types) {
        text.expression().any(node -> {
            if (node instanceof Expression.Call(Contextual function, List<Expression> arguments, int c)
                    && !arguments.isEmpty()
                    && arguments.getFirst() instanceof Expression.Literal(JsonString name, int character)) {
                Place place = remarks.node(text, arguments.getFirst(), at);
                if (function.context() == Context.CURRENT) {
                    current(name.value(), place, types);
                } else if (function.context() != Context.FIELD) {
                    return false;
                } else if (inExistence && isOfRelated(name.value(), types)) {
                    remarks.warning(
                            "field-of-related",
                            "`field` looks at the resource of the `if`, which has no `" + name.value() + "`",
                            place,
                            "ask for the related resource's property with a `field` condition");
                } else {
                    name(name.value(), place, inExistence ? ofIf : types);
                }
            }
            return false;
        });
    }

    /** A member of a count of an alias; what names another count, or none around, is no alias or already told. */
    private void current(String name, Place place, Optional<Set<ResourceType>> types) {
        String folded = Constants.folded(name);
        if (counted.stream().anyMatch(folded::startsWith) && !counted.contains(folded)) {
            name(name, place, types);
        }
    }

    private boolean isOfRelated(String name, Optional<Set<ResourceType>> related) {
        Set<ResourceType> owners = aliases.typesOf(name);
        return related.isPresent()
                && ofIf.isPresent()
                && owners.stream().anyMatch(related.get()::contains)
                && owners.stream().noneMatch(ofIf.get()::contains);
    }

    private void name(String name, Place place, Optional<Set<ResourceType>> asked) {
        if (name.indexOf('/') < 0) {
            plain(name, place);
            return;
        }
        Optional<Set<ResourceType>> types = asked.filter(some -> !some.isEmpty());
        Set<ResourceType> owners = aliases.typesOf(name);
        if (owners.isEmpty()) {
            unknown(name, place, types.orElseGet(() -> startOf(name)));
        } else if (types.isPresent() && owners.stream().noneMatch(types.get()::contains)) {
            String nearest = nearest(name, types.get())
                    .map(near -> "; did you mean `" + near + "`?")
                    .orElse("; ask for that type, or use an alias of " + shown(types.get()));
            remarks.warning(
                    "alias-of-other-type",
                    "the alias `" + name + "` does not belong to " + shown(types.get()),
                    place,
                    "it belongs to " + shown(owners) + nearest);
        } else {
            deep(name, place, owners);
        }
    }

    private void plain(String name, Place place) {
        String folded = Constants.folded(name);
        if (folded.startsWith("tags[") && !folded.endsWith(folded.startsWith("tags['") ? "']" : "]")) {
            remarks.warning(
                    "unclosed-tag",
                    "the name of the tag in `" + name + "` does not end",
                    place,
                    "write `tags['name']`");
            return;
        }
        boolean known = PLAIN.stream().anyMatch(folded::equalsIgnoreCase)
                || folded.startsWith("tags.")
                || folded.startsWith("tags[")
                || folded.startsWith("identity.");
        if (!known) {
            String hint = Nearest.to(name, PLAIN)
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("use one of " + String.join(", ", PLAIN) + ", or an alias such as `Microsoft.Storage/...`");
            remarks.warning("unknown-field", "there is no field `" + name + "`", place, hint);
        }
    }

    private void unknown(String name, Place place, Set<ResourceType> types) {
        boolean listed = types.stream().anyMatch(type -> !aliases.of(type).isEmpty());
        if (!listed) {
            if (unlisted.add(name.substring(0, name.indexOf('/')).toLowerCase(Locale.ROOT) + types)) {
                remarks.note(
                        "alias-unchecked",
                        "no aliases are listed for " + (types.isEmpty() ? "the type of `" + name + "`" : shown(types)),
                        place,
                        "check the name with `az provider show --expand resourceTypes/aliases`");
            }
            return;
        }
        String hint = nearest(name, types)
                .map(near -> "did you mean `" + near + "`?")
                .orElse("look the name up with `az provider show --expand resourceTypes/aliases`");
        remarks.warning("unknown-alias", "no alias is named `" + name + "`", place, hint);
    }

    /** The types whose names an alias starts with, the longest listed one first. */
    private Set<ResourceType> startOf(String alias) {
        var types = new LinkedHashSet<ResourceType>();
        for (int slash = alias.lastIndexOf('/'); slash > 0; slash = alias.lastIndexOf('/', slash - 1)) {
            ResourceType.parse(alias.substring(0, slash))
                    .filter(type -> !aliases.of(type).isEmpty())
                    .ifPresent(types::add);
        }
        return types.isEmpty() ? types : Set.of(types.getFirst());
    }

    /** The alias of some types whose property is named most alike; the part before it, the type, may be another. */
    private Optional<String> nearest(String name, Set<ResourceType> types) {
        var byProperty = new TreeMap<String, String>();
        types.forEach(type ->
                aliases.of(type).forEach(alias -> byProperty.putIfAbsent(property(alias.folded()), alias.folded())));
        String property = property(Constants.folded(name));
        return Optional.ofNullable(byProperty.get(property))
                .or(() -> Nearest.to(property, byProperty.keySet()).map(byProperty::get))
                .map(near -> inCaseOf(name, near, types));
    }

    private static String property(String alias) {
        return alias.substring(alias.lastIndexOf('/') + 1);
    }

    /** A folded alias with the letters of what was typed, or of a type, where they agree. */
    private static String inCaseOf(String typed, String folded, Set<ResourceType> types) {
        String best = typed;
        for (ResourceType type : types) {
            boolean starts = folded.startsWith(type.folded());
            if (starts && !folded.regionMatches(true, 0, typed, 0, type.folded().length())) {
                best = type.text();
            }
        }
        int same = 0;
        while (same < Math.min(best.length(), folded.length())
                && Character.toLowerCase(best.charAt(same)) == folded.charAt(same)) {
            same++;
        }
        return best.substring(0, same) + folded.substring(same);
    }

    /** Source of the rule of thumb: "deeply nested field alias" of Azure's own linter. */
    private void deep(String name, Place place, Set<ResourceType> owners) {
        boolean deep = owners.stream()
                .flatMap(type -> aliases.path(type, name).stream())
                .allMatch(path -> path.split("\\bproperties\\b", -1).length > 3);
        if (deep) {
            remarks.note(
                    "alias-far-away",
                    "the alias leads through more than two resources, of which the answer may show only the ids",
                    place,
                    "check that a resource shows the property, or write the policy for the type that has it");
        }
    }

    private void array(String name, Condition.Comparison comparison, Optional<Set<ResourceType>> types) {
        boolean one = switch (comparison.operator().kind()) {
            case EQUALITY, LIKE, MATCH, MATCH_INSENSITIVELY, IN, ORDER -> true;
            case CONTAINS, CONTAINS_KEY, EXISTENCE -> false;
        };
        boolean empty = Constants.value(comparison.right())
                .flatMap(Constants::compared)
                .filter(String::isEmpty)
                .isPresent();
        Set<ResourceType> owners = aliases.typesOf(name + "[*]");
        boolean array = name.indexOf('/') > 0
                && !name.endsWith("[*]")
                && owners.stream()
                        .anyMatch(type -> types.isEmpty() || types.get().contains(type));
        if (one && array && !empty) {
            remarks.warning(
                    "array-as-one",
                    "`" + name + "` is an array, and `" + comparison.operator().key() + "` compares it as a whole",
                    remarks.operator(comparison),
                    comparison.operator().kind() == Operator.Kind.ORDER
                            ? "count its members: `count` with `field` `" + name + "[*]`"
                            : "compare its members: `" + name + "[*]`, or `count` them");
        }
    }

    private static String shown(Set<ResourceType> types) {
        String some = String.join(
                ", ",
                types.stream().limit(SHOWN_TYPES).map(type -> "`" + type + "`").toList());
        return types.size() <= SHOWN_TYPES ? some : some + " and " + (types.size() - SHOWN_TYPES) + " more";
    }
}
