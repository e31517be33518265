package dev.demarc.policy.evaluation;

import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.ValueSize;
import java.util.function.Supplier;

/**
 * What one judgement, or the binding of one rule, has gone through and computed so far: members of counts and parts of
 * computed values. Small rules could otherwise take for ever or fill the memory. Not for several threads at once.
 */
public final class Effort {
    /** Far more than any real rule needs on any real resource, and no more than some seconds and megabytes. */
    private static final long MOST = 4_000_000;

    /** Looking at a part costs a small share of what making one costs. */
    private static final int LOOKS = 32;

    /** A resource bounds the members of its arrays; what a rule goes round is bounded by this alone. */
    private static final int ROUND = 40;

    /** What binding keeps is kept for every resource, and in more than one form. */
    private static final long MOST_OF_RULE = MOST / 4;

    private final long room;
    private long spent;

    private Effort(long room) {
        this.room = room;
    }

    /** The effort of one judgement. */
    static Effort ofJudgement() {
        return new Effort(MOST);
    }

    /** The effort of working out beforehand what needs no resource; what finds no room is left to each judgement. */
    public static Effort ofRule() {
        return new Effort(MOST_OF_RULE);
    }

    /**
     * Whether there is still room after so many items of a count of a value. Azure lets nobody save a rule whose counts of
     * values go round more than 100 times, and evaluates a published one whose parameter has 115 items.
     */
    public boolean goesRound(int items) {
        spent += (long) items * ROUND;
        return spent <= room;
    }

    /** Whether there is still room after so many members of a count. */
    public boolean goesThrough(int members) {
        spent += members;
        return spent <= room;
    }

    /** The outcome of a function, or a failure when there is no more room; then it is not called. */
    Outcome computed(ValueSize given, Supplier<Outcome> function) {
        spent += 1 + given.weight() / LOOKS;
        if (spent > room) {
            return tooMuch();
        }
        Outcome outcome = function.get();
        if (outcome instanceof Outcome.Value found) {
            spent += ValueSize.of(found.value()).weight();
        }
        return spent <= room ? outcome : tooMuch();
    }

    /** That there is no more room. */
    public static Outcome.Failed tooMuch() {
        return new Outcome.Failed("the rule computes more than " + MOST + " values for one resource");
    }
}
