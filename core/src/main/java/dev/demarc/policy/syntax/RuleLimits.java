package dev.demarc.policy.syntax;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.Place;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts what Azure allows a certain number of in one rule, and notes the first that is too many. Source: "policy rule
 * limits" in Microsoft's documentation of the definition structure.
 */
final class RuleLimits {
    /** Parameters of a definition. */
    static final int PARAMETERS = 128;

    private static final int IN_IF = 4_096;
    private static final int IN_THEN = 128;
    private static final int FUNCTIONS = 2_048;
    private static final int FIELD_COUNTS = 5;
    private static final int VALUE_COUNTS = 10;
    private static final int ITERATIONS = 100;

    private final Problems problems;
    private final Map<String, Integer> fieldCounts = new HashMap<>();
    private int most = IN_IF;
    private int conditions;
    private int functions;
    private int valueCounts;
    private long iterations = 1;

    RuleLimits(Problems problems) {
        this.problems = problems;
    }

    /** From here on, conditions stand in {@code then}. */
    void enterThen() {
        most = IN_THEN;
        conditions = 0;
    }

    void condition(JsonPointer at) {
        if (++conditions == most + 1) {
            problems.error(
                    "too-many-conditions",
                    "a rule has at most " + most + " conditions in `" + (most == IN_IF ? "if" : "then") + "`",
                    at,
                    "use `in` instead of many conditions, or write several policies");
        }
    }

    void function(Place place) {
        if (++functions == FUNCTIONS + 1) {
            problems.error(
                    "too-many-functions",
                    "a rule calls at most " + FUNCTIONS + " functions",
                    place,
                    "write several policies");
        }
    }

    /** A count of the array of this alias; an empty name is computed and cannot be counted. */
    void fieldCount(String alias, JsonPointer at) {
        int counts = alias.isEmpty() ? 0 : fieldCounts.merge(alias.toLowerCase(Locale.ROOT), 1, Integer::sum);
        if (counts == FIELD_COUNTS + 1) {
            problems.error(
                    "too-many-counts",
                    "a rule counts one array at most " + FIELD_COUNTS + " times, `" + alias + "` is counted once more",
                    at,
                    "join the conditions in one `where`, or write several policies");
        }
    }

    /** Enters a count of a value with so many items; 1 when that is not known. */
    void enterValueCount(int items, JsonPointer at) {
        if (++valueCounts == VALUE_COUNTS + 1) {
            problems.error(
                    "too-many-counts",
                    "a rule counts values at most " + VALUE_COUNTS + " times",
                    at,
                    "join the conditions in one `where`, or write several policies");
        }
        iterations *= Math.max(1, items);
        if (iterations > ITERATIONS) {
            problems.error(
                    "too-many-iterations",
                    "a count of a value goes through at most " + ITERATIONS + " items, this one through " + iterations,
                    at,
                    "shorten the list, or use `in`");
        }
    }

    void leaveValueCount(int items) {
        iterations /= Math.max(1, items);
    }
}
