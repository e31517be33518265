package dev.demarc.policy.evaluation;

import dev.demarc.document.JsonValue;
import dev.demarc.policy.evaluation.Comparing.Reading;
import dev.demarc.policy.expression.Expression;
import dev.demarc.policy.expression.Function;
import dev.demarc.policy.expression.OtherReadings;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.syntax.Operator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions that a profile reads otherwise than documented. */
final class FunctionReadings {
    private static final List<Operator> COMPARISONS = List.of(
            Operator.EQUALS,
            Operator.LESS,
            Operator.LESS_OR_EQUALS,
            Operator.GREATER,
            Operator.GREATER_OR_EQUALS,
            Operator.CONTAINS);

    private static final List<String> HASHES = List.of("uniqueString", "guid");

    private FunctionReadings() {}

    /** Whether an expression makes a name of hashes. */
    static boolean isHash(Expression expression) {
        return expression instanceof Expression.Call call
                && HASHES.contains(call.function().name());
    }

    /** What stands in for functions, by their names; empty for the documented profile. */
    static Map<String, Function.Body> of(SemanticsProfile semantics) {
        var bodies = new HashMap<String, Function.Body>();
        if (semantics.is(Dispute.FUNCTIONS_TAKE_OTHER_KINDS)) {
            bodies.putAll(OtherReadings.ofOtherKinds());
        }
        if (semantics.is(Dispute.WORDS_AS_IN_JSON)) {
            bodies.putAll(OtherReadings.withWordsOfJson());
        }
        if (!semantics.is(Dispute.TIMES_HAVE_SEVEN_DIGITS)) {
            bodies.putAll(OtherReadings.withShortTimes());
        }
        if (semantics.is(Dispute.FUNCTIONS_COMPARE_AS_CONDITIONS)) {
            var comparing = new Comparing(semantics);
            COMPARISONS.forEach(
                    operator -> bodies.put(operator.key(), arguments -> compared(comparing, operator, arguments)));
        }
        if (semantics.is(Dispute.FOLDS_SHARP_S)) {
            bodies.putAll(OtherReadings.withFullFolding(bodies));
        }
        if (!semantics.is(Dispute.NAMES_FROM_HASHES)) {
            for (String name : HASHES) {
                bodies.put(
                        name,
                        arguments ->
                                Outcome.failed("`" + name + "` exists in deployment templates, not in policy rules"));
            }
        }
        return Map.copyOf(bodies);
    }

    private static Outcome compared(Comparing comparing, Operator operator, List<JsonValue> arguments) {
        return switch (comparing.compare(operator, arguments.get(0), arguments.get(1), Reading.PROPERTY)) {
            case Truth.Decided decided -> Outcome.of(decided.holds());
            case Truth.Undecided undecided -> Outcome.failed(undecided.reason());
        };
    }
}
