package dev.demarc.policy;

import dev.demarc.check.Evidence;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.Look;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.evaluation.Words;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The comparisons that decided an explanation: those without which the answer could have been another. Tests of the
 * type, and of what parameters alone say, are left out unless nothing else decided.
 */
final class Deciders {
    private static final int MOST = 20;
    private static final int MOST_SAID = 3;

    private final int prefix;
    private final ResourceId subject;
    private final List<Evidence> found = new ArrayList<>();
    private final List<Evidence> lesser = new ArrayList<>();

    private Deciders(int prefix, ResourceId subject) {
        this.prefix = prefix;
        this.subject = subject;
    }

    /**
     * The evidence in an explanation, in the order of the rule.
     *
     * @param prefix how many tokens of the rule's pointers lead to the rule itself
     */
    static List<Evidence> of(Explanation explanation, int prefix, ResourceId subject) {
        var deciders = new Deciders(prefix, subject);
        deciders.collect(explanation);
        return most(deciders.found.isEmpty() ? deciders.lesser : deciders.found);
    }

    /** The same without what is left out, even where nothing else decided. */
    static List<Evidence> beyondType(Explanation explanation, int prefix, ResourceId subject) {
        var deciders = new Deciders(prefix, subject);
        deciders.collect(explanation);
        return most(deciders.found);
    }

    /** The first of these facts as one sentence. */
    static String said(List<Evidence> evidence) {
        return evidence.isEmpty()
                ? "nothing decided it"
                : evidence.stream()
                        .map(Evidence::says)
                        .distinct()
                        .limit(MOST_SAID)
                        .collect(Collectors.joining("; "));
    }

    private static List<Evidence> most(List<Evidence> evidence) {
        return List.copyOf(evidence.subList(0, Math.min(MOST, evidence.size())));
    }

    private void collect(Explanation explanation) {
        switch (explanation) {
            case Explanation.Group group -> {
                boolean every = every(group);
                for (Explanation part : group.parts()) {
                    boolean alike =
                            group.condition() instanceof Condition.Not || sameAnswer(part.truth(), group.truth());
                    if (every || alike) {
                        collect(part);
                    }
                }
            }
            case Explanation.Leaf leaf -> leaf(leaf);
        }
    }

    private static boolean every(Explanation.Group group) {
        return (group.condition() instanceof Condition.AllOf && group.truth().holds())
                || (group.condition() instanceof Condition.AnyOf
                        && group.truth().fails());
    }

    private static boolean sameAnswer(Truth one, Truth other) {
        return one.equals(other) || (one instanceof Truth.Undecided && other instanceof Truth.Undecided);
    }

    private void leaf(Explanation.Leaf leaf) {
        List<Evidence> target =
                Applicability.isTypeTest(leaf.condition()) || isSettled(leaf.condition()) ? lesser : found;
        if (leaf.truth() instanceof Truth.Undecided undecided) {
            String wanted =
                    Words.wanted(leaf.condition().operator(), leaf.condition().right());
            target.add(new Evidence(
                    ruleAt(leaf), subject, JsonPointer.ROOT, Optional.empty(), wanted, undecided.reason()));
            return;
        }
        if (leaf.wanted().isEmpty()) {
            String wanted =
                    Words.wanted(leaf.condition().operator(), leaf.condition().right());
            String says = name(leaf, JsonPointer.ROOT) + " or what it is compared with cannot be computed";
            target.add(new Evidence(ruleAt(leaf), subject, JsonPointer.ROOT, Optional.empty(), wanted, says));
            return;
        }
        JsonValue right = leaf.wanted().get();
        String wanted = Words.wanted(leaf.condition().operator(), right);
        if (leaf.looks().isEmpty()) {
            String says = name(leaf, JsonPointer.ROOT) + " has no members";
            target.add(new Evidence(ruleAt(leaf), subject, JsonPointer.ROOT, Optional.empty(), wanted, says));
        }
        for (Look look : leaf.looks()) {
            if (look.truth().equals(leaf.truth())) {
                boolean holds = look.truth().holds();
                String says = Words.finding(
                        name(leaf, look.at()), look.found(), leaf.condition().operator(), right, holds);
                target.add(new Evidence(ruleAt(leaf), look.resource().id(), look.at(), look.found(), wanted, says));
            }
        }
        for (Explanation.Counted counted : leaf.counted()) {
            if (counted.truth().holds() && found.size() < MOST) {
                counted.where().ifPresent(this::collect);
            }
        }
    }

    /** Whether a comparison has the same answer for every resource: parameters with their values filled in. */
    private static boolean isSettled(Condition.Comparison comparison) {
        return comparison.left() instanceof Left.Value(Template.Constant left)
                && comparison.right() instanceof Template.Constant;
    }

    private JsonPointer ruleAt(Explanation explanation) {
        List<String> tokens = explanation.ruleAt().tokens();
        return new JsonPointer(tokens.subList(Math.min(prefix, tokens.size()), tokens.size()));
    }

    private static String name(Explanation.Leaf leaf, JsonPointer at) {
        return switch (leaf.condition().left()) {
            case Left.Field field -> at.tokens().isEmpty() ? Words.of(field.name()) : "`" + Words.place(at) + "`";
            case Left.Value value -> "the value " + Words.of(value.value());
            case Left.FieldCount count ->
                (count.where().isPresent() ? "the number of matching " : "the number of ") + Words.of(count.alias());
            case Left.ValueCount count ->
                (count.where().isPresent() ? "the number of matching items of " : "the number of items of ")
                        + Words.of(count.items());
        };
    }
}
