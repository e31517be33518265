package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.syntax.Condition;
import java.util.List;
import java.util.Optional;

/** Why a condition holds of a resource or does not, as a tree of the condition's own shape. */
public sealed interface Explanation {

    /** The condition, its parameters filled in. */
    Condition condition();

    /** Whether it holds. */
    Truth truth();

    /** The condition in words. */
    default String words() {
        return Words.of(condition());
    }

    /** Where the condition stands in its document. */
    default JsonPointer ruleAt() {
        return condition().place().pointer();
    }

    /** An {@code allOf}, {@code anyOf} or {@code not}, with every part evaluated. */
    record Group(Condition condition, Truth truth, List<Explanation> parts) implements Explanation {
        public Group {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A comparison.
     *
     * @param looks the values compared, several for the members of an array; empty when there was none
     * @param reads what the expression on the left read, each once; empty for other comparisons
     * @param wanted what they were compared with; empty when that could not be computed
     * @param counted the members of a count and whether each counts; empty for other comparisons
     */
    record Leaf(
            Condition.Comparison condition,
            Truth truth,
            List<Look> looks,
            List<Read> reads,
            Optional<JsonValue> wanted,
            List<Counted> counted)
            implements Explanation {
        public Leaf {
            looks = List.copyOf(looks);
            reads = List.copyOf(reads);
            counted = List.copyOf(counted);
        }
    }

    /**
     * One member of a count.
     *
     * @param at its place in the resource; the root for an item of a computed array
     * @param where why it counts; empty when every member does
     */
    record Counted(JsonPointer at, JsonValue member, Truth truth, Optional<Explanation> where) {}
}
