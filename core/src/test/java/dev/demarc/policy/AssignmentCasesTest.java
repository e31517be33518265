package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Subject;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.JsonWriter;
import dev.demarc.document.Places;
import dev.demarc.estate.Gap;
import dev.demarc.policy.assignment.AssignedPolicy;
import dev.demarc.policy.assignment.Assignment;
import dev.demarc.policy.assignment.PoliciesInForce;
import dev.demarc.policy.assignment.PolicyBinder;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.assignment.PolicyJudge;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.compliance.PolicyCompliance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the case files of {@code policy/cases/assignments}: documents about policies, and the states of a resource under
 * what they put in force, as {@code assignment/reference: state}. Reasons, gaps, codes of diagnostics and the share
 * that complies are compared where a row gives them.
 */
class AssignmentCasesTest {
    private static final Set<String> GIVEN = Set.of("documents", "tried", "around", "semantics");
    private static final Set<String> EXPECTED = Set.of(
            "of",
            "around",
            "states",
            "reasons",
            "apart",
            "parameters",
            "gaps",
            "diagnostics",
            "percent",
            "rolledUp",
            "groups");

    static List<Cases.Row> rows() {
        return Cases.rows("assignments", GIVEN, EXPECTED);
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.tests(rows(), AssignmentCasesTest::run);
    }

    private static void run(Cases.Row row) {
        JsonObject given = row.given();
        JsonObject expected = row.expected();
        PoliciesInForce inForce = inForce(given);
        JsonArray around = expected.get("around") instanceof JsonArray own ? own : given.array("around");
        if (expected.get("of") instanceof JsonObject resource) {
            Subject subject = World.subject(resource, around);
            List<PolicyState> states = new PolicyJudge(inForce).judge(subject);
            assertThat(states.stream()
                            .map(one -> name(one.policy()) + ": " + one.state().word()))
                    .as(row.says())
                    .isEqualTo(expected.texts("states"));
            if (expected.get("reasons") instanceof JsonArray) {
                assertThat(states.stream().map(one -> one.judgement().reason())).isEqualTo(expected.texts("reasons"));
            }
            rolledUp(PolicyCompliance.of(inForce, states), expected);
            if (expected.get("apart") instanceof JsonArray) {
                assertThat(inForce.policies().stream().flatMap(one -> PolicyJudge.whyNotReached(one, subject).stream()))
                        .isEqualTo(expected.texts("apart"));
            }
            assertThat(inForce.policies())
                    .allSatisfy(one -> assertThat(PolicyJudge.reaches(one, subject))
                            .isEqualTo(PolicyJudge.whyNotReached(one, subject).isEmpty()));
        }
        if (expected.get("parameters") instanceof JsonArray) {
            assertThat(inForce.policies().stream()
                            .flatMap(one -> one.parameters().stream()
                                    .map(parameter -> one.referenceId() + ": " + parameter.name() + " = "
                                            + parameter
                                                    .value()
                                                    .map(JsonWriter::compact)
                                                    .orElse("no value") + " ("
                                            + parameter.origin().word() + ")")))
                    .isEqualTo(expected.texts("parameters"));
        }
        if (expected.get("gaps") instanceof JsonArray) {
            assertThat(inForce.gaps().stream().map(Gap::says)).isEqualTo(expected.texts("gaps"));
        }
        if (expected.get("diagnostics") instanceof JsonArray) {
            assertThat(inForce.diagnostics().stream().map(Diagnostic::code)).isEqualTo(expected.texts("diagnostics"));
        }
    }

    private static void rolledUp(PolicyCompliance compliance, JsonObject expected) {
        expected.text("percent")
                .ifPresent(wanted -> assertThat(compliance
                                .resources()
                                .percent()
                                .map(percent -> percent.toBigInteger() + " %")
                                .orElse("none"))
                        .isEqualTo(wanted));
        if (expected.get("rolledUp") instanceof JsonArray) {
            assertThat(compliance.assignments().stream()
                            .map(one -> one.title() + ": "
                                    + one.resources()
                                            .rolledUp()
                                            .map(state -> state.word())
                                            .orElse("none")))
                    .isEqualTo(expected.texts("rolledUp"));
        }
        if (expected.get("groups") instanceof JsonArray) {
            assertThat(compliance.assignments().stream()
                            .flatMap(one -> one.groups().stream())
                            .map(one -> one.group().name() + ": "
                                    + one.policies()
                                            .rolledUp()
                                            .map(state -> state.word())
                                            .orElse("none")))
                    .isEqualTo(expected.texts("groups"));
        }
    }

    private static PoliciesInForce inForce(JsonObject given) {
        var documents = new ArrayList<PolicyDocument>();
        for (JsonValue each : given.array("documents")) {
            var content = (JsonObject) each;
            PolicyDocument.Kind kind = PolicyDocument.kindOf(content).orElseThrow();
            documents.add(new PolicyDocument(kind, content, Places.unknownLines("case")));
        }
        PolicyLibrary library = PolicyLibrary.of(documents);
        assertThat(library.diagnostics()).isEmpty();
        var binder = new PolicyBinder(library, World.PROVIDERS, World.context(given)).assignments();
        for (String name : given.texts("tried")) {
            library.definition(name).ifPresent(binder::definition);
            library.initiative(name).ifPresent(binder::initiative);
        }
        return binder.inForce();
    }

    private static String name(AssignedPolicy policy) {
        return policy.assignment().map(Assignment::id).map(id -> id.name()).orElse("-") + "/" + policy.referenceId();
    }
}
