package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Values.wants;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Functions on arrays and objects, and those that take a text for an array of characters. */
final class CollectionFunctions {
    private CollectionFunctions() {}

    static Outcome length(List<JsonValue> arguments) {
        return switch (arguments.getFirst()) {
            case JsonString text -> Outcome.of(text.value().length());
            case JsonArray array -> Outcome.of(array.size());
            case JsonObject object -> Outcome.of(object.size());
            case JsonNull none -> Outcome.of(0);
            default -> wants("length", "text, an array or an object", arguments.getFirst());
        };
    }

    static Outcome empty(List<JsonValue> arguments) {
        return switch (arguments.getFirst()) {
            case JsonString text -> Outcome.of(text.value().isEmpty());
            case JsonArray array -> Outcome.of(array.isEmpty());
            case JsonObject object -> Outcome.of(object.isEmpty());
            case JsonNull none -> Outcome.of(true);
            default -> wants("empty", "text, an array or an object", arguments.getFirst());
        };
    }

    static Outcome first(List<JsonValue> arguments) {
        return end("first", arguments.getFirst(), false);
    }

    static Outcome last(List<JsonValue> arguments) {
        return end("last", arguments.getFirst(), true);
    }

    private static Outcome end(String name, JsonValue of, boolean last) {
        return switch (of) {
            case JsonArray array when array.isEmpty() -> Outcome.of(JsonNull.NULL);
            case JsonArray array -> Outcome.of(array.get(last ? array.size() - 1 : 0));
            case JsonString text when text.value().isEmpty() -> Outcome.of("");
            case JsonString text ->
                Outcome.of(last ? lastCharacter(text.value()) : text.value().substring(0, 1));
            case JsonNull none -> Outcome.of(JsonNull.NULL);
            default -> wants(name, "text or an array", of);
        };
    }

    private static String lastCharacter(String text) {
        return text.substring(text.length() - 1);
    }

    static Outcome take(List<JsonValue> arguments) {
        return part("take", arguments, true);
    }

    static Outcome skip(List<JsonValue> arguments) {
        return part("skip", arguments, false);
    }

    private static Outcome part(String name, List<JsonValue> arguments, boolean head) {
        OptionalLong count = Values.whole(arguments.get(1));
        if (count.isEmpty()) {
            return wants(name, "a whole number", arguments.get(1));
        }
        return switch (arguments.get(0)) {
            case JsonNull none -> Outcome.of(JsonNull.NULL);
            case JsonString text -> {
                int at = within(count.getAsLong(), text.value().length());
                yield Outcome.of(
                        head ? text.value().substring(0, at) : text.value().substring(at));
            }
            case JsonArray array -> {
                int at = within(count.getAsLong(), array.size());
                List<JsonValue> items = array.values();
                yield Outcome.of(JsonArray.of(head ? items.subList(0, at) : items.subList(at, items.size())));
            }
            default -> wants(name, "text or an array", arguments.get(0));
        };
    }

    private static int within(long count, int size) {
        return (int) Math.clamp(count, 0L, (long) size);
    }

    /** {@code contains}: in a text without regard to case, in an array by equality, in an object by name. */
    static Outcome contains(List<JsonValue> arguments) {
        JsonValue wanted = arguments.get(1);
        return switch (arguments.get(0)) {
            case JsonString text
            when wanted instanceof JsonString part -> Outcome.of(TextSearch.holds(text.value(), part.value()));
            case JsonArray array -> Outcome.of(Values.holds(array.values(), wanted));
            case JsonObject object
            when wanted instanceof JsonString name -> Outcome.of(object.getIgnoreCase(name.value()) != null);
            default -> wants("contains", "a text, array or object and what to look for in it");
        };
    }

    static Outcome array(List<JsonValue> arguments) {
        return Outcome.of(arguments.getFirst() instanceof JsonArray array ? array : JsonArray.of(arguments.getFirst()));
    }

    static Outcome createArray(List<JsonValue> arguments) {
        return Outcome.of(JsonArray.of(arguments));
    }

