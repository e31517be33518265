package dev.demarc.policy.expression;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;

/** How large a value may become that a policy computes. Source: the limits in Microsoft's documentation of rules. */
final class Limits {
    private static final int DEEPEST = 128;
    private static final int MOST_NODES = 32_768;

    private int nodes;

    private Limits() {}

    /** An outcome, or a failure of the function that computed a value too large. */
    static Outcome checked(String function, Outcome outcome) {
        if (!(outcome instanceof Outcome.Value(JsonValue value))) {
            return outcome;
        }
        return switch (value) {
            case JsonString text when text.value().length() > LimitedText.LONGEST -> LimitedText.failure(function);
            case JsonArray array when !new Limits().holds(array, 1) -> failure(function);
            case JsonObject object when !new Limits().holds(object, 1) -> failure(function);
            default -> outcome;
        };
    }

    private static Outcome failure(String function) {
        return Outcome.failed(
                "`" + function + "` makes a value of more than " + MOST_NODES + " parts or " + DEEPEST + " levels");
    }

    private boolean holds(JsonValue value, int depth) {
        nodes++;
        if (nodes > MOST_NODES || depth > DEEPEST) {
            return false;
        }
        if (value instanceof JsonArray array) {
            for (JsonValue item : array) {
                if (!holds(item, depth + 1)) {
                    return false;
                }
            }
        } else if (value instanceof JsonObject object) {
            for (int i = 0; i < object.size(); i++) {
                if (!holds(object.value(i), depth + 1)) {
                    return false;
                }
            }
        }
        return true;
    }
}
