package dev.demarc.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Judgement;
import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.evaluation.EvaluationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every control judges its own two examples as it says: the first compliant, the second failing. */
class ControlExamplesTest {
    private static final Catalogue CATALOGUE = ShippedKnowledge.catalogue();
    private static final EvaluationContext CONTEXT = EvaluationContext.at(Instant.parse("2026-11-24T00:00:00Z"));

    @Test
    void thereAreEnoughControls() {
        assertThat(CATALOGUE.controls()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(CATALOGUE.rows()).hasSizeGreaterThanOrEqualTo(120);
    }

    @TestFactory
    Stream<DynamicTest> everyRuleReadsWithoutDoubt() {
        return CATALOGUE.controls().stream()
                .map(control -> DynamicTest.dynamicTest(
                        control.id(), () -> assertThat(diagnostics(control)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> theCompliantExampleIsCompliant() {
        return CATALOGUE.controls().stream()
                .map(control -> DynamicTest.dynamicTest(
                        control.id(), () -> expect(control, control.compliant(), Verdict.COMPLIANT)));
    }

    @TestFactory
    Stream<DynamicTest> theFailingExampleFails() {
        return CATALOGUE.controls().stream()
                .map(control -> DynamicTest.dynamicTest(
                        control.id(), () -> expect(control, control.failing(), Verdict.NON_COMPLIANT)));
    }

    private static List<Diagnostic> diagnostics(Control control) {
        return PolicyCheck.parse(
                        control.id(),
                        control.rule(),
                        control.parameters(),
                        control.appliesWhen(),
                        Places.unknownLines(control.id()),
                        CATALOGUE.providers(),
                        CONTEXT)
                .diagnostics();
    }

    private static void expect(Control control, Control.Example example, Verdict wanted) {
        var check = PolicyCheck.parse(
                        control.id(),
                        control.rule(),
                        control.parameters(),
                        control.appliesWhen(),
                        Places.unknownLines(control.id()),
                        CATALOGUE.providers(),
                        CONTEXT)
                .value()
                .orElseThrow();
        var observations = new ArrayList<Observation>();
        Resource resource = resource(example.resource());
        observations.add(new Observation(resource, Place.of("example")));
        example.with().forEach(other -> observations.add(new Observation(resource(other), Place.of("example"))));
        Estate estate = Estate.of(observations, List.of());
        assertThat(resource.type()).as("the example is of the control's type").isEqualTo(control.type());
        Judgement judgement = check.judge(new Subject(resource, estate));
        assertThat(judgement.verdict())
                .as("example of " + control.id() + ": " + judgement.reason())
                .isEqualTo(wanted);
    }

    private static Resource resource(JsonObject document) {
        ResourceId id = ResourceId.of(document.text("id").orElseThrow());
        ResourceType type = document.text("type").map(ResourceType::of).orElse(id.type());
        return new Resource(id, type, document, Resource.Detail.FULL);
    }
}
