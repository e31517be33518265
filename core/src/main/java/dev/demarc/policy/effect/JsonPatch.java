package dev.demarc.policy.effect;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.document.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Changes to a document in order, as RFC 6902 has them; of its operations {@code add}, {@code replace}, {@code remove}. */
public record JsonPatch(List<Step> steps) {
    /** The token that stands for the place after the last item of an array. */
    static final String END = "-";

    public JsonPatch {
        steps = List.copyOf(steps);
    }

    /** What a step does. */
    public enum Operation {
        ADD,
        REPLACE,
        REMOVE;

        /** The word in a patch. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One change.
     *
     * @param path the place changed; for an item added to the end of an array its last token is {@code -}
     * @param value the new value; empty for a removal
     */
    public record Step(Operation operation, JsonPointer path, Optional<JsonValue> value) {
        public Step {
            if ((operation == Operation.REMOVE) != value.isEmpty()) {
                throw new IllegalArgumentException("a value is added or put in place, and none is removed");
            }
        }

        /** The step carried out; empty when the document has no such place. */
        Optional<JsonValue> on(JsonValue document) {
            return on(document, 0);
        }

        private Optional<JsonValue> on(JsonValue at, int depth) {
            if (depth == path.tokens().size()) {
                return value;
            }
            String token = path.tokens().get(depth);
            boolean last = depth == path.tokens().size() - 1;
            return switch (at) {
                case JsonObject object -> member(object, token, last, depth);
                case JsonArray array -> item(array, token, last, depth);
                default -> Optional.empty();
            };
        }

        private Optional<JsonValue> member(JsonObject object, String token, boolean last, int depth) {
            JsonValue there = object.get(token);
            boolean adds = last && operation == Operation.ADD;
            Optional<JsonValue> changed = adds || there == null ? value.filter(any -> adds) : on(there, depth + 1);
            boolean removes = last && operation == Operation.REMOVE && there != null;
            if (changed.isEmpty() && !removes) {
                return Optional.empty();
            }
            var builder = JsonObject.builder();
            object.forEach((name, member) -> {
                if (!name.equals(token)) {
                    builder.put(name, member);
                } else if (!removes) {
                    builder.put(name, changed.orElseThrow());
                }
            });
            if (there == null) {
                builder.put(token, changed.orElseThrow());
            }
            return Optional.of(builder.build());
        }

        private Optional<JsonValue> item(JsonArray array, String token, boolean last, int depth) {
            var items = new ArrayList<JsonValue>(array.values());
            if (last && operation == Operation.ADD && token.equals(END)) {
                items.add(value.orElseThrow());
                return Optional.of(JsonArray.of(items));
            }
            var place = new JsonPointer(List.of(token));
            Optional<JsonValue> there = place.in(array);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            int index = Integer.parseInt(token);
            if (last && operation == Operation.ADD) {
                items.add(index, value.orElseThrow());
            } else if (last && operation == Operation.REMOVE) {
                items.remove(index);
            } else {
                Optional<JsonValue> changed = on(there.get(), depth + 1);
                if (changed.isEmpty()) {
                    return Optional.empty();
                }
                items.set(index, changed.get());
            }
            return Optional.of(JsonArray.of(items));
        }
    }

    /** The document with every step carried out; empty when it has no place for one of them. */
    public Optional<JsonValue> applied(JsonValue document) {
        Optional<JsonValue> at = Optional.of(document);
        for (Step step : steps) {
            at = at.flatMap(step::on);
        }
        return at;
    }

    /** The patch as a JSON value: an array of objects. */
    public JsonArray json() {
        return JsonArray.of(steps.stream()
                .map(step -> {
                    var object = JsonObject.builder()
                            .put("op", step.operation().word())
                            .put("path", step.path().toString());
                    step.value().ifPresent(value -> object.put("value", value));
                    return object.build();
                })
                .toList());
    }

    /** The patch as text on one line. */
    public String text() {
        return JsonWriter.compact(json());
    }
}
