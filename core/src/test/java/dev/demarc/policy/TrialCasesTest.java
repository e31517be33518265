package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.Parsed;
import dev.demarc.policy.trial.PolicyTestCase;
import dev.demarc.policy.trial.PolicyTestFile;
import dev.demarc.policy.trial.PolicyTestReader;
import dev.demarc.policy.trial.PolicyTrial;
import dev.demarc.policy.trial.TestCoverage;
import dev.demarc.policy.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the case files of {@code policy/cases/trials}: documents by the name of their file, a test file, and what becomes of
 * its cases. What a row does not give is not compared.
 */
class TrialCasesTest {
    private static final Set<String> GIVEN = Set.of("documents", "test", "semantics");
    private static final Set<String> EXPECTED =
            Set.of("case", "outcome", "state", "effect", "reason", "reference", "differences", "why", "coverage");

    static List<Cases.Row> rows() {
        return Cases.rows("trials", GIVEN, EXPECTED);
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.tests(rows(), TrialCasesTest::run);
    }

    @Test
    void everyOutcomeOccurs() {
        var met = new TreeSet<String>();
        rows().forEach(row -> row.expected().text("outcome").ifPresent(met::add));
        assertThat(met).containsExactly("failed", "not run", "passed");
    }

    private static void run(Cases.Row row) {
        JsonObject expected = row.expected();
        PolicyLibrary library = library(row.given().object("documents"));
        PolicyTestFile file = file(row.given());
        var context = World.context(row.given());
        var trial = new PolicyTrial(library, World.PROVIDERS, context.semantics(), context.now());
        expected.text("case")
                .ifPresent(name -> compare(
                        trial.of(
                                file,
                                file.cases().stream()
                                        .filter(one -> one.name().equals(name))
                                        .findFirst()
                                        .orElseThrow()),
                        expected,
                        row.says()));
        if (expected.get("coverage") instanceof JsonArray) {
            List<TrialResult> results =
                    file.cases().stream().map(one -> trial.of(file, one)).toList();
            assertThat(TestCoverage.of(library, results).stream().map(TrialCasesTest::said))
                    .as(row.says())
                    .isEqualTo(expected.texts("coverage"));
        }
    }

    private static String said(TestCoverage coverage) {
        return coverage.definition().name() + ": " + coverage.cases() + " cases, " + coverage.compliant()
                + " compliant, " + coverage.nonCompliant() + " non-compliant"
                + (coverage.isUntested() ? ", untested" : "") + (coverage.isOneSided() ? ", one-sided" : "");
    }

    private static void compare(TrialResult result, JsonObject expected, String says) {
        TrialResult.Found found = switch (result.outcome()) {
            case TrialResult.Passed passed -> {
                assertThat("passed").as(says).isEqualTo(expected.text("outcome").orElseThrow());
                yield passed.found();
            }
            case TrialResult.Failed failed -> {
                assertThat("failed").as(says).isEqualTo(expected.text("outcome").orElseThrow());
                assertThat(failed.differences().stream()
                                .map(one -> one.of() + ": " + one.expected() + " / " + one.got()))
                        .as(says)
                        .isEqualTo(expected.texts("differences"));
                yield failed.found();
            }
            case TrialResult.NotRun notRun -> {
                assertThat("not run")
                        .as(says)
                        .isEqualTo(expected.text("outcome").orElseThrow());
                assertThat(notRun.why().stream().map(one -> one.code() + " " + one.place() + ": " + one.message()))
                        .as(says)
                        .isEqualTo(expected.texts("why"));
                yield null;
            }
        };
        if (found != null) {
            same(expected, "state", found.word(), says);
            same(expected, "effect", found.effect().map(Effect::word).orElse("none"), says);
            same(expected, "reason", found.reason(), says);
            same(expected, "reference", found.referenceId(), says);
        }
    }

    private static void same(JsonObject expected, String key, String got, String says) {
        expected.text(key).ifPresent(wanted -> assertThat(got).as(says).isEqualTo(wanted));
    }

    /** The library of documents by the name of their file; a file holds one, or an array of them. */
    static PolicyLibrary library(JsonObject files) {
        var documents = new ArrayList<PolicyDocument>();
        files.forEach((name, content) -> {
            List<JsonValue> all = content instanceof JsonArray array ? array.values() : List.of(content);
            for (JsonValue each : all) {
                var document = (JsonObject) each;
                documents.add(new PolicyDocument(
                        PolicyDocument.kindOf(document).orElseThrow(), document, Places.unknownLines(name)));
            }
        });
        return PolicyLibrary.of(documents);
    }

    private static PolicyTestFile file(JsonObject given) {
        JsonObject documents = given.object("documents");
        var files = new PolicyTestReader.Files() {
            @Override
            public Optional<String> policy(String text) {
                return Optional.of(text).filter(documents.names()::contains);
            }

            @Override
            public Optional<JsonObject> resource(String text, Place place) {
                return Optional.empty();
            }
        };
        Parsed<PolicyTestFile> read =
                PolicyTestReader.read(given.object("test"), Places.unknownLines("a.test.json"), files);
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.value().orElseThrow().cases())
                .extracting(PolicyTestCase::name)
                .doesNotHaveDuplicates();
        return read.value().orElseThrow();
    }
}
