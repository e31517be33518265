package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.LocatedJson;
import dev.demarc.document.Places;
import dev.demarc.policy.syntax.PolicyParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Small policies that ask for much. Each would take for ever, exhaust the memory or the stack if it were carried out to
 * the letter; the test ends because it is not.
 */
class HostilePoliciesTest {
    /** An explanation looks at everything, so it may give up where the answer alone is still found. */
    private static final String TOO_MUCH = "the rule computes more than 4000000 values for one resource";

    private static final String BIG = "createArray(" + String.join(",", nTimes(400, "range(0,80)")) + ")";

    @Test
    void aFailureDeepInsideIsFoundOnce() {
        String expression = "'x'";
        for (int i = 0; i < 60; i++) {
            expression = "createArray(1)[" + expression + "]";
        }
        assertThat(reason(expression)).contains("cannot be looked up");
        JsonValue nested = new JsonString("[int('x')]");
        for (int i = 0; i < 60; i++) {
            nested = i % 2 == 0
                    ? JsonArray.of(nested)
                    : JsonObject.builder().put("a", nested).build();
        }
        assertThat(reason(nested)).startsWith("`int` wants");
    }

    @Test
    void manyMembersOfMembersAreTooDeep() {
        assertThat(problems("field('tags')" + ".a".repeat(20_000))).containsExactly("expression-too-deep");
        assertThat(problems("parameters('p')" + "[0]".repeat(20_000))).contains("expression-too-deep");
        assertThat(problems("-".repeat(20_000) + "1")).containsExactly("expression-too-deep");
        assertThat(problems("concat(".repeat(10_000))).containsExactly("expression-too-deep");
    }

    @Test
    void computedValuesHaveSoManyPartsAndNoMore() {
        assertThat(reason("length(concat(" + String.join(",", nTimes(1_000, "range(0,10000)")) + "))"))
                .isEqualTo("`concat` is given values of more than 131072 parts");
        assertThat(reason("length(" + BIG + ")")).isEqualTo("what the parameters alone decide is set, to `400`");
    }

    @Test
    void computedTextsHaveSoManyCharactersAndNoMore() {
        String text = "concat(" + String.join(",", nTimes(120, "'" + "x".repeat(500) + "'")) + ")";
        String more = "string(createArray(" + String.join(",", nTimes(100, "parameters('p')")) + "))";
        assertThat(reason(more, "x".repeat(100_000)))
                .isEqualTo("`createArray` makes a value of more than 4194304 characters");
        assertThat(reason("length(" + text + ")")).contains("60000");
    }

    @Test
    void jsonInsideJsonIsNoDeeperThanElsewhere() {
        assertThat(reason("length(json(concat('" + "[".repeat(300) + "','" + "]".repeat(300) + "')))"))
                .isEqualTo("`json` makes a value of more than 32768 parts or 128 levels");
        assertThat(reason("length(json('" + "[".repeat(5_000) + "'))")).startsWith("`json` cannot read");
    }

    @Test
    void setsOfManyItemsAreFoundWithoutComparingEachWithEach() {
        assertThat(reason("length(union(" + String.join(",", nTimes(3, "range(0,10000)")) + "))"))
                .contains("10000");
        assertThat(reason("length(intersection(range(0,10000),range(5000,10000),range(0,10000)))"))
                .contains("5000");
        String object = IntStream.range(0, 8_000)
                .mapToObj(i -> "\"" + i + "\":" + i)
                .collect(Collectors.joining(",", "{", "}"));
        String reversed = IntStream.range(0, 8_000)
                .mapToObj(i -> "\"" + (7_999 - i) + "\":" + (7_999 - i))
                .collect(Collectors.joining(",", "{", "}"));
        String both = "json(first(split(parameters('p'),'#'))),json(last(split(parameters('p'),'#')))";
        String given = object + "#" + reversed;
        for (String function : List.of("union", "intersection")) {
            assertThat(reason("length(" + function + "(" + both + "))", given)).contains("8000");
        }
        assertThat(reason("equals(" + both + ")", given)).contains("true");
    }

    @Test
    void searchingTakesNoLongerThanReading() {
        String text = "a".repeat(130_000);
        for (String function : List.of("indexOf", "lastIndexOf")) {
            assertThat(reason(function + "(parameters('p'),concat(substring(parameters('p'),0,60000),'b'))", text))
                    .contains("-1");
        }
        assertThat(reason("contains(parameters('p'),concat(substring(parameters('p'),0,60000),'b'))", text))
                .contains("false");
        assertThat(reason("length(replace(parameters('p'),concat(substring(parameters('p'),0,60000),'b'),''))", text))
                .contains("130000");
        assertThat(reason(
                        "length(split(parameters('p'),createArray(concat(substring(parameters('p'),0,60000),'b'))))",
                        text))
                .isEqualTo("`split` is given too long a text for so many places to split at");
    }

