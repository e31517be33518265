package dev.demarc.policy;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.TwinPairs.Rule;
import dev.demarc.policy.evaluation.Comparing;
import dev.demarc.policy.evaluation.Comparing.Reading;
import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.Look;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Condition.Comparison;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A twin with a fault: either what decides, compiled of another condition or under another reading than the rule's, or
 * what explains, its explanation added up wrongly.
 */
record PlantedFault(String says, Planting planted) {

    /** Makes the faulty twin of a rule. */
    interface Planting {
        Twin in(Rule rule);
    }

    /** A faulty twin. */
    interface Twin {
        /**
         * The answer.
         *
         * @param why what the twin without a fault says
         */
        Truth answer(Scope scope, Explanation why);
    }

    @Override
    public String toString() {
        return says;
    }

    static List<PlantedFault> all() {
        var all = new ArrayList<PlantedFault>();
        addDisputes(all);
        addOperators(all);
        addConditions(all);
        addGroups(all);
        addComparisons(all);
        addCounts(all);
        return all;
    }

    private static PlantedFault decides(
            String says, UnaryOperator<Condition> condition, UnaryOperator<EvaluationContext> context) {
        return new PlantedFault("what decides: " + says, rule -> {
            var compiled = Rule.compiled(rewritten(rule.condition(), condition), context.apply(rule.context()));
            return (scope, why) -> compiled.decide(scope);
        });
    }

    private static PlantedFault comparison(String says, UnaryOperator<Comparison> comparison) {
        return decides(
                says, condition -> condition instanceof Comparison one ? comparison.apply(one) : condition, x -> x);
    }

    /** A condition with every part of it rewritten, the inner ones first. */
    private static Condition rewritten(Condition condition, UnaryOperator<Condition> part) {
        return part.apply(
                switch (condition) {
                    case Condition.AllOf all -> new Condition.AllOf(rewritten(all.parts(), part), all.place());
                    case Condition.AnyOf any -> new Condition.AnyOf(rewritten(any.parts(), part), any.place());
                    case Condition.Not not -> new Condition.Not(rewritten(not.part(), part), not.place());
                    case Comparison one -> with(one, rewritten(one.left(), part));
                });
    }

    private static List<Condition> rewritten(List<Condition> conditions, UnaryOperator<Condition> part) {
        return conditions.stream().map(one -> rewritten(one, part)).toList();
    }

    private static Left rewritten(Left left, UnaryOperator<Condition> part) {
        return switch (left) {
            case Left.FieldCount count ->
                new Left.FieldCount(count.alias(), count.where().map(where -> rewritten(where, part)));
            case Left.ValueCount count ->
                new Left.ValueCount(count.items(), count.name(), count.where().map(where -> rewritten(where, part)));
            case Left.Field field -> field;
            case Left.Value value -> value;
        };
    }

    private static Comparison with(Comparison one, Left left) {
        return new Comparison(left, one.operator(), one.right(), one.place());
    }

    private static Comparison with(Comparison one, Operator operator) {
        return new Comparison(one.left(), operator, one.right(), one.place());
    }

    private static Comparison with(Comparison one, JsonValue right) {
        return new Comparison(one.left(), one.operator(), new Template.Constant(right), one.place());
    }

    private static void addDisputes(List<PlantedFault> all) {
        // which functions there are is decided where expressions are read, before either twin
        for (Dispute dispute : EnumSet.complementOf(EnumSet.of(Dispute.DEPLOYMENT_FUNCTIONS))) {
            all.add(decides(
                    dispute.id() + " turned",
                    condition -> condition,
                    context -> context.with(context.semantics()
                            .with(dispute, !context.semantics().is(dispute)))));
        }
        all.add(decides(
                "no request",
                condition -> condition,
                context ->
                        new EvaluationContext(context.now(), context.semantics(), Optional.empty(), context.policy())));
    }

    private static void addOperators(List<PlantedFault> all) {
        for (Operator operator : Operator.values()) {
            for (Operator other : Operator.values()) {
                boolean near = other.kind() == operator.kind() && other != operator;
                boolean looseMatch = operator == Operator.MATCH && other == Operator.MATCH_INSENSITIVELY;
                if (near || looseMatch) {
                    all.add(comparison(
                            operator + " taken for " + other,
                            one -> one.operator() == operator ? with(one, other) : one));
                }
            }
        }
    }

