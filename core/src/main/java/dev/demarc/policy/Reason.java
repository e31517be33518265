package dev.demarc.policy;

import dev.demarc.document.JsonPointer;
import dev.demarc.policy.evaluation.Explanation.Counted;
import dev.demarc.policy.evaluation.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The first facts that decided as one sentence. Each is said once; of the members of a count the first one that counts is
 * told with what makes it count; what parameters decide is told only where nothing else is.
 */
final class Reason {
    private static final int MOST_SAID = 3;
    private static final int MOST_OF_MEMBER = 8;

    private Reason() {}

    /** The sentence. */
    static String of(List<Fact> facts) {
        boolean onlyGiven = facts.stream().allMatch(fact -> fact.kind() == Fact.Kind.GIVEN);
        var said = new LinkedHashSet<String>();
        var counts = new HashSet<Integer>();
        for (Fact fact : facts) {
            if (said.size() == MOST_SAID) {
                break;
            }
            if (fact.within().isPresent()) {
                Fact.Within within = fact.within().get();
                if (counts.add(within.count())) {
                    said.add(member(within.member(), facts));
                }
            } else if (onlyGiven || fact.kind() != Fact.Kind.GIVEN) {
                said.add(fact.evidence().says());
            }
        }
        return said.isEmpty() ? "nothing decided it" : String.join("; ", said);
    }

    private static String member(Counted member, List<Fact> facts) {
        Set<String> all = new LinkedHashSet<>();
        for (Fact fact : facts) {
            boolean ofIt = fact.within().isPresent()
                    && fact.within().get().member().at().equals(member.at())
                    && fact.within().get().member().member().equals(member.member());
            if (ofIt && fact.kind() == Fact.Kind.FOUND) {
                all.add(fact.brief());
            }
        }
        var brief = new ArrayList<>(all.stream().limit(MOST_OF_MEMBER).toList());
        if (all.size() > MOST_OF_MEMBER) {
            brief.add("… and " + (all.size() - MOST_OF_MEMBER) + " more");
        }
        String label = label(member);
        return brief.isEmpty() ? label + " counts" : label + ": " + String.join(", ", brief);
    }

    /** A member as people find it: its name and its place. */
    private static String label(Counted member) {
        if (member.at().equals(JsonPointer.ROOT)) {
            return "item " + Words.of(member.member());
        }
        String place = "`" + Words.place(member.at()) + "`";
        return Words.name(member.member()).map(name -> name + " at " + place).orElse(place);
    }
}
