package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.junit.Lifecycle;
import dev.demarc.check.Subject;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.syntax.Operator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every operator has an answer for any two texts, its negation the opposite one, and {@code like} that of a glob. */
class PatternFuzzTest {
    private static final String FIELD = "Contoso.Works/things/f";
    /** What an operator says that refuses its right side. */
    private static final Truth UNREADABLE = Truth.failed("cannot be read");

    private static final EvaluationContext DOCUMENTED = World.context(JsonObject.empty());
    private static final List<EvaluationContext> CONTEXTS =
            List.of(DOCUMENTED, DOCUMENTED.with(SemanticsProfile.REGORUS));

    /** The text up to the first line break is compared with what follows. */
    @FuzzTest(lifecycle = Lifecycle.PER_TEST)
    void operators(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        String left = end < 0 ? text : text.substring(0, end);
        JsonValue right = value(end < 0 ? "" : text.substring(end + 1));
        JsonObject resource = JsonObject.builder()
                .put("properties", JsonObject.builder().put("f", value(left)).build())
                .build();
        Subject subject = World.subject(resource, JsonArray.of());
        for (EvaluationContext context : CONTEXTS) {
            for (Operator operator : Operator.values()) {
                Truth truth = truth(operator, right, subject, context);
                if (operator.negated()) {
                    Operator plain = Operator.of(operator.key().substring("not".length()))
                            .orElseThrow();
                    assertThat(truth)
                            .isEqualTo(truth(plain, right, subject, context).negated());
                }
            }
        }
        boolean plain = !written(right).startsWith("[");
        if (plain && text.chars().allMatch(c -> c < 0x80)) {
            Truth like = truth(Operator.LIKE, right, subject, DOCUMENTED);
            assertThat(like.holds()).isEqualTo(isGlobOf(left, written(right)));
        }
    }

    private static String written(JsonValue value) {
        return value instanceof JsonString text ? text.value() : value.toString();
    }

    /** Whether one star, standing for anything, makes a pattern the text; the slow twin. */
    private static boolean isGlobOf(String text, String pattern) {
        String[] parts = pattern.split("[*]", -1);
        String regex = Stream.of(parts).map(Pattern::quote).collect(Collectors.joining(".*"));
        return parts.length <= 2
                && Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                        .matcher(text)
                        .matches();
    }

    private static JsonValue value(String text) {
        return text.matches("-?(0|[1-9][0-9]{0,8})([.][0-9]{1,8})?") ? new JsonNumber(text) : new JsonString(text);
    }

    private static Truth truth(Operator operator, JsonValue right, Subject subject, EvaluationContext context) {
        boolean list = operator.kind() == Operator.Kind.IN;
        JsonObject condition = JsonObject.builder()
                .put("field", FIELD)
                .put(operator.key(), list ? JsonArray.of(right, JsonNumber.of(1)) : right)
                .build();
        var read = PolicyCondition.of(condition, Places.unknownLines("fuzzed"), World.PROVIDERS, context);
        return read.value().map(one -> one.evaluate(subject)).orElse(UNREADABLE);
    }
}
