package dev.demarc.policy.trial;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.syntax.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a case expects. */
final class ExpectationReader {
    private static final List<String> KEYS = List.of("state", "effect", "reason", "patch");

    private final Places places;
    private final List<Diagnostic> found;

    ExpectationReader(Places places, List<Diagnostic> found) {
        this.places = places;
        this.found = found;
    }

    /**
     * What is expected: a word, or an object.
     *
     * @param of the case it belongs to
     */
    Optional<Expectation> expectation(@Nullable JsonValue value, JsonPointer of) {
        JsonPointer at = of.child("expect");
        return switch (value) {
            case JsonString word ->
                state(word.value(), at)
                        .map(state -> new Expectation(
                                state.state, Optional.empty(), Optional.empty(), Optional.empty(), places.of(at)));
            case JsonObject object -> expectation(object, at);
            case null -> {
                error("missing-expectation", "the case does not say what it expects", of, "add `expect`");
                yield Optional.empty();
            }
            default -> {
                error("wrong-type", "`expect` must be a state or an object, not " + value.kind(), at, "write a state");
                yield Optional.empty();
            }
        };
    }

    private Optional<Expectation> expectation(JsonObject object, JsonPointer at) {
        for (String key : object.names()) {
            if (!KEYS.contains(key)) {
                String hint = PolicyTestReader.didYouMean(key, KEYS);
                found.add(Diagnostic.error(
                        "unknown-key", "the key `" + key + "` means nothing here", places.name(at.child(key)), hint));
            }
        }
        Optional<String> word = text(object, "state", at);
        if (word.isEmpty()) {
            error("missing-expectation", "the expectation has no `state`", at, "add `state`");
            return Optional.empty();
        }
        Optional<Effect> effect = effect(object, at);
        Optional<String> reason = text(object, "reason", at);
        JsonValue patch = object.get("patch");
        if (patch != null && !(patch instanceof JsonObject)) {
            error("wrong-type", "`patch` must be an object, not " + patch.kind(), at.child("patch"), "write an object");
        }
        return state(word.get(), at.child("state"))
                .map(state -> new Expectation(
                        state.state,
                        effect,
                        reason,
                        patch instanceof JsonObject members ? Optional.of(members) : Optional.empty(),
                        places.of(at)));
    }

    /** A state that was read; empty when the policy should not apply. */
    private record State(Optional<ComplianceState> state) {}

    private Optional<State> state(String word, JsonPointer at) {
        if (word.equalsIgnoreCase(Expectation.NOT_APPLICABLE) || word.equalsIgnoreCase("NotApplicable")) {
            return Optional.of(new State(Optional.empty()));
        }
        Optional<ComplianceState> state = ComplianceState.parse(word);
        if (state.isEmpty()) {
            var words = new ArrayList<>(Arrays.stream(ComplianceState.values())
                    .map(ComplianceState::word)
                    .toList());
            words.add(Expectation.NOT_APPLICABLE);
            error("unknown-state", "there is no state `" + word + "`", at, PolicyTestReader.didYouMean(word, words));
        }
        return state.map(one -> new State(Optional.of(one)));
    }

    private Optional<Effect> effect(JsonObject object, JsonPointer at) {
        Optional<String> word = text(object, "effect", at);
        Optional<Effect> effect = word.flatMap(Effect::of);
        if (word.isPresent() && effect.isEmpty()) {
            String hint = PolicyTestReader.didYouMean(word.get(), Effect.words());
            error("unknown-effect", "there is no effect `" + word.get() + "`", at.child("effect"), hint);
        }
        return effect;
    }

    private Optional<String> text(JsonObject object, String key, JsonPointer at) {
        JsonValue value = object.get(key);
        if (value != null && !(value instanceof JsonString)) {
            error("wrong-type", "`" + key + "` must be a text, not " + value.kind(), at.child(key), "write a text");
        }
        return object.text(key).filter(text -> !text.isBlank());
    }

    private void error(String code, String message, JsonPointer at, String hint) {
        found.add(Diagnostic.error(code, message, places.of(at), hint));
    }
}
