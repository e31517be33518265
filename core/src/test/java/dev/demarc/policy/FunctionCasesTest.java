package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the case files of {@code policy/cases/functions}: what an expression {@code is}, with which sentence it {@code
 * fails}, or why it is {@code unseen}. What needs no resource is computed beforehand too, and must come out the same.
 */
class FunctionCasesTest {
    private static final Set<String> GIVEN =
            Set.of("resource", "around", "parameters", "semantics", "request", "policy");
    private static final Set<String> EXPECTED = Set.of("of", "is", "fails", "unseen");

    static List<Cases.Row> rows() {
        return Cases.rows("functions", GIVEN, EXPECTED);
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.tests(rows(), FunctionCasesTest::run);
    }

    private static void run(Cases.Row row) {
        JsonObject given = row.given();
        JsonObject expected = row.expected();
        var values = new ArrayList<Parameter>();
        World.byName(given.object("parameters")).forEach((name, value) -> values.add(parameter(name, value)));
        Condition condition = condition(expected, values);
        ParameterValues parameters = ParameterValues.of(values, World.byName(JsonObject.empty()), places())
                .value()
                .orElseThrow();
        EvaluationContext context = World.context(given);
        var subject = World.subject(given.object("resource"), given.array("around"));
        var scope = Scope.of(subject.resource(), subject.neighbours());
        var evaluator = Evaluator.of(List.of(condition), parameters, World.PROVIDERS.aliases(), context);
        Outcome outcome = evaluator.value(left(condition), scope);
        assertThat(told(outcome, expected)).as(row.says()).isEqualTo(expected);
        Template bound = new Binding(parameters, context).template(left(condition));
        assertThat(evaluator.value(bound, scope)).isEqualTo(outcome);
    }

    static Condition condition(JsonObject expected, List<Parameter> parameters) {
        var written = JsonObject.builder()
                .put("value", expected.text("of").orElseThrow())
                .put("exists", true)
                .build();
        var parsed = PolicyParser.condition(written, parameters, places());
        assertThat(parsed.errors()).isEmpty();
        return parsed.value().orElseThrow();
    }

    private static Template left(Condition condition) {
        return ((Left.Value) ((Condition.Comparison) condition).left()).value();
    }

    private static Places places() {
        return Places.unknownLines("case");
    }

    /** A parameter of the type that a value has, with that value as its default. */
    static Parameter parameter(String name, JsonValue value) {
        Parameter.Type type = switch (value) {
            case JsonString text -> Parameter.Type.STRING;
            case JsonArray array -> Parameter.Type.ARRAY;
            case JsonObject object -> Parameter.Type.OBJECT;
            case JsonBoolean truth -> Parameter.Type.BOOLEAN;
            case JsonNull none -> throw new IllegalArgumentException("a parameter has a value");
            default -> Parameter.Type.FLOAT;
        };
        return new Parameter(name, type, Optional.of(value), List.of(), places().of(JsonPointer.ROOT));
    }

    private static JsonObject told(Outcome outcome, JsonObject expected) {
        var told = JsonObject.builder().put("of", expected.text("of").orElseThrow());
        return switch (outcome) {
            case Outcome.Value value -> told.put("is", value.value()).build();
            case Outcome.Failed failed -> told.put("fails", failed.says()).build();
            case Outcome.Unseen unseen -> told.put("unseen", unseen.says()).build();
        };
    }
}
