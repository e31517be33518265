package dev.demarc.policy.effect;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.syntax.Details;
import java.util.Optional;

/**
 * One change that {@code modify} or {@code append} wants, and what would become of it.
 *
 * @param field the field as the rule names it, with parameters filled in
 * @param at where it stands in the resource; the root when that is not known
 * @param before what stands there; empty for nothing
 * @param after what should stand there; empty for a removal, and where the value is not known
 */
public record Change(
        Details.Action action,
        String field,
        JsonPointer at,
        Optional<JsonValue> before,
        Optional<JsonValue> after,
        Fate fate) {

    /** What would become of a change. */
    public sealed interface Fate {}

    /** It is made, by this step. */
    public record Made(JsonPatch.Step step) implements Fate {}

    /** Nothing is to do. */
    public record AlreadySo() implements Fate {}

    /**
     * It is left out, and the request goes on without it.
     *
     * @param why one sentence
     */
    public record Skipped(String why) implements Fate {}

    /**
     * The whole request is denied because of it.
     *
     * @param why one sentence
     */
    public record Refused(String why) implements Fate {}

    /**
     * It cannot be told, because something was not seen or cannot be computed.
     *
     * @param why one sentence
     */
    public record Open(String why) implements Fate {}
}
