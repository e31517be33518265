package dev.demarc.report;

import dev.demarc.policy.PolicyExplanation;
import dev.demarc.policy.evaluation.Explanation.Counted;
import dev.demarc.policy.evaluation.Explanation.Group;
import dev.demarc.policy.evaluation.Explanation.Leaf;
import dev.demarc.policy.evaluation.Look;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.evaluation.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * How a rule was evaluated, as indented lines: every condition with whether it holds, the values that it looked at and
 * where they stand.
 *
 * <pre>
 * yes  all of 2 conditions hold
 *   yes  `type` equals `Microsoft.Storage/storageAccounts`
 *   no   `…/supportsHttpsTrafficOnly` equals `false`
 *          /properties/supportsHttpsTrafficOnly is `true`
 * </pre>
 */
public final class ExplanationTree {
    /** More values or members than this are counted, not listed. */
    private static final int MOST = 12;

    private final List<String> lines = new ArrayList<>();

    private ExplanationTree() {}

    /** The lines for one check and resource; empty when its rule was not asked. */
    public static List<String> of(PolicyExplanation explanation) {
        var tree = new ExplanationTree();
        explanation.appliesWhen().ifPresent(condition -> {
            tree.lines.add("applies when");
            tree.add(condition, 1);
        });
        explanation.condition().ifPresent(condition -> {
            tree.lines.add("the bad state: it would fail if this held");
            tree.add(condition, 1);
        });
        if (!explanation.related().isEmpty()) {
            tree.related(explanation.related());
        }
        return List.copyOf(tree.lines);
    }

    private void related(List<PolicyExplanation.Candidate> candidates) {
        lines.add("related resources: one that satisfies the condition is enough");
        for (PolicyExplanation.Candidate candidate :
                candidates.stream().limit(MOST).toList()) {
            line(1, candidate.resource().id().text());
            candidate.existence().ifPresent(existence -> add(existence, 2));
        }
        rest(1, candidates.size());
    }

    private void add(dev.demarc.policy.evaluation.Explanation node, int depth) {
        line(depth, mark(node.truth()) + "  " + node.words());
        switch (node) {
            case Group group -> group.parts().forEach(part -> add(part, depth + 1));
            case Leaf leaf -> leaf(leaf, depth);
        }
        if (node instanceof Leaf && node.truth() instanceof Truth.Undecided undecided) {
            line(depth + 3, undecided.reason());
        }
    }

    private void leaf(Leaf leaf, int depth) {
        if (leaf.counted().isEmpty()) {
            leaf.looks().stream().limit(MOST).forEach(look -> line(depth + 3, look(look)));
            rest(depth + 3, leaf.looks().size());
            return;
        }
        for (Counted member : leaf.counted().stream().limit(MOST).toList()) {
            line(
                    depth + 1,
                    mark(member.truth()) + "  "
                            + (member.at().tokens().isEmpty() ? Words.of(member.member()) : member.at()));
            member.where().ifPresent(where -> add(where, depth + 2));
        }
        rest(depth + 1, leaf.counted().size());
    }

    private static String look(Look look) {
        String place = look.at().tokens().isEmpty() ? "the value" : look.at().toString();
        return place + look.found().map(value -> " is " + Words.of(value)).orElse(" is absent");
    }

    private static String mark(Truth truth) {
        return switch (truth) {
            case Truth.Decided decided -> decided.holds() ? "yes" : "no ";
            case Truth.Undecided undecided -> "?  ";
        };
    }

    private void rest(int depth, int size) {
        if (size > MOST) {
            line(depth, "and " + (size - MOST) + " more");
        }
    }

    private void line(int depth, String text) {
        lines.add("  ".repeat(depth) + text);
    }
}
