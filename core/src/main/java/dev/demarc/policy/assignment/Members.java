package dev.demarc.policy.assignment;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.syntax.Parsed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of a document about policies, names without regard to case; what is wrong with them is collected. */
final class Members {
    private final JsonObject resource;
    private final JsonObject properties;
    private final JsonPointer at;
    private final Places places;
    private final List<Diagnostic> found = new ArrayList<>();

    Members(PolicyDocument document) {
        this.resource = document.content();
        this.places = document.places();
        boolean wrapped = resource.getIgnoreCase("properties") instanceof JsonObject;
        this.properties = resource.getIgnoreCase("properties") instanceof JsonObject inner ? inner : resource;
        this.at = wrapped ? child(resource, "properties", JsonPointer.ROOT) : JsonPointer.ROOT;
    }

    /** A member of the resource itself. */
    Optional<String> outer(String key) {
        return text(resource.getIgnoreCase(key));
    }

    /** A text among the properties; empty when absent or null. */
    Optional<String> text(String key) {
        JsonValue value = get(key);
        if (value != null && !(value instanceof JsonString)) {
            wrong(key, "a text", value);
        }
        return text(value);
    }

    private static Optional<String> text(@Nullable JsonValue value) {
        return value instanceof JsonString text && !text.value().isBlank()
                ? Optional.of(text.value())
                : Optional.empty();
    }

    /** A text that must be there. */
    Optional<String> required(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            error("missing-member", "the document does not say its `" + key + "`", at, "add `" + key + "`");
        }
        return text;
    }

    /** A property; null when absent or JSON's null. */
    @Nullable
    JsonValue get(String key) {
        JsonValue value = properties.getIgnoreCase(key);
        return value == JsonNull.NULL ? null : value;
    }

    /** An object among the properties; the empty one when absent. */
    JsonObject object(String key) {
        JsonValue value = get(key);
        if (value != null && !(value instanceof JsonObject)) {
            wrong(key, "an object", value);
        }
        return value instanceof JsonObject object ? object : JsonObject.empty();
    }

    /** An array among the properties; the empty one when absent. */
    JsonArray array(String key) {
        JsonValue value = get(key);
        if (value != null && !(value instanceof JsonArray)) {
            wrong(key, "a list", value);
        }
        return value instanceof JsonArray array ? array : JsonArray.of();
    }

    /** The texts of an array. */
    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        JsonArray array = array(key);
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonString text) {
                texts.add(text.value());
            } else {
                error("wrong-type", "`" + key + "` must be a list of texts", at(key).child(i), "write a text here");
            }
        }
        return texts;
    }

    /** A point in time; empty when absent or none. */
    Optional<Instant> instant(String key) {
        Optional<String> text = text(key);
        try {
            return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException notATime) {
            error(
                    "wrong-date",
                    "`" + key + "` is `" + text.orElseThrow() + "`, which is no point in time",
                    at(key),
                    "write it as 2026-12-31T23:59:00Z");
            return Optional.empty();
        }
    }

    /** The id of the document, which must be there. */
    Optional<ResourceId> id() {
        Optional<String> text = outer("id").or(() -> outer("resourceId"));
        Optional<ResourceId> id = text.flatMap(ResourceId::parse);
        if (id.isEmpty()) {
            error(
                    "missing-id",
                    text.map(one -> "`" + one + "` is not the id of a resource")
                            .orElse("the document has no `id`, so what it hangs on is not known"),
                    JsonPointer.ROOT.child("id"),
                    "give it the id under which Azure knows it");
        }
        return id;
    }

    /** The id that a member names. */
    Optional<ResourceId> idOf(String text, JsonPointer pointer) {
        Optional<ResourceId> id = ResourceId.parse(text);
        if (id.isEmpty()) {
            error("wrong-id", "`" + text + "` is not the id of a scope", pointer, "write it as /subscriptions/…");
        }
        return id;
    }

    /** Where a property stands, by the name it is written with. */
    JsonPointer at(String key) {
        return child(properties, key, at);
    }

    private static JsonPointer child(JsonObject object, String key, JsonPointer at) {
        return at.child(object.names().stream()
                .filter(key::equalsIgnoreCase)
                .findFirst()
                .orElse(key));
    }

    /** Where properties stand, by pointers that start with their names. */
    Places properties() {
        return pointer -> {
            List<String> tokens = pointer.tokens();
            JsonPointer found = tokens.isEmpty() ? at : at(tokens.getFirst());
            for (String token : tokens.stream().skip(1).toList()) {
                found = found.child(token);
            }
            return places.of(found);
        };
    }

    /** Where things below a property stand, by pointers from it. */
    Places below(String key) {
        JsonPointer from = at(key);
        return pointer -> {
            var tokens = new ArrayList<>(from.tokens());
            tokens.addAll(pointer.tokens());
            return places.of(new JsonPointer(tokens));
        };
    }

    Place place() {
        return places.of(JsonPointer.ROOT);
    }

    Place place(JsonPointer pointer) {
        return places.of(pointer);
    }

    void wrong(String key, String wanted, JsonValue got) {
        error("wrong-type", "`" + key + "` must be " + wanted + ", not " + got.kind(), at(key), "write " + wanted);
    }

    void error(String code, String message, JsonPointer pointer, String hint) {
        found.add(Diagnostic.error(code, message, places.of(pointer), hint));
    }

    void warning(String code, String message, JsonPointer pointer, String hint) {
        found.add(Diagnostic.warning(code, message, places.of(pointer), hint));
    }

    /** What reading came to: nothing where any mistake is an error. */
    <T> Parsed<T> parsed(Optional<T> value) {
        boolean sound = found.stream().noneMatch(one -> one.severity() == Diagnostic.Severity.ERROR);
        return new Parsed<>(sound ? value : Optional.empty(), found);
    }
}
