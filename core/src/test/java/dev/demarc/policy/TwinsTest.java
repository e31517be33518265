package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Subject;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.TwinPairs.Explainer;
import dev.demarc.policy.TwinPairs.Rule;
import dev.demarc.policy.decision.CompiledCondition;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Functions;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What decides answers as what explains, for any condition and any resource; and the test of it would see a fault. */
class TwinsTest {
    private static final int PAIRS = 200_000;
    private static final long SEED = 11;

    private final Map<String, Integer> answers = new HashMap<>();
    private final Set<Operator> operators = EnumSet.noneOf(Operator.class);
    private final Set<String> lefts = new TreeSet<>();
    private final Set<String> functions = new HashSet<>();
    private int ruledOut;

    @Test
    void whatDecidesAnswersAsWhatExplains() {
        TwinPairs.each(SEED, PAIRS, this::agree);
        assertThat(operators).containsExactlyInAnyOrder(Operator.values());
        assertThat(lefts)
                .containsExactly(
                        "computed Field",
                        "computed FieldCount",
                        "computed Value",
                        "computed ValueCount",
                        "nested FieldCount",
                        "nested ValueCount",
                        "written Field",
                        "written FieldCount",
                        "written Value",
                        "written ValueCount");
        assertThat(functions).containsAll(Functions.names());
        assertThat(ruledOut).as("pairs of a type that cannot be").isGreaterThan(PAIRS / 50);
        assertThat(answers.get("TRUE")).as("true").isGreaterThan(PAIRS / 6);
        assertThat(answers.get("FALSE")).as("false").isGreaterThan(PAIRS / 6);
        assertThat(answers.get("FAILED")).as("failed").isGreaterThan(PAIRS / 10);
        assertThat(answers.get("NOT_SEEN")).as("not seen").isGreaterThan(PAIRS / 50);
    }

    /** Every fault planted in one twin makes it differ from the other within the same pairs. */
    @Test
    void aFaultInEitherTwinIsSeen() {
        var unseen = new ArrayList<>(PlantedFault.all());
        int planted = unseen.size();
        TwinPairs.each(SEED, PAIRS, rule -> {
            Explainer explainer = rule.explainer();
            CompiledCondition compiled = rule.compiled();
            var twins = unseen.stream()
                    .map(fault -> Map.entry(fault, fault.planted().in(rule)))
                    .toList();
            return subject -> {
                var scope = Scope.of(subject.resource(), subject.neighbours());
                Explanation why = explainer.explain(scope);
                Truth decided = compiled.decide(scope);
                for (var twin : twins) {
                    if (!twin.getValue().answer(scope, why).equals(decided)) {
                        unseen.remove(twin.getKey());
                    }
                }
            };
        });

        assertThat(unseen).as("faults that nothing shows").isEmpty();
        assertThat(planted).isGreaterThan(60);
    }

    private Consumer<Subject> agree(Rule rule) {
        CompiledCondition compiled = rule.compiled();
        Explainer explainer = rule.explainer();
        Optional<Set<ResourceType>> possible = compiled.possibleTypes();
        rule.condition().forEachComparison(this::occurs);
        return subject -> {
            var scope = Scope.of(subject.resource(), subject.neighbours());
            Truth explained = explainer.explain(scope).truth();
            Truth decided = compiled.decide(scope);
            if (!decided.equals(explained)) {
                assertThat(decided).as(pair(rule, subject)).isEqualTo(explained);
            }
            ResourceType type = subject.resource().type();
            if (possible.isPresent() && !possible.get().contains(type)) {
                assertThat(explained)
                        .as("not of " + type + ": " + rule.written())
                        .isEqualTo(Truth.Decided.FALSE);
                ruledOut++;
            }
            answers.merge(kind(explained), 1, Integer::sum);
        };
    }

    private static String pair(Rule rule, Subject subject) {
        return rule.written() + " under " + rule.context().semantics() + " on "
                + subject.resource().detail() + " " + subject.resource().id() + " "
                + subject.resource().document();
    }

    private static String kind(Truth truth) {
        return switch (truth) {
            case Truth.Decided decided -> decided.name();
            case Truth.Undecided undecided -> undecided.cause().name();
        };
    }

    private void occurs(Condition.Comparison comparison) {
        operators.add(comparison.operator());
        Template left = switch (comparison.left()) {
            case Left.Field field -> field.name();
            case Left.Value value -> value.value();
            case Left.FieldCount count -> nested(count.alias(), count.where());
            case Left.ValueCount count -> nested(count.items(), count.where());
        };
        String how = left instanceof Template.Constant ? "written " : "computed ";
        lefts.add(how + comparison.left().getClass().getSimpleName());
        calls(left);
        calls(comparison.right());
    }

    private Template nested(Template counted, Optional<Condition> where) {
        where.ifPresent(condition -> condition.forEachComparison(inner -> {
            if (inner.left() instanceof Left.FieldCount || inner.left() instanceof Left.ValueCount) {
                lefts.add("nested " + inner.left().getClass().getSimpleName());
            }
        }));
        return counted;
    }

    private void calls(Template template) {
        template.any(node -> {
            if (node instanceof Expression.Call call) {
                functions.add(call.function().name());
            }
            return false;
        });
    }
}
