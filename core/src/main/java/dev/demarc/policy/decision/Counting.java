package dev.demarc.policy.decision;

import dev.demarc.document.JsonNumber;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import org.jspecify.annotations.Nullable;

/** Asks a question of a number that grows; what is undecided matters only where it could change the answer. */
final class Counting {
    private final Question question;
    private final @Nullable Decider where;
    private final int settledFrom;
    private int least;
    private int open;
    private Truth.@Nullable Undecided why;

    /** @param where what counts; null when everything does */
    Counting(Question question, @Nullable Decider where) {
        this.question = question;
        this.where = where;
        this.settledFrom = question.settledFrom();
    }

    /** Whether no further member can change the answer. */
    boolean settled() {
        return least >= settledFrom;
    }

    /** Whether members are counted without being looked at. */
    boolean countsAll() {
        return where == null;
    }

    /** Counts so many members. */
    void add(int members) {
        least += members;
    }

    /** Counts a member if the condition holds at it. */
    void add(Scope inside) {
        Truth truth = where == null ? Truth.Decided.TRUE : where.decide(inside);
        if (truth instanceof Truth.Undecided undecided) {
            open++;
            why = why == null || undecided.cause() == Truth.Cause.FAILED ? undecided : why;
        } else if (truth == Truth.Decided.TRUE) {
            least++;
        }
    }

    /** The answer, all members being counted or the answer being settled. */
    Truth answer() {
        Truth answer = question.of(JsonNumber.of(least));
        int most = settledFrom - least > open ? least + open : Math.max(least, settledFrom);
        for (int number = least + 1; number <= most && why != null; number++) {
            if (!question.of(JsonNumber.of(number)).equals(answer)) {
                return why;
            }
        }
        return answer;
    }
}
