package dev.demarc.runner.opinion;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.decision.CompiledCondition;
import dev.demarc.policy.evaluation.FieldNames;
import dev.demarc.policy.evaluation.FieldReference;
import dev.demarc.policy.evaluation.Fields;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.PropertyPath;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes up resources of which a condition holds or fails. It knows the shape of conditions and guesses values; whether a
 * guess is right it asks the engine. Every property that the condition reads is there, but where the condition is about
 * its absence.
 */
final class Making {
    private static final int PASSES = 3;
    private static final int GUESSES_AT_ONCE = 80;
    private static final int MOST_MEMBERS = 3;

    private final Condition condition;
    private final ParameterValues parameters;
    private final Providers providers;
    private Function<Resource, Scope> around = resource -> Scope.of(resource, Estate.of(List.of(), List.of()));
    private Random chance = new Random(0);
    private final IdentityHashMap<Condition, CompiledCondition> compiled = new IdentityHashMap<>();
    private final IdentityHashMap<Condition, List<Optional<JsonValue>>> guesses = new IdentityHashMap<>();
    private final List<Kept> kept = new ArrayList<>();
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Fields fields;

    /** Makes resources for a condition, bound to the parameters. */
    Making(Condition condition, ParameterValues parameters, Providers providers) {
        this.condition = condition;
        this.parameters = parameters;
        this.providers = providers;
        this.fields =
                Fields.of(providers.aliases(), FieldNames.in(List.of(condition)).keySet(), Optional.empty());
    }

    /**
     * A resource of which the condition is as wanted; empty where none was found.
     *
     * @param in what a resource made up is asked about in
     */
    Optional<Draft> make(Draft start, boolean wanted, Function<Resource, Scope> in, long seed) {
        around = in;
        chance = new Random(seed);
        Optional<Draft> made = Optional.of(filled(start));
        for (int pass = 0; pass < PASSES && made.isPresent() && !is(condition, made.get(), wanted); pass++) {
            made = satisfy(condition, made.get(), wanted);
        }
        return made.filter(one -> is(condition, one, wanted));
    }

    /** The draft with a value in every property that the condition reads, the outer before the inner. */
    Draft filled(Draft start) {
        var first = new TreeMap<PropertyPath, Optional<JsonValue>>(
                Comparator.comparingInt((PropertyPath path) -> path.steps().size())
                        .thenComparing(PropertyPath::text));
        condition.forEachComparison(comparison -> {
            for (String name : FieldNames.in(List.of(comparison)).keySet()) {
                path(name, start.type())
                        .ifPresent(path ->
                                first.computeIfAbsent(path, one -> natural(comparison, kind(one, start.type()))));
            }
        });
        Draft draft = start;
        for (var one : first.entrySet()) {
            draft = draft.with(one.getKey(), one.getValue());
        }
        return draft;
    }

    private Optional<JsonValue> natural(Condition.Comparison comparison, Kind kind) {
        return guesses(comparison).stream()
                .flatMap(Optional::stream)
                .filter(value -> kind.fits(Optional.of(value)))
                .findFirst();
    }

    private Optional<PropertyPath> path(String name, ResourceType type) {
        return switch (fields.reference(name)) {
            case FieldReference.Known known -> Optional.empty();
            case FieldReference.Location location -> Optional.of(PropertyPath.of("location", false));
            case FieldReference.Tag tag ->
                Optional.of(new PropertyPath(List.of("tags", tag.name()), false, Optional.empty(), Set.of()));
            case FieldReference.Property property -> Fields.path(property, type);
        };
    }

    private List<Optional<JsonValue>> guesses(Condition.Comparison comparison) {
        return guesses.computeIfAbsent(comparison, one -> Guesses.of(comparison));
    }

    private boolean is(Condition part, Draft draft, boolean wanted) {
        Truth truth = truth(part, draft);
        return wanted ? truth.holds() : truth.fails();
    }

    private Truth truth(Condition part, Draft draft) {
        return draft.resource()
                .map(resource -> compiled.computeIfAbsent(
                                part, one -> CompiledCondition.of(one, parameters, providers.aliases(), World.CONTEXT))
                        .decide(around.apply(resource)))
                .orElse(Truth.failed("no such id"));
    }

    private Optional<Draft> satisfy(Condition part, Draft draft, boolean wanted) {
        if (is(part, draft, wanted)) {
            return Optional.of(draft);
        }
        return switch (part) {
            case Condition.AllOf all -> wanted ? every(all.parts(), draft, true) : one(all.parts(), draft, false);
            case Condition.AnyOf any -> wanted ? one(any.parts(), draft, true) : every(any.parts(), draft, false);
            case Condition.Not not -> satisfy(not.part(), draft, !wanted);
            case Condition.Comparison comparison -> guessed(comparison, draft, wanted);
        };
    }

    /** Every part as wanted: where that can be, so that the parts before a part stay so; else in several passes. */
    private Optional<Draft> every(List<Condition> parts, Draft draft, boolean wanted) {
        Draft at = draft;
        for (int pass = 0; pass < PASSES; pass++) {
            boolean changed = false;
            for (int i = 0; i < parts.size(); i++) {
                Draft now = at;
                List<Kept> before = parts.subList(0, i).stream()
                        .filter(one -> is(one, now, wanted))
                        .map(one -> new Kept(one, wanted))
                        .toList();
                kept.addAll(before);
                Optional<Draft> next = satisfy(parts.get(i), at, wanted);
                kept.subList(kept.size() - before.size(), kept.size()).clear();
                Condition part = parts.get(i);
                next = next.or(() -> satisfy(part, now, wanted));
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                changed |= !next.get().equals(at);
                at = next.get();
            }
            if (!changed) {
                break;
            }
        }
        return Optional.of(at);
    }

