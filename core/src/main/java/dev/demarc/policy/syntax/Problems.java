package dev.demarc.policy.syntax;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.policy.expression.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one document. */
final class Problems {
    private final Places places;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(Places places) {
        this.places = places;
    }

    Place place(JsonPointer at) {
        return places.of(at);
    }

    void error(String code, String message, JsonPointer at, String hint) {
        found.add(Diagnostic.error(code, message, places.of(at), hint));
    }

    void warning(String code, String message, JsonPointer at, String hint) {
        found.add(Diagnostic.warning(code, message, places.of(at), hint));
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
        error("unknown-key", "the key `" + key + "` means nothing here", at, didYouMean(key, known));
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
