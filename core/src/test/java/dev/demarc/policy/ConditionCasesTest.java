package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Subject;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.evaluation.Truth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the case files of {@code policy/cases/conditions}: a condition, and whether it holds {@code of} each of several
 * resources. The answer {@code is} true, false, or an object that says why there is none: {@code {failed: …}} or
 * {@code {not-seen: …}}.
 */
class ConditionCasesTest {
    private static final Set<String> GIVEN = Set.of("condition", "semantics", "around", "request", "policy");
    private static final Set<String> EXPECTED = Set.of("of", "is");

    static List<Cases.Row> rows() {
        return Cases.rows("conditions", GIVEN, EXPECTED);
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.tests(rows(), ConditionCasesTest::run);
    }

    private static void run(Cases.Row row) {
        JsonObject given = row.given();
        JsonObject expected = row.expected();
        var parsed = PolicyCondition.of(
                given.object("condition"), Places.unknownLines("case"), World.PROVIDERS, World.context(given));
        assertThat(parsed.errors()).as(row.says()).isEmpty();
        Subject subject = World.subject(expected.object("of"), given.array("around"));
        PolicyCondition condition = parsed.value().orElseThrow();
        JsonValue is = Objects.requireNonNull(expected.get("is"));
        assertThat(told(condition.evaluate(subject))).as(row.says()).isEqualTo(is);
        assertThat(told(condition.explain(subject).truth())).as(row.says()).isEqualTo(is);
    }

    private static JsonValue told(Truth truth) {
        return switch (truth) {
            case Truth.Decided decided -> JsonBoolean.of(decided.holds());
            case Truth.Undecided undecided ->
                JsonObject.builder()
                        .put(undecided.cause() == Truth.Cause.FAILED ? "failed" : "not-seen", undecided.reason())
                        .build();
        };
    }
}
