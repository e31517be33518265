package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.junit.Lifecycle;
import dev.demarc.check.Subject;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.Places;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.expression.ExpressionParser;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Operator;
import dev.demarc.policy.syntax.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No text between brackets crashes, hangs or fills the memory, whether it is evaluated with a resource or without. */
class ExpressionFuzzTest {
    private static final int MOST_LINES = 40;
    private static final Places PLACES = Places.unknownLines("fuzzed");
    private static final EvaluationContext DOCUMENTED = World.context(JsonObject.empty());
    private static final List<EvaluationContext> CONTEXTS =
            List.of(DOCUMENTED, DOCUMENTED.with(SemanticsProfile.REGORUS));
    private static final ParameterValues PARAMETERS = parameters();
    private static final Subject SUBJECT = FuzzedWorld.subjects().getFirst();

    /** One expression on each line, without its brackets. */
    @FuzzTest(lifecycle = Lifecycle.PER_TEST)
    @DictionaryFile(resourcePath = "expression.dict")
    void expression(byte[] bytes) {
        new String(bytes, StandardCharsets.UTF_8).lines().limit(MOST_LINES).forEach(ExpressionFuzzTest::line);
    }

    private static void line(String line) {
        String text = "[" + line + "]";
        if (!ExpressionParser.isExpression(text)) {
            return;
        }
        var reading = ExpressionParser.parse(text);
        assertThat(reading.expression().isEmpty()).isEqualTo(!reading.problems().isEmpty());
        reading.problems().forEach(problem -> assertThat(problem.character()).isBetween(1, text.length() + 1));
        reading.expression().ifPresent(expression -> {
            var template = new Template.Computed(text, expression);
            CONTEXTS.forEach(context -> evaluate(template, context));
        });
    }

    private static void evaluate(Template template, EvaluationContext context) {
        var count = new Left.ValueCount(
                new Template.Constant(JsonArray.of(JsonNumber.of(7), new JsonString("x"))),
                Left.ValueCount.DEFAULT_NAME,
                Optional.of(exists(new Left.Value(template))));
        Condition condition = exists(count);
        var evaluator = Evaluator.of(List.of(condition), PARAMETERS, World.PROVIDERS.aliases(), context);
        Outcome outcome = evaluator.value(template, scope());
        Template bound = new Binding(PARAMETERS, context).template(template);
        assertThat(evaluator.value(bound, scope())).isEqualTo(outcome);
        assertThat(evaluator.explain(condition, scope()).words()).isNotBlank();
        assertThat(evaluator
                        .explain(new Binding(PARAMETERS, context).condition(condition), scope())
                        .truth())
                .isEqualTo(evaluator.explain(condition, scope()).truth());
    }

    private static Scope scope() {
        return Scope.of(SUBJECT.resource(), SUBJECT.neighbours());
    }

    private static Condition exists(Left left) {
        var yes = new Template.Constant(JsonBoolean.TRUE);
        return new Condition.Comparison(left, Operator.EXISTS, yes, PLACES.of(JsonPointer.ROOT));
    }

    private static ParameterValues parameters() {
        var parameters = new ArrayList<Parameter>();
        World.byName(Cases.beside("fuzzed-parameters.json"))
                .forEach((name, value) -> parameters.add(FunctionCasesTest.parameter(name, value)));
        return ParameterValues.of(parameters, Map.of(), PLACES).value().orElseThrow();
    }
}
