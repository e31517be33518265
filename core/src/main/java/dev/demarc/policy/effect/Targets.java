package dev.demarc.policy.effect;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.evaluation.Evaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The places in a document that the path of a field leads to, case of names aside.
 *
 * @param toTheEnd whether a path that ends in the members of an array means the place after the last of them
 */
record Targets(List<String> steps, boolean toTheEnd) {

    /** One place, or why there is none. */
    sealed interface Target {
        /** The place, as far as it goes. */
        JsonPointer at();

        /** What stands there; empty for nothing. */
        default Optional<JsonValue> before() {
            return Optional.empty();
        }
    }

    /** A place where something stands. */
    record Present(JsonPointer at, JsonValue value) implements Target {
        @Override
        public Optional<JsonValue> before() {
            return Optional.of(value);
        }
    }

    /**
     * A place where nothing stands, or null does.
     *
     * @param there how many tokens lead to the last object that is there
     * @param onNull whether the next token leads to null, instead of to nothing
     */
    record Absent(JsonPointer at, int there, boolean onNull) implements Target {

        /** Whether only the last name is missing; {@code properties} counts as always there. */
        boolean isDirect() {
            int parents = at.tokens().size() - 1;
            return there >= parents || (parents == 1 && at.tokens().getFirst().equalsIgnoreCase("properties"));
        }

        /** The first parent that is missing, with dots. */
        String missingParent() {
            return String.join(".", at.tokens().subList(0, there + 1));
        }

        /** The step that puts a value there, with the objects around it that are missing. */
        JsonPatch.Step add(JsonValue value) {
            List<String> tokens = at.tokens();
            return new JsonPatch.Step(
                    onNull ? JsonPatch.Operation.REPLACE : JsonPatch.Operation.ADD,
                    new JsonPointer(tokens.subList(0, there + 1)),
                    Optional.of(inside(value, tokens.subList(there + 1, tokens.size()))));
        }
    }

    /** The place after the last item of an array, which may still have to be made. */
    record End(Target array) implements Target {
        @Override
        public JsonPointer at() {
            return array.at().child(JsonPatch.END);
        }

        /** The step that adds an item. */
        JsonPatch.Step add(JsonValue value) {
            return array instanceof Absent absent
                    ? absent.add(JsonArray.of(value))
                    : new JsonPatch.Step(JsonPatch.Operation.ADD, at(), Optional.of(value));
        }
    }

    /** No place, because an array on the way has no members, or none that can be meant. */
    record Nowhere(JsonPointer at, String why) implements Target {}

    /** No place, because something of another kind stands in the way. */
    record Blocked(JsonPointer at, String why) implements Target {}

    private static JsonValue inside(JsonValue value, List<String> names) {
        JsonValue around = value;
        for (String name : names.reversed()) {
            around = JsonObject.builder().put(name, around).build();
        }
        return around;
    }

    /** The places in a document, in its order; never none. */
    List<Target> in(JsonValue document) {
        var found = new ArrayList<Target>();
        walk(document, 0, new ArrayList<>(), found);
        return found;
    }

    private void walk(JsonValue value, int step, List<String> tokens, List<Target> found) {
        var here = new JsonPointer(tokens);
        if (step == steps.size()) {
            found.add(value == JsonNull.NULL ? new Absent(here, tokens.size() - 1, true) : new Present(here, value));
            return;
        }
        String name = steps.get(step);
        if (name.equals(Evaluator.EACH)) {
            members(value, step, tokens, found);
            return;
        }
        if (!(value instanceof JsonObject object)) {
            found.add(value == JsonNull.NULL ? missing(step, tokens, true) : blocked(here, value, "an object"));
            return;
        }
        String there = object.names().stream()
                .filter(name::equals)
                .findFirst()
                .or(() -> object.names().stream().filter(name::equalsIgnoreCase).findFirst())
                .orElse("");
        JsonValue member = object.get(there);
        if (member == null) {
            found.add(missing(step, tokens, false));
            return;
        }
        tokens.add(there);
        walk(member, step + 1, tokens, found);
        tokens.removeLast();
    }

    private static Target blocked(JsonPointer at, JsonValue value, String wanted) {
        return new Blocked(
                at, "`" + String.join(".", at.tokens()) + "` is of kind " + value.kind() + ", not " + wanted);
    }

    private void members(JsonValue value, int step, List<String> tokens, List<Target> found) {
        var here = new JsonPointer(tokens);
        boolean last = step == steps.size() - 1;
        if (!(value instanceof JsonArray array)) {
            found.add(
                    value == JsonNull.NULL && last && toTheEnd
                            ? new End(new Absent(here, tokens.size() - 1, true))
                            : blocked(here, value, "an array"));
            return;
        }
        if (last) {
            found.add(toTheEnd ? new End(new Present(here, array)) : unclear(here));
            return;
        }
        if (array.isEmpty()) {
            found.add(new Nowhere(here, "`" + String.join(".", tokens) + "` has no members to change"));
        }
        for (int i = 0; i < array.size(); i++) {
            tokens.add(Integer.toString(i));
            walk(array.get(i), step + 1, tokens, found);
            tokens.removeLast();
        }
    }

    private static Target unclear(JsonPointer at) {
        return new Nowhere(at, "what `addOrReplace` does to all members of an array is not documented");
    }

    /** Nothing from a step on: a place to be made, unless it would be in members that are not there. */
    private Target missing(int step, List<String> tokens, boolean onNull) {
        List<String> rest = steps.subList(step, steps.size());
        int array = rest.indexOf(Evaluator.EACH);
        var place = new ArrayList<>(tokens);
        place.addAll(array < 0 ? rest : rest.subList(0, array));
        var at = new JsonPointer(place);
        int there = onNull ? tokens.size() - 1 : tokens.size();
        if (array < 0) {
            return new Absent(at, there, onNull);
        }
        if (array < rest.size() - 1) {
            return new Nowhere(at, "`" + String.join(".", place) + "` is not set");
        }
        return toTheEnd ? new End(new Absent(at, there, onNull)) : unclear(at);
    }
}
