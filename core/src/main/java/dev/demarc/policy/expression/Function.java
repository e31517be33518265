package dev.demarc.policy.expression;

import dev.demarc.document.JsonValue;
import java.util.List;
import java.util.Map;

/** A function of the policy language. */
public sealed interface Function {
    /** Stands for any number of arguments. */
    int UNLIMITED = Integer.MAX_VALUE;

    /** The name as Microsoft writes it; calls compare it without regard to case. */
    String name();

    /** The least number of arguments. */
    int least();

    /** The greatest number of arguments. */
    int most();

    /** A function whose outcome depends on its arguments alone. */
    record Pure(String name, int least, int most, Body body) implements Function {
        /** The outcome for these arguments; a failure where it is larger than policies may compute. */
        public Outcome apply(List<JsonValue> arguments) {
            return Functions.limited(body.apply(arguments), "`" + name + "`");
        }

        /** The outcome where other functions stand in for those of their names. */
        public Outcome applyAs(Map<String, Body> others, List<JsonValue> arguments) {
            return Functions.limited(others.getOrDefault(name, body).apply(arguments), "`" + name + "`");
        }
    }

    /** A function that the evaluator carries out, because it looks around or does not evaluate every argument. */
    record Contextual(String name, int least, int most, Context context) implements Function {}

    /** What a pure function does. The number of arguments has been checked. */
    @FunctionalInterface
    interface Body {
        /** The outcome for these arguments. */
        Outcome apply(List<JsonValue> arguments);
    }

    /** What a contextual function looks at. */
    enum Context {
        IF,
        PARAMETERS,
        FIELD,
        CURRENT,
        SUBSCRIPTION,
        RESOURCE_GROUP,
        REQUEST_CONTEXT,
        POLICY,
        CLAIMS,
        UTC_NOW,
        IP_RANGE_CONTAINS
    }
}
