package dev.demarc.policy;

import dev.demarc.check.Evidence;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.Look;
import dev.demarc.policy.evaluation.Read;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.evaluation.Words;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The comparisons that decided an explanation: those without which the answer could have been another. Tests of the
 * type, and of what parameters alone say, are left out unless nothing else decided.
 */
final class Deciders {
    private static final int MOST = 20;
    private static final int MOST_NAMED = 3;
    private static final int MOST_READ = 4;

    /** A longer expression is called one, and stands in what was asked. */
    private static final int LONGEST_EXPRESSION = 80;

    private final int prefix;
    private final Resource subject;
    private final List<Fact> found = new ArrayList<>();
    private final List<Fact> lesser = new ArrayList<>();
    private Fact.@Nullable Within within;
    private int counts;

    private Deciders(int prefix, Resource subject) {
        this.prefix = prefix;
        this.subject = subject;
    }

    /**
     * The facts in an explanation, in the order of the rule.
     *
     * @param prefix how many tokens of the rule's pointers lead to the rule itself
     */
    static List<Fact> of(Explanation explanation, int prefix, Resource subject) {
        var deciders = new Deciders(prefix, subject);
        deciders.collect(explanation);
        return most(deciders.found.isEmpty() ? deciders.lesser : deciders.found);
    }

    /** The same without what is left out, even where nothing else decided. */
    static List<Fact> beyondType(Explanation explanation, int prefix, Resource subject) {
        var deciders = new Deciders(prefix, subject);
        deciders.collect(explanation);
        return most(deciders.found);
    }

    private static List<Fact> most(List<Fact> evidence) {
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
        if (leaf.truth() instanceof Truth.Undecided undecided) {
            undecided(leaf, undecided.reason());
        } else if (leaf.wanted().isEmpty()) {
            undecided(leaf, name(leaf, JsonPointer.ROOT) + " or what it is compared with cannot be computed");
        } else if (leaf.condition().left() instanceof Left.Value value
                && !leaf.reads().isEmpty()) {
            reads(leaf, value, leaf.wanted().get());
        } else {
            looks(leaf, leaf.wanted().get());
            members(leaf);
        }
    }

    private void undecided(Explanation.Leaf leaf, String says) {
        Read only = leaf.reads().size() == 1 ? leaf.reads().getFirst() : null;
        var nothing = new Read(subject, "", JsonPointer.ROOT, Optional.empty());
        Read read = only == null ? nothing : only;
        String asked =
                Words.wanted(leaf.condition().operator(), leaf.condition().right());
        add(leaf, Fact.Kind.FOUND, evidence(leaf, read, asked, says), says);
    }

    /** What an expression read, a fact each, the last one with what came of it. */
    private void reads(Explanation.Leaf leaf, Left.Value value, JsonValue right) {
        Operator operator = leaf.condition().operator();
        String expression = Words.of(value.value());
        String asked = expression + " " + Words.wanted(operator, right);
        String computed =
                expression.length() <= LONGEST_EXPRESSION ? "the value " + expression : "the rule's expression";
        String result = Words.finding(
                computed,
                leaf.looks().getFirst().found(),
                operator,
                right,
                leaf.truth().holds());
        List<Read> reads = leaf.reads().stream().limit(MOST_READ).toList();
        int more = leaf.reads().size() - reads.size();
        for (int i = 0; i < reads.size(); i++) {
            Read read = reads.get(i);
            String found = Words.found(name(read), read.value());
            boolean last = i == reads.size() - 1;
            String says = last ? found + (more > 0 ? ", with " + more + " more" : "") + ", so " + result : found;
            add(leaf, Fact.Kind.FOUND, evidence(leaf, read, asked, says), Words.found(brief(read), read.value()));
        }
    }