    @Test
    void countsInsideCountsComeToAnEnd() {
        String where = "{\"value\": true, \"equals\": true}";
        for (int i = 0; i < 9; i++) {
            where = "{\"count\": {\"value\": \"[range(0,10)]\", \"name\": \"n" + i + "\", \"where\": " + where
                    + "}, \"equals\": 10}";
        }
        assertThat(judged(where)).isEqualTo(TOO_MUCH);
        assertThat(judged("{\"count\": {\"value\": \"[range(0,100)]\"}, \"equals\": 100}"))
                .contains("100");
    }

    @Test
    void numbersAndWidthsAreWrittenInReasonableRoom() {
        assertThat(reason("format('{0:F}', json('1e999999999'))")).startsWith("`format` cannot fill in");
        assertThat(reason("format('{0:0.0}', json('1e999999999'))")).startsWith("`format` cannot fill in");
        assertThat(reason("format(parameters('p'), 1)", "{0:" + "%".repeat(100_000) + "}"))
                .startsWith("`format` cannot fill in");
        assertThat(reason("format(parameters('p'), 1)", "{0,999999}".repeat(13_000)))
                .isEqualTo("`format` makes a text of more than 131072 characters");
        assertThat(reason("float(parameters('p'))", "1".repeat(1_000_000))).startsWith("`float` wants");
    }

    @Test
    void aRuleComputesSoMuchAndNoMore() {
        String range = "length(range(0,10000))";
        assertThat(reason("createArray(" + String.join(",", nTimes(1_000, range)) + ")"))
                .isEqualTo(TOO_MUCH);
        String conditions = String.join(",", nTimes(2_000, "{\"value\": 5, \"notIn\": \"[range(10,10000)]\"}"));
        assertThat(judged("{\"allOf\": [" + conditions + "]}")).isEqualTo(TOO_MUCH);
    }

    @Test
    void aWordOfAnyLengthHasANearestOne() {
        String word = "x".repeat(1_000_000);
        var problems = new ArrayList<Diagnostic>();
        assertThat(check(
                        "{\"mode\": \"" + word + "\", \"policyRule\": {\"if\": {\"field\": \"name\", \""
                                + "exists\": true}," + " \"then\": {\"effect\": \"" + word + "\"}}}",
                        problems))
                .isEmpty();
        assertThat(problems).extracting(Diagnostic::code).contains("unknown-mode", "unknown-effect");
    }

    private static List<String> nTimes(int n, String text) {
        return IntStream.range(0, n).mapToObj(i -> text).toList();
    }

    private static List<String> problems(String expression) {
        var read = PolicyCondition.of(
                condition(new JsonString("[" + expression + "]")),
                Places.unknownLines("hostile"),
                World.PROVIDERS,
                World.context(JsonObject.empty()));
        return read.diagnostics().stream()
                .map(Diagnostic::code)
                .filter(code -> !code.equals("undefined-parameter"))
                .toList();
    }

    private static JsonObject condition(JsonValue value) {
        return JsonObject.builder().put("value", value).put("exists", true).build();
    }

    private static String reason(String expression) {
        return reason(new JsonString("[" + expression + "]"));
    }

    private static String reason(JsonValue value) {
        return judged(condition(value).toString());
    }

    private static String reason(String expression, String parameter) {
        return judged(condition(new JsonString("[" + expression + "]")).toString(), parameter);
    }

    private static String judged(String condition) {
        return judged(condition, "");
    }

    private static String judged(String condition, String parameter) {
        var problems = new ArrayList<Diagnostic>();
        String definition = "{\"mode\": \"All\", \"parameters\": {\"p\": {\"type\": \"String\", \"defaultValue\": "
                + new JsonString(parameter) + "}}, \"policyRule\": {\"if\": " + condition
                + ", \"then\": {\"effect\": \"audit\"}}}";
        Optional<PolicyCheck> check = check(definition, problems);
        assertThat(problems).extracting(Diagnostic::code).isEmpty();
        Subject subject = World.subject(JsonObject.empty(), JsonArray.of());
        var judgement = check.orElseThrow().judge(subject);
        assertThat(judgement.verdict()).isIn(Verdict.NON_COMPLIANT, Verdict.COMPLIANT, Verdict.ERROR);
        Verdict decided = check.orElseThrow().decide(subject);
        if (!judgement.reason().equals(TOO_MUCH)) {
            assertThat(decided).as("decided without explaining").isEqualTo(judgement.verdict());
        }
        return judgement.reason();
    }

    private static Optional<PolicyCheck> check(String definition, List<Diagnostic> problems) {
        var in = new ByteArrayInputStream(definition.getBytes(StandardCharsets.UTF_8));
        var document = LocatedJson.read(in, "hostile.json", problems::add).orElseThrow();
        var parsed = PolicyParser.definition(document.value(), document.places());
        problems.addAll(parsed.diagnostics());
        return parsed.value()
                .flatMap(one -> PolicyCheck.of(
                                one, Map.of(), document.places(), World.PROVIDERS, World.context(JsonObject.empty()))
                        .value());
    }
}
