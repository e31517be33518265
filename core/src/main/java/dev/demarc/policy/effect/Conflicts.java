package dev.demarc.policy.effect;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where several policies want contradicting changes to one resource. Azure gives each of them the state conflict when two
 * or more deny in a conflict: {@code modify} with the conflict effect deny, and {@code append} always. A policy that only
 * audits gives way and stays non-compliant.
 */
public final class Conflicts {
    private Conflicts() {}

    /**
     * What one policy wants of the resource.
     *
     * @param policy whatever tells the policies of the caller apart: an assignment, a reference in an initiative
     * @param patch its change, as {@code PolicyCheck.patch} gives it
     */
    public record Wish<T>(T policy, Patch patch) {}

    /**
     * Two policies that want different values in one place, or in a place and another inside it.
     *
     * @param at the place that both change
     * @param oneWants what the one wants there; empty for nothing
     * @param otherWants what the other wants there; empty for nothing
     */
    public record Conflict<T>(
            T one, T other, JsonPointer at, Optional<JsonValue> oneWants, Optional<JsonValue> otherWants) {}

    /** The conflicts among the wishes for one resource: each pair once, in their order; none of a policy with itself. */
    public static <T> List<Conflict<T>> among(List<Wish<T>> wishes) {
        List<Wish<T>> strict = wishes.stream()
                .filter(wish -> wish.patch().conflictEffect() == ConflictEffect.DENY)
                .toList();
        var conflicts = new ArrayList<Conflict<T>>();
        for (int i = 0; i < strict.size(); i++) {
            for (int j = i + 1; j < strict.size(); j++) {
                between(strict.get(i), strict.get(j)).ifPresent(conflicts::add);
            }
        }
        return List.copyOf(conflicts);
    }

    private static <T> Optional<Conflict<T>> between(Wish<T> one, Wish<T> other) {
        for (Change first : wanted(one.patch())) {
            for (Change second : wanted(other.patch())) {
                Optional<Conflict<T>> conflict = between(one.policy(), other.policy(), first, second);
                if (conflict.isPresent()) {
                    return conflict;
                }
            }
        }
        return Optional.empty();
    }

    /** The changes of which the place is known and that are not left out. */
    private static List<Change> wanted(Patch patch) {
        return patch.changes().stream()
                .filter(change -> !change.at().tokens().isEmpty())
                .filter(change -> !(change.fate() instanceof Change.Skipped))
                .toList();
    }

    private static <T> Optional<Conflict<T>> between(T one, T other, Change first, Change second) {
        boolean swapped = first.at().tokens().size() > second.at().tokens().size();
        Change outer = swapped ? second : first;
        Change inner = swapped ? first : second;
        List<String> above = folded(outer.at());
        List<String> below = folded(inner.at());
        boolean bothAdd = above.equals(below) && above.getLast().equals(JsonPatch.END);
        if (bothAdd || !below.subList(0, above.size()).equals(above)) {
            return Optional.empty();
        }
        List<String> rest = inner.at().tokens().subList(above.size(), below.size());
        Optional<JsonValue> outerWants = outer.after().flatMap(value -> new JsonPointer(rest).in(value));
        if (outerWants.equals(inner.after())) {
            return Optional.empty();
        }
        Optional<JsonValue> firstWants = swapped ? inner.after() : outerWants;
        Optional<JsonValue> secondWants = swapped ? outerWants : inner.after();
        return Optional.of(new Conflict<>(one, other, inner.at(), firstWants, secondWants));
    }

    private static List<String> folded(JsonPointer at) {
        return at.tokens().stream().map(token -> token.toLowerCase(Locale.ROOT)).toList();
    }
}