    private static void addConditions(List<PlantedFault> all) {
        all.add(comparison(
                "the last of a list forgotten",
                one -> one.right() instanceof Template.Constant(JsonArray items) && items.size() > 4
                        ? with(one, JsonArray.of(items.values().subList(0, items.size() - 1)))
                        : one));
        all.add(comparison(
                "a star at the end forgotten",
                one -> one.operator() == Operator.LIKE
                                && one.right() instanceof Template.Constant(JsonString text)
                                && text.value().endsWith("*")
                        ? with(
                                one,
                                new JsonString(
                                        text.value().substring(0, text.value().length() - 1)))
                        : one));
        all.add(comparison(
                "[*] forgotten",
                one -> one.left() instanceof Left.Field(Template.Constant(JsonString name))
                                && name.value().endsWith("[*]")
                        ? with(
                                one,
                                new Left.Field(new Template.Constant(
                                        new JsonString(name.value().replaceFirst("\\[\\*]$", "")))))
                        : one));
        all.add(comparison(
                "the where of a count forgotten",
                one -> one.left() instanceof Left.FieldCount count
                        ? with(one, new Left.FieldCount(count.alias(), Optional.empty()))
                        : one));
        all.add(comparison(
                "the number of a count off by one",
                one -> one.left() instanceof Left.FieldCount
                                && one.right() instanceof Template.Constant(JsonNumber number)
                                && number.isInteger()
                                && number.text().length() < 5
                        ? with(one, JsonNumber.of(Integer.parseInt(number.text()) + 1))
                        : one));
        all.add(decides(
                "the last part of an allOf forgotten",
                condition -> condition instanceof Condition.AllOf of
                                && of.parts().size() > 1
                        ? new Condition.AllOf(of.parts().subList(0, of.parts().size() - 1), of.place())
                        : condition,
                context -> context));
        all.add(decides(
                "anyOf taken for allOf",
                condition -> condition instanceof Condition.AnyOf any
                        ? new Condition.AllOf(any.parts(), any.place())
                        : condition,
                context -> context));
        all.add(decides(
                "not forgotten",
                condition -> condition instanceof Condition.Not not ? not.part() : condition,
                context -> context));
    }

    private static PlantedFault explainsGroup(String says, BiFunction<Condition, List<Truth>, Truth> group) {
        return new PlantedFault(
                "what explains: " + says, rule -> (scope, why) -> added(why, group, Explanation::truth));
    }

    private static PlantedFault explainsLeaf(String says, BiFunction<Explanation.Leaf, Rule, Truth> leaf) {
        return new PlantedFault(
                "what explains: " + says,
                rule -> (scope, why) -> added(why, PlantedFault::rightly, one -> leaf.apply(one, rule)));
    }

    private static Truth added(
            Explanation why, BiFunction<Condition, List<Truth>, Truth> group, Function<Explanation.Leaf, Truth> leaf) {
        return switch (why) {
            case Explanation.Group of ->
                group.apply(
                        of.condition(),
                        of.parts().stream()
                                .map(part -> added(part, group, leaf))
                                .toList());
            case Explanation.Leaf one -> leaf.apply(one);
        };
    }

    private static Truth rightly(Condition condition, List<Truth> parts) {
        return switch (condition) {
            case Condition.AllOf all -> Truth.all(parts);
            case Condition.AnyOf any -> Truth.any(parts);
            case Condition.Not not -> parts.getFirst().negated();
            case Comparison comparison -> throw new IllegalArgumentException("a comparison is no group");
        };
    }

    private static void addGroups(List<PlantedFault> all) {
        all.add(explainsGroup(
                "the first part of an allOf that does not hold decides",
                (condition, parts) -> condition instanceof Condition.AllOf
                        ? parts.stream()
                                .filter(part -> !part.holds())
                                .findFirst()
                                .orElse(Truth.Decided.TRUE)
                        : rightly(condition, parts)));
        all.add(explainsGroup(
                "the first part of an anyOf that does not fail decides",
                (condition, parts) -> condition instanceof Condition.AnyOf
                        ? parts.stream()
                                .filter(part -> !part.fails())
                                .findFirst()
                                .orElse(Truth.Decided.FALSE)
                        : rightly(condition, parts)));
        all.add(explainsGroup(
                "an undecided group is false",
                (condition, parts) -> Truth.of(rightly(condition, parts).holds())));
        all.add(explainsGroup(
                "not of undecided is true",
                (condition, parts) -> condition instanceof Condition.Not
                        ? Truth.of(!parts.getFirst().holds())
                        : rightly(condition, parts)));
        all.add(explainsGroup(
                "the first undecided part is reported, failure or not",
                (condition, parts) -> rightly(condition, parts) instanceof Truth.Decided decided
                        ? decided
                        : parts.stream()
                                .filter(Truth.Undecided.class::isInstance)
                                .findFirst()
                                .orElseThrow()));
        all.add(explainsGroup(
                "the last failure is reported",
                (condition, parts) -> rightly(condition, parts) instanceof Truth.Undecided undecided
                        ? parts.reversed().stream()
                                .filter(part -> part instanceof Truth.Undecided(Truth.Cause cause, String reason)
                                        && cause == undecided.cause())
                                .findFirst()
                                .orElseThrow()
                        : rightly(condition, parts)));
    }

