package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Evidence;
import dev.demarc.check.Judgement;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Places;
import dev.demarc.policy.effect.DefaultState;
import dev.demarc.policy.effect.Ruling;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.syntax.Parsed;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyParser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the case files of {@code policy/cases/checks}: a definition, or a rule with an {@code appliesWhen}, and the
 * verdict on each of several resources with what stands {@code around} it. A {@code partly} assigned definition is judged
 * as far as it decides. The reason and the evidence, as {@code resource at: sentence}, are compared where a row gives
 * them, and so is the {@code ruling}: what became of the policy.
 */
class CheckCasesTest {
    private static final Set<String> GIVEN = Set.of(
            "definition",
            "rule",
            "parameters",
            "appliesWhen",
            "semantics",
            "request",
            "policy",
            "around",
            "assigned",
            "partly");
    private static final Set<String> EXPECTED =
            Set.of("of", "around", "assigned", "collected", "verdict", "ruling", "reason", "evidence", "related");

    static List<Cases.Row> rows() {
        return Cases.rows("checks", GIVEN, EXPECTED);
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.tests(rows(), CheckCasesTest::run);
    }

    private static void run(Cases.Row row) {
        JsonObject given = row.given();
        JsonObject expected = row.expected();
        Parsed<PolicyCheck> parsed = parsed(given, expected);
        assertThat(parsed.errors()).isEmpty();
        PolicyCheck check = parsed.value().orElseThrow();
        JsonArray around = expected.get("around") instanceof JsonArray own ? own : given.array("around");
        var subject = World.subject(expected.object("of"), around, expected.texts("collected"));
        PolicyExplanation explanation = check.explain(subject);
        Judgement judgement = explanation.judgement();
        assertThat(judgement.verdict().word())
                .as(row.says())
                .isEqualTo(expected.text("verdict").orElseThrow());
        expected.text("reason")
                .ifPresent(
                        reason -> assertThat(judgement.reason()).as(row.says()).isEqualTo(reason));
        expected.text("ruling")
                .ifPresent(ruling ->
                        assertThat(told(explanation.ruling())).as(row.says()).isEqualTo(ruling));
        if (expected.get("evidence") instanceof JsonArray) {
            assertThat(judgement.evidence().stream().map(CheckCasesTest::told).toList())
                    .isEqualTo(expected.texts("evidence"));
        }
        if (expected.get("related") instanceof JsonArray) {
            assertThat(explanation.related().stream()
                            .map(one -> one.resource().id().text())
                            .toList())
                    .isEqualTo(expected.texts("related"));
        }
        assertThat(check.judge(subject)).as("judged without explaining").isEqualTo(judgement);
        assertThat(check.decide(subject)).as("decided: " + row.says()).isEqualTo(judgement.verdict());
    }

    private static String told(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Evaluated evaluated -> "evaluated " + evaluated.effect().word();
            case Ruling.ToAttest attest ->
                "to attest, until then "
                        + attest.until().map(DefaultState::word).orElse("what cannot be told");
            case Ruling.Guarded guarded ->
                "guarded against " + String.join(" ", guarded.actionNames())
                        + (guarded.onGroupDeletion() ? ", with its group" : ", not with its group");
            case Ruling.ProviderEvaluated provided ->
                "evaluated by the provider, by " + provided.because().name().toLowerCase(Locale.ROOT) + " "
                        + provided.word();
            case Ruling.NotApplied not ->
                "not applied, by " + not.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Ruling.NoEffect none -> "no effect";
        };
    }

    private static String told(Evidence evidence) {
        return evidence.resource().fullName() + " " + evidence.resourceAt() + ": " + evidence.says();
    }

    private static Parsed<PolicyCheck> parsed(JsonObject given, JsonObject expected) {
        var context = World.context(given);
        var places = Places.unknownLines("case");
        if (given.get("rule") instanceof JsonObject rule) {
            return PolicyCheck.parse(
                    "a-rule",
                    rule,
                    given.object("parameters"),
                    Optional.ofNullable(given.get("appliesWhen")),
                    places,
                    World.PROVIDERS,
                    context);
        }
        var definition = PolicyParser.definition(given.object("definition"), places);
        assertThat(definition.errors()).isEmpty();
        JsonObject assigned = expected.get("assigned") instanceof JsonObject own ? own : given.object("assigned");
        PolicyDefinition one = definition.value().orElseThrow();
        var values = World.byName(assigned);
        return given.get("partly") == null
                ? PolicyCheck.of(one, values, places, World.PROVIDERS, context)
                : PolicyCheck.of(
                        one, ParameterValues.partly(one.parameters(), values, places), World.PROVIDERS, context);
    }
}