    static Outcome createObject(List<JsonValue> arguments) {
        if (arguments.size() % 2 != 0) {
            return wants("createObject", "names and values in turn");
        }
        var object = JsonObject.builder();
        var names = new HashSet<String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!(arguments.get(i) instanceof JsonString name)) {
                return wants("createObject", "texts as names", arguments.get(i));
            }
            if (!names.add(name.value())) {
                return Outcome.failed("`createObject` gets the name `" + name.value() + "` twice");
            }
            object.put(name.value(), arguments.get(i + 1));
        }
        return Outcome.of(object.build());
    }

    static Outcome intersection(List<JsonValue> arguments) {
        if (arguments.stream().allMatch(JsonArray.class::isInstance)) {
            var common = items(arguments.getFirst());
            arguments.forEach(other -> common.retainAll(items(other)));
            return array(common);
        }
        if (arguments.stream().allMatch(JsonObject.class::isInstance)) {
            var others = arguments.stream()
                    .map(other -> Values.byName((JsonObject) other))
                    .toList();
            var common = JsonObject.builder();
            ((JsonObject) arguments.getFirst()).forEach((name, value) -> {
                if (others.stream().allMatch(other -> hasEqual(other, name, value))) {
                    common.put(name, value);
                }
            });
            return Outcome.of(common.build());
        }
        return wants("intersection", "only arrays or only objects");
    }

    private static boolean hasEqual(Map<String, JsonValue> object, String name, JsonValue value) {
        JsonValue there = object.get(name);
        return there != null && Values.equal(there, value);
    }

    /** The items of an array, those that are equal once, in their order. */
    private static Set<Values.Item> items(JsonValue array) {
        var items = new LinkedHashSet<Values.Item>();
        ((JsonArray) array).forEach(item -> items.add(new Values.Item(item)));
        return items;
    }

    private static Outcome array(Set<Values.Item> items) {
        return Outcome.of(JsonArray.of(items.stream().map(Values.Item::value).toList()));
    }

    static Outcome union(List<JsonValue> arguments) {
        if (arguments.stream().allMatch(JsonArray.class::isInstance)) {
            var all = new LinkedHashSet<Values.Item>();
            arguments.forEach(array -> all.addAll(items(array)));
            return array(all);
        }
        if (arguments.stream().allMatch(JsonObject.class::isInstance)) {
            JsonObject merged = JsonObject.empty();
            for (JsonValue object : arguments) {
                merged = merge(merged, (JsonObject) object);
            }
            return Outcome.of(merged);
        }
        return wants("union", "only arrays or only objects");
    }

    private static JsonValue merge(JsonValue under, JsonValue over) {
        return under instanceof JsonObject one && over instanceof JsonObject other ? merge(one, other) : over;
    }

    private static JsonObject merge(JsonObject under, JsonObject over) {
        var members = new LinkedHashMap<String, Map.Entry<String, JsonValue>>();
        under.forEach((name, value) -> members.put(Values.fold(name), Map.entry(name, value)));
        over.forEach((name, value) -> members.merge(
                Values.fold(name),
                Map.entry(name, value),
                (there, here) -> Map.entry(there.getKey(), merge(there.getValue(), value))));
        var merged = JsonObject.builder();
        members.values().forEach(member -> merged.put(member.getKey(), member.getValue()));
        return merged.build();
    }

    static Outcome items(List<JsonValue> arguments) {
        if (!(arguments.getFirst() instanceof JsonObject object)) {
            return wants("items", "an object", arguments.getFirst());
        }
        var byName = new ArrayList<Map.Entry<String, JsonValue>>();
        object.forEach((name, value) -> byName.add(Map.entry(name, value)));
        byName.sort(Comparator.comparing(member -> member.getKey().toUpperCase(Locale.ROOT)));
        var items = new ArrayList<JsonValue>();
        byName.forEach(member -> items.add(JsonObject.builder()
                .put("key", member.getKey())
                .put("value", member.getValue())
                .build()));
        return Outcome.of(JsonArray.of(items));
    }

    /** {@code tryGet}: only the first name or position may be missing; a deeper one that is missing is a failure. */
    static Outcome tryGet(List<JsonValue> arguments) {
        JsonValue first = arguments.get(1);
        if (!(first instanceof JsonString) && Values.whole(first).isEmpty()) {
            return wants("tryGet", "a name or a position", first);
        }
        Outcome at = element(arguments.get(0), first);
        boolean nothing = at instanceof Outcome.Failed
                || (at instanceof Outcome.Value(JsonValue value) && value == JsonNull.NULL);
        if (nothing) {
            return Outcome.of(JsonNull.NULL);
        }
        for (JsonValue deeper : arguments.subList(2, arguments.size())) {
            if (!(at instanceof Outcome.Value found)) {
                return at;
            }
            at = element(found.value(), deeper);
        }
        return at;
    }

    /** The member of an object or array by a name or position; a failure when there is none. */
    static Outcome element(JsonValue of, JsonValue at) {
        if (of instanceof JsonObject object && at instanceof JsonString name) {
            JsonValue found = object.getIgnoreCase(name.value());
            return found == null ? Outcome.failed("there is no property `" + name.value() + "`") : Outcome.of(found);
        }
        OptionalLong index = Values.whole(at);
        if (of instanceof JsonArray array && index.isPresent()) {
            return index.getAsLong() >= 0 && index.getAsLong() < array.size()
                    ? Outcome.of(array.get((int) index.getAsLong()))
                    : Outcome.failed("there is no member " + index.getAsLong() + " in an array of " + array.size());
        }
        return Outcome.failed("`" + Values.text(at) + "` cannot be looked up in "
                + (of == JsonNull.NULL ? "null" : "a value of kind " + of.kind()));
    }
}
