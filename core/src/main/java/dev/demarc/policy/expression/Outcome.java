package dev.demarc.policy.expression;

import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;

/** What evaluating an expression comes to: a value, a failure of the expression, or something that was not seen. */
public sealed interface Outcome {

    /** A value; JSON's null where the expression yields none. */
    record Value(JsonValue value) implements Outcome {}

    /**
     * The expression cannot be carried out.
     *
     * @param says one sentence
     */
    record Failed(String says) implements Outcome {}

    /**
     * The expression needs something that no source has shown.
     *
     * @param says one sentence
     */
    record Unseen(String says) implements Outcome {}

    /** A value. */
    static Outcome of(JsonValue value) {
        return new Value(value);
    }

    /** A text. */
    static Outcome of(String text) {
        return new Value(new JsonString(text));
    }

    /** A whole number. */
    static Outcome of(long number) {
        return new Value(JsonNumber.of(number));
    }

    /** A truth value. */
    static Outcome of(boolean truth) {
        return new Value(JsonBoolean.of(truth));
    }

    /** A failure, with one sentence. */
    static Outcome failed(String says) {
        return new Failed(says);
    }

    /** Something not seen, with one sentence. */
    static Outcome unseen(String says) {
        return new Unseen(says);
    }
}
