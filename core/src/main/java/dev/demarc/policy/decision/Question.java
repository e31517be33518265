package dev.demarc.policy.decision;

import dev.demarc.document.JsonValue;
import dev.demarc.policy.evaluation.Truth;
import org.jspecify.annotations.Nullable;

/** An operator and its right side, ready to be asked of values. */
@FunctionalInterface
interface Question {
    /** What {@link #settledFrom} says of a question whose answers never settle. */
    int NEVER = Integer.MAX_VALUE;

    /**
     * Whether it holds of a value.
     *
     * @param found null when absent
     */
    Truth of(@Nullable JsonValue found);

    /** The least whole number, from 0, from which on every whole number has the same answer. */
    default int settledFrom() {
        return NEVER;
    }
}