    /** A comparison of one value, its truth found in another way. */
    private static PlantedFault ofValue(
            String says, Operator operator, BiFunction<Optional<JsonValue>, JsonValue, Optional<Truth>> truth) {
        return explainsLeaf(says, (leaf, rule) -> {
            boolean asked = leaf.condition().operator() == operator
                    && leaf.looks().size() == 1
                    && leaf.wanted().isPresent()
                    && leaf.truth() instanceof Truth.Decided;
            return asked
                    ? truth.apply(leaf.looks().getFirst().found(), leaf.wanted().get())
                            .orElse(leaf.truth())
                    : leaf.truth();
        });
    }

    private static void addComparisons(List<PlantedFault> all) {
        all.add(ofValue(
                "`in` minds the case",
                Operator.IN,
                (found, wanted) -> found.filter(JsonString.class::isInstance)
                        .map(text -> Truth.of(wanted instanceof JsonArray items
                                && items.values().contains(text)))));
        all.add(ofValue(
                "`equals` minds the case",
                Operator.EQUALS,
                (found, wanted) ->
                        found.filter(JsonString.class::isInstance).map(text -> Truth.of(text.equals(wanted)))));
        all.add(ofValue(
                "`contains` minds the case",
                Operator.CONTAINS,
                (found, wanted) -> found.orElse(JsonNull.NULL) instanceof JsonString(String text)
                                && wanted instanceof JsonString(String part)
                        ? Optional.of(Truth.of(text.contains(part)))
                        : Optional.empty()));
        all.add(ofValue(
                "null exists",
                Operator.EXISTS,
                (found, wanted) -> found.equals(Optional.of(JsonNull.NULL))
                        ? Optional.of(Truth.of(Comparing.text(wanted).equalsIgnoreCase("true")))
                        : Optional.empty()));
        all.add(ofValue(
                "absent is not the empty text",
                Operator.EQUALS,
                (found, wanted) -> found.isEmpty() ? Optional.of(Truth.Decided.FALSE) : Optional.empty()));
        all.add(ofValue(
                "a star wants a character",
                Operator.LIKE,
                (found, wanted) -> found.orElse(JsonNull.NULL) instanceof JsonString(String text)
                                && Comparing.text(wanted).equals(text + "*")
                        ? Optional.of(Truth.Decided.FALSE)
                        : Optional.empty()));
        all.add(ofValue(
                "blanks in regions count",
                Operator.EQUALS,
                (found, wanted) -> found.filter(JsonString.class::isInstance)
                        .filter(text -> !Comparing.text(text).equalsIgnoreCase(Comparing.text(wanted)))
                        .map(text -> Truth.Decided.FALSE)));
        all.add(explainsLeaf(
                "a condition on no members fails",
                (leaf, rule) -> leaf.looks().isEmpty() && leaf.truth().holds() ? Truth.Decided.FALSE : leaf.truth()));
        all.add(explainsLeaf(
                "any member is enough",
                (leaf, rule) -> leaf.looks().size() > 1
                        ? Truth.any(leaf.looks().stream().map(Look::truth).toList())
                        : leaf.truth()));
    }

    private static PlantedFault ofCount(String says, Function<Explanation.Leaf, Long> number) {
        return explainsLeaf(
                says,
                (leaf, rule) -> leaf.counted().isEmpty()
                        ? leaf.truth()
                        : new Comparing(rule.context().semantics())
                                .compare(
                                        leaf.condition().operator(),
                                        JsonNumber.of(number.apply(leaf)),
                                        leaf.wanted().orElseThrow(),
                                        Reading.VALUE));
    }

    private static void addCounts(List<PlantedFault> all) {
        all.add(ofCount(
                "undecided members do not count",
                leaf -> leaf.counted().stream()
                        .filter(one -> one.truth().holds())
                        .count()));
        all.add(ofCount(
                "undecided members count",
                leaf -> leaf.counted().stream()
                        .filter(one -> !one.truth().fails())
                        .count()));
        all.add(explainsLeaf(
                "an undecided member leaves every count undecided",
                (leaf, rule) -> leaf.counted().stream()
                        .map(Explanation.Counted::truth)
                        .filter(Truth.Undecided.class::isInstance)
                        .findFirst()
                        .orElse(leaf.truth())));
    }
}
