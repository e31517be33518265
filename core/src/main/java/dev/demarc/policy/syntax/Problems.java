package dev.demarc.policy.syntax;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.policy.expression.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one document. */
final class Problems {
    private final Places places;
    private final boolean deployments;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(Places places) {
        this(places, false);
    }

    Problems(Places places, boolean deployments) {
        this.places = places;
        this.deployments = deployments;
    }

    /** Whether expressions may call the functions of deployments that some engines allow. */
    boolean allowsDeployments() {
        return deployments;
    }

    Place place(JsonPointer at) {
        return places.of(at);
    }

    /** The places of what is below a pointer, by pointers from there. */
    Places below(JsonPointer at) {
        return pointer -> {
            var tokens = new ArrayList<>(at.tokens());
            tokens.addAll(pointer.tokens());
            return places.of(new JsonPointer(tokens));
        };
    }

    /** The place of the name of a member; of the value where it has no name. */
    Place name(JsonPointer at) {
        return places.name(at);
    }

    /** The place of some characters of a text, the first counted from 1. */
    Place inside(JsonPointer at, int character, int length) {
        return places.inside(at, character, length);
    }

    void error(String code, String message, JsonPointer at, String hint) {
        error(code, message, places.of(at), hint);
    }

    void error(String code, String message, Place place, String hint) {
        found.add(Diagnostic.error(code, message, place, hint));
    }

    void warning(String code, String message, JsonPointer at, String hint) {
        warning(code, message, places.of(at), hint);
    }

    void warning(String code, String message, Place place, String hint) {
        found.add(Diagnostic.warning(code, message, place, hint));
    }

    /** A value of the wrong kind. */
    void wrongType(String what, String wanted, JsonValue got, JsonPointer at) {
        String message = "`" + what + "` must be " + wanted + ", not " + kind(got);
        error("wrong-type", message, at, "write " + wanted + " here");
    }

    /** The kind of a value with its article. */
    static String kind(JsonValue value) {
        String article = "aeiou".indexOf(value.kind().charAt(0)) >= 0 ? "an " : "a ";
        return value == JsonNull.NULL ? "null" : article + value.kind();
    }

    /** A key that means nothing where it stands. */
    void unknownKey(String key, JsonPointer at, Collection<String> known) {
        error("unknown-key", "the key `" + key + "` means nothing here", name(at), didYouMean(key, known));
    }

    /** Notes keys that mean nothing and keys written twice in different case. */
    void checkKeys(JsonObject object, List<String> known, JsonPointer at) {
        for (String key : object.names()) {
            if (known.stream().noneMatch(key::equalsIgnoreCase)) {
                unknownKey(key, at.child(key), known);
            }
        }
        checkCase(object, at);
    }

    /** Notes keys that mean nothing where Azure leaves them unread, and keys written twice in different case. */
    void checkOptionalKeys(JsonObject object, List<String> known, JsonPointer at) {
        for (String key : object.names()) {
            if (known.stream().noneMatch(key::equalsIgnoreCase)) {
                String message = "nobody reads the key `" + key + "` here";
                warning("ignored-key", message, name(at.child(key)), didYouMean(key, known));
            }
        }
        checkCase(object, at);
    }

    /** Notes names that differ in case only: Azure takes them for one. */
    void checkCase(JsonObject object, JsonPointer at) {
        var seen = new HashMap<String, String>();
        for (String key : object.names()) {
            String before = seen.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
            if (before != null) {
                error(
                        "same-name",
                        "`" + key + "` and `" + before + "` differ in case only and are one name to Azure",
                        name(at.child(key)),
                        "remove one of the two, or rename it");
            }
        }
    }

    /** The pointer to a member by the name it is written with, which may differ in case. */
    static JsonPointer child(JsonObject object, String key, JsonPointer at) {
        String written = key;
        for (String name : object.names()) {
            if (name.equals(key)) {
                return at.child(key);
            }
            if (written.equals(key) && name.equalsIgnoreCase(key)) {
                written = name;
            }
        }
        return at.child(written);
    }

    static String didYouMean(String typed, Collection<String> known) {
        return Nearest.to(typed, known)
                .map(near -> "did you mean `" + near + "`?")
                .orElse("use one of " + String.join(", ", known));
    }

    boolean hasErrors() {
        return found.stream().anyMatch(one -> one.severity() == Diagnostic.Severity.ERROR);
    }

    <T> Parsed<T> parsed(@Nullable T value) {
        return new Parsed<>(hasErrors() ? Optional.empty() : Optional.ofNullable(value), found);
    }
}