    /** A part of the condition that is as wanted already and should stay so. */
    private record Kept(Condition part, boolean wanted) {}

    private boolean serves(Condition part, Draft draft, boolean wanted) {
        return is(part, draft, wanted) && kept.stream().allMatch(one -> is(one.part(), draft, one.wanted()));
    }

    private Optional<Draft> one(List<Condition> parts, Draft draft, boolean wanted) {
        var shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, chance);
        return shuffled.stream()
                .flatMap(part -> satisfy(part, draft, wanted).stream())
                .findFirst();
    }

    private Optional<Draft> guessed(Condition.Comparison comparison, Draft draft, boolean wanted) {
        List<String> names = List.copyOf(FieldNames.in(List.of(comparison)).keySet());
        for (String name : names) {
            for (Optional<JsonValue> value : values(comparison, name, draft)) {
                Optional<Draft> next = with(draft, name, value).filter(one -> serves(comparison, one, wanted));
                if (next.isPresent()) {
                    return next;
                }
            }
        }
        Optional<Draft> counted = comparison.left() instanceof Left.FieldCount count
                ? counted(comparison, count, draft, wanted)
                : Optional.empty();
        return counted.or(() -> atOnce(comparison, names, draft, wanted));
    }

    /** The guesses that fit the property, and the texts among them joined to what it has. */
    private List<Optional<JsonValue>> values(Condition.Comparison comparison, String name, Draft draft) {
        Optional<PropertyPath> path = path(name, draft.type());
        var values = new ArrayList<Optional<JsonValue>>();
        Kind kind = path.map(one -> kind(one, draft.type())).orElse(Kind.ANY);
        guesses(comparison).stream().filter(kind::fits).forEach(values::add);
        if (path.isPresent() && draft.at(path.get()).orElse(null) instanceof JsonString there) {
            for (Optional<JsonValue> value : guesses(comparison)) {
                if (value.orElse(null) instanceof JsonString text) {
                    values.add(Optional.of(new JsonString(text.value() + "," + there.value())));
                    values.add(Optional.of(new JsonString(there.value() + "," + text.value())));
                }
            }
        }
        return values;
    }

    /** The kind of value that aliases further in want where a path leads. */
    private Kind kind(PropertyPath path, ResourceType type) {
        return kinds.computeIfAbsent(path.text() + " of " + type.folded(), key -> {
            if (providers.aliases().isArray(type, path.text())) {
                return Kind.ARRAY;
            }
            String inside = path.text() + ".";
            boolean object = providers.aliases().of(type).stream()
                    .map(alias -> alias.byDefault().path())
                    .anyMatch(other -> other.regionMatches(true, 0, inside, 0, inside.length()));
            return object ? Kind.OBJECT : Kind.ANY;
        });
    }

    private enum Kind {
        ANY,
        OBJECT,
        ARRAY;

        boolean fits(Optional<JsonValue> value) {
            return switch (this) {
                case ANY -> true;
                case OBJECT -> value.isEmpty() || value.get() instanceof JsonObject;
                case ARRAY -> value.isEmpty() || value.get() instanceof JsonArray;
            };
        }
    }

    /** As many members as are wanted, all of which satisfy what is counted or none. */
    private Optional<Draft> counted(
            Condition.Comparison comparison, Left.FieldCount count, Draft draft, boolean wanted) {
        Optional<PropertyPath> members = count.alias() instanceof Template.Constant(JsonString alias)
                ? path(alias.value(), draft.type())
                : Optional.empty();
        for (boolean counts : List.of(true, false)) {
            Optional<Draft> one =
                    count.where().map(where -> satisfy(where, draft, counts)).orElse(Optional.of(draft));
            for (int copies = 1; one.isPresent() && members.isPresent() && copies <= MOST_MEMBERS; copies++) {
                Optional<Draft> next = Optional.of(one.get().copied(members.get(), copies))
                        .filter(it -> serves(comparison, it, wanted));
                if (next.isPresent()) {
                    return next;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Draft> atOnce(Condition.Comparison comparison, List<String> names, Draft draft, boolean wanted) {
        if (names.size() < 2) {
            return Optional.empty();
        }
        List<List<Optional<JsonValue>>> each =
                names.stream().map(name -> values(comparison, name, draft)).toList();
        for (int i = 0; i < GUESSES_AT_ONCE; i++) {
            Optional<Draft> next = Optional.of(draft);
            for (int n = 0; n < names.size(); n++) {
                String name = names.get(n);
                Optional<JsonValue> value =
                        each.get(n).get(chance.nextInt(each.get(n).size()));
                next = next.flatMap(one -> with(one, name, value));
            }
            next = next.filter(one -> serves(comparison, one, wanted));
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    private Optional<Draft> with(Draft draft, String name, Optional<JsonValue> value) {
        if (fields.reference(name) instanceof FieldReference.Known known) {
            return value.filter(JsonString.class::isInstance)
                    .map(text -> ((JsonString) text).value())
                    .flatMap(text -> renamed(draft, known, text));
        }
        return path(name, draft.type()).map(path -> draft.with(path, value));
    }

    private static Optional<Draft> renamed(Draft draft, FieldReference.Known known, String text) {
        var names = new ArrayList<>(draft.names());
        return switch (known) {
            case NAME -> {
                names.set(names.size() - 1, text);
                yield text.isEmpty() || text.indexOf('/') >= 0 ? Optional.empty() : Optional.of(draft.named(names));
            }
            case FULL_NAME -> {
                List<String> parts = List.of(text.split("/", -1));
                yield parts.size() == names.size() && parts.stream().noneMatch(String::isEmpty)
                        ? Optional.of(draft.named(parts))
                        : Optional.empty();
            }
            case ID, TYPE -> Optional.empty();
        };
    }
}
