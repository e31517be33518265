package dev.demarc.report;

import dev.demarc.estate.ResourceType;
import dev.demarc.policy.PolicyExplanation;
import dev.demarc.policy.effect.Ruling;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.Explanation.Counted;
import dev.demarc.policy.evaluation.Explanation.Group;
import dev.demarc.policy.evaluation.Explanation.Leaf;
import dev.demarc.policy.evaluation.Look;
import dev.demarc.policy.evaluation.Read;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.evaluation.Words;
import dev.demarc.policy.syntax.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * How a rule was evaluated, as indented lines: every condition with whether it holds, the values that it looked at and
 * where they stand.
 *
 * <pre>
 * no: all of 2 conditions hold
 *   yes: `type` equals `Microsoft.Storage/storageAccounts`
 *   no: `supportsHttpsTrafficOnly` equals `false`
 *       /properties/supportsHttpsTrafficOnly is `true`
 * </pre>
 */
public final class ExplanationTree {
    /** More values or members than this are counted, not listed. */
    private static final int MOST = 12;

    /** Expressions longer than this are cut; the rule has them whole. */
    private static final int LONGEST = 160;

    private final List<String> lines = new ArrayList<>();
    private final String typePrefix;

    private ExplanationTree(ResourceType type) {
        this.typePrefix = type.text() + "/";
    }

    /**
     * The lines for one check and resource; empty when its rule was not asked. What does not decide the outcome is named
     * and not followed further; aliases of the resource's own type are shown without the type.
     */
    public static List<String> of(PolicyExplanation explanation, ResourceType type) {
        var tree = new ExplanationTree(type);
        explanation.appliesWhen().ifPresent(condition -> {
            tree.lines.add("applies when");
            tree.add(condition, 1);
        });
        explanation.condition().ifPresent(condition -> {
            tree.lines.add(meaning(explanation.ruling()));
            tree.add(condition, 1);
        });
        if (!explanation.related().isEmpty()) {
            tree.related(explanation.related());
        }
        return List.copyOf(tree.lines);
    }

    /** What it means for a resource that the rule's condition holds. */
    private static String meaning(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Evaluated evaluated ->
                switch (evaluated.effect()) {
                    case AUDIT, DENY, APPEND, MODIFY -> "the bad state: it would fail if this held";
                    case AUDIT_IF_NOT_EXISTS, DEPLOY_IF_NOT_EXISTS ->
                        "a related resource is asked for where this holds";
                    default -> LOOKS_AT;
                };
            case Ruling.ToAttest attest -> "a person must attest where this holds";
            case Ruling.Guarded guarded -> "requests are denied where this holds";
            case Ruling.ProviderEvaluated provided -> LOOKS_AT;
            case Ruling.NotApplied not -> LOOKS_AT;
            case Ruling.NoEffect none -> LOOKS_AT;
        };
    }

    private static final String LOOKS_AT = "the policy looks only at resources of which this holds";

    private void related(List<PolicyExplanation.Candidate> candidates) {
        lines.add("related resources: one that satisfies the condition is enough");
        for (PolicyExplanation.Candidate candidate :
                candidates.stream().limit(MOST).toList()) {
            line(1, candidate.resource().id().text());
            candidate.existence().ifPresent(existence -> add(existence, 2));
        }
        rest(1, candidates.size());
    }

    private void add(Explanation node, int depth) {
        named(node, depth);
        switch (node) {
            case Group group ->
                group.parts().forEach(part -> {
                    if (decides(group, part)) {
                        add(part, depth + 1);
                    } else {
                        named(part, depth + 1);
                    }
                });
            case Leaf leaf -> leaf(leaf, depth);
        }
        if (node instanceof Leaf && node.truth() instanceof Truth.Undecided undecided) {
            line(depth + 2, undecided.reason());
        }
    }

    private void named(Explanation node, int depth) {
        line(depth, mark(node.truth()) + " " + node.words());
    }

    /** Whether a part has the truth that made the whole what it is. */
    private static boolean decides(Group group, Explanation part) {
        return group.condition() instanceof Condition.Not || part.truth().equals(group.truth());
    }

    private void leaf(Leaf leaf, int depth) {
        if (leaf.counted().isEmpty()) {
            leaf.reads().stream().limit(MOST).forEach(read -> line(depth + 2, read(read)));
            rest(depth + 2, leaf.reads().size());
            leaf.looks().stream().limit(MOST).forEach(look -> line(depth + 2, look(look)));
            rest(depth + 2, leaf.looks().size());
            return;
        }
        for (Counted member : leaf.counted().stream().limit(MOST).toList()) {
            line(depth + 1, mark(member.truth()) + " " + place(member));
            if (!leaf.truth().holds() || !member.truth().fails()) {
                member.where().ifPresent(where -> add(where, depth + 2));
            }
        }
        rest(depth + 1, leaf.counted().size());
    }

    private static String place(Counted member) {
        return member.at().tokens().isEmpty()
                ? Words.of(member.member())
                : member.at().toString();
    }

    private static String read(Read read) {
        String place = read.at().tokens().isEmpty()
                ? "the item `" + read.name() + "`"
                : read.at().toString();
        return place + read.value().map(value -> " is " + Words.of(value)).orElse(" is absent");
    }

    private static String look(Look look) {
        String place = look.at().tokens().isEmpty() ? "the value" : look.at().toString();
        return place + look.found().map(value -> " is " + Words.of(value)).orElse(" is absent");
    }

    private static String mark(Truth truth) {
        return switch (truth) {
            case Truth.Decided decided -> decided.holds() ? "yes:" : "no:";
            case Truth.Undecided undecided -> "unknown:";
        };
    }

    private void rest(int depth, int size) {
        if (size > MOST) {
            line(depth, "and " + (size - MOST) + " more");
        }
    }

    private void line(int depth, String text) {
        String shorter = text.replace(typePrefix, "");
        lines.add("  ".repeat(depth) + (shorter.length() <= LONGEST ? shorter : shorter.substring(0, LONGEST) + "…`"));
    }
}
