package dev.demarc.policy;

import dev.demarc.check.Evidence;
import dev.demarc.policy.evaluation.Explanation.Counted;
import java.util.List;
import java.util.Optional;

/**
 * A fact that decided an answer, and how it is told together with others.
 *
 * @param within the member of the outermost count that it is told of; empty outside of counts
 * @param brief the fact in a few words, named as the member names it
 */
record Fact(Evidence evidence, Kind kind, Optional<Within> within, String brief) {

    /** What kind of fact it is. */
    enum Kind {
        /** What the resource has at a place. */
        FOUND,
        /** How many members there are. */
        COUNTED,
        /** What parameters decide, whatever the resource has. */
        GIVEN
    }

    /**
     * A member that counts.
     *
     * @param count which count of the rule, by order
     */
    record Within(int count, Counted member) {}

    /** A fact of no count. */
    static Fact of(Evidence evidence) {
        return new Fact(evidence, Kind.FOUND, Optional.empty(), evidence.says());
    }

    /** What the facts leave to be shown. */
    static List<Evidence> evidence(List<Fact> facts) {
        return facts.stream().map(Fact::evidence).toList();
    }
}