    private void looks(Explanation.Leaf leaf, JsonValue right) {
        Operator operator = leaf.condition().operator();
        String asked = Words.wanted(operator, right);
        if (leaf.looks().isEmpty()) {
            undecided(leaf, name(leaf, JsonPointer.ROOT) + " has no members");
        }
        Fact.Kind kind = kind(leaf);
        for (Look look : leaf.looks()) {
            if (look.truth().equals(leaf.truth())) {
                boolean holds = look.truth().holds();
                String says =
                        Words.finding(name(leaf, look.at()), look.found(), operator, right, holds) + counting(leaf);
                var read = new Read(look.resource(), "", look.at(), look.found());
                String named = look.at().tokens().isEmpty() ? name(leaf, look.at()) : brief(read);
                String brief = operator.kind() == Operator.Kind.IN
                        ? Words.found(named, look.found())
                        : Words.finding(named, look.found(), operator, right, holds);
                add(leaf, kind, evidence(leaf, read, asked, says), brief);
            }
        }
    }

    private static Fact.Kind kind(Explanation.Leaf leaf) {
        return switch (leaf.condition().left()) {
            case Left.Field field -> Fact.Kind.FOUND;
            case Left.Value value -> isSettled(leaf.condition()) ? Fact.Kind.GIVEN : Fact.Kind.FOUND;
            case Left.FieldCount count -> Fact.Kind.COUNTED;
            case Left.ValueCount count -> Fact.Kind.COUNTED;
        };
    }

    private void members(Explanation.Leaf leaf) {
        Fact.Within around = within;
        if (around == null && !leaf.counted().isEmpty()) {
            counts++;
        }
        for (Explanation.Counted counted : leaf.counted()) {
            if (counted.truth().holds() && found.size() < MOST) {
                within = around == null ? new Fact.Within(counts, counted) : around;
                counted.where().ifPresent(this::collect);
            }
        }
        within = around;
    }

    /** Which members count, by name; empty where a count is of all of them. */
    private static String counting(Explanation.Leaf leaf) {
        List<String> names = leaf.counted().stream()
                .filter(one -> one.where().isPresent() && one.truth().holds())
                .map(one -> Words.name(one.member())
                        .orElseGet(() -> one.at().tokens().isEmpty()
                                ? Words.of(one.member())
                                : "`" + Words.place(one.at()) + "`"))
                .toList();
        String shown = String.join(", ", names.stream().limit(MOST_NAMED).toList());
        return names.isEmpty()
                ? ""
                : names.size() > MOST_NAMED
                        ? ": " + shown + " … and " + (names.size() - MOST_NAMED) + " more"
                        : ": " + shown;
    }

    private Evidence evidence(Explanation.Leaf leaf, Read read, String asked, String says) {
        Optional<Evidence.Member> member = Evidence.Member.around(read.at(), read.resource());
        return new Evidence(ruleAt(leaf), read.resource().id(), read.at(), read.value(), asked, member, says);
    }

    private void add(Explanation.Leaf leaf, Fact.Kind kind, Evidence evidence, String brief) {
        List<Fact> target = Applicability.isTypeTest(leaf.condition()) || isSettled(leaf.condition()) ? lesser : found;
        target.add(new Fact(evidence, kind, Optional.ofNullable(within), brief));
    }

    /** What was read, named from the member of the count around it. */
    private String brief(Read read) {
        List<String> tokens = read.at().tokens();
        List<String> outer = within == null ? List.of() : within.member().at().tokens();
        boolean inside = !outer.isEmpty()
                && tokens.size() >= outer.size()
                && tokens.subList(0, outer.size()).equals(outer);
        if (!inside) {
            return name(read);
        }
        List<String> rest = tokens.subList(outer.size(), tokens.size());
        boolean wrapped = rest.size() > 1 && rest.getFirst().equals("properties");
        String place = Words.place(new JsonPointer(wrapped ? rest.subList(1, rest.size()) : rest));
        return place.isEmpty() ? "it" : "`" + place + "`";
    }

    private static String name(Read read) {
        return read.at().tokens().isEmpty() ? "the item `" + read.name() + "`" : "`" + Words.place(read.at()) + "`";
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
            case Left.Value value ->
                isSettled(leaf.condition())
                        ? "what the parameters alone decide"
                        : "the value " + Words.of(value.value());
            case Left.FieldCount count ->
                (count.where().isPresent() ? "the number of matching " : "the number of ") + Words.of(count.alias());
            case Left.ValueCount count ->
                (count.where().isPresent() ? "the number of matching items of " : "the number of items of ")
                        + Words.of(count.items());
        };
    }
}
