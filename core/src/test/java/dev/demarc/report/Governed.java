package dev.demarc.report;

import dev.demarc.check.Subject;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.LocatedJson;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.PolicyExplanation;
import dev.demarc.policy.assignment.AssignedPolicy;
import dev.demarc.policy.assignment.PoliciesInForce;
import dev.demarc.policy.assignment.PolicyBinder;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.assignment.PolicyJudge;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.posture.ResourcePosture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Policies in force on the resources of a fixture, as {@code report/policies.json} has them. */
@NullMarked
final class Governed {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final PolicyLibrary LIBRARY = library();
    static final PoliciesInForce IN_FORCE = inForce();

    private Governed() {}

    /** The documents about policies. */
    private static PolicyLibrary library() {
        try (InputStream in = Objects.requireNonNull(Governed.class.getResourceAsStream("/report/policies.json"))) {
            var read = LocatedJson.read(in, "policies.json", problem -> {
                throw new AssertionError(problem);
            });
            return PolicyLibrary.of(((JsonArray) read.orElseThrow().value())
                    .stream()
                            .map(JsonObject.class::cast)
                            .map(content -> new PolicyDocument(
                                    PolicyDocument.kindOf(content).orElseThrow(),
                                    content,
                                    Places.unknownLines("policies.json")))
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PoliciesInForce inForce() {
        var binder = new PolicyBinder(LIBRARY, Providers.NONE, EvaluationContext.at(NOW)).assignments();
        LIBRARY.definition("machine-names").ifPresent(binder::definition);
        PoliciesInForce inForce = binder.inForce();
        if (LIBRARY.diagnostics().stream().anyMatch(one -> one.severity() == Diagnostic.Severity.ERROR)) {
            throw new AssertionError(LIBRARY.diagnostics());
        }
        return inForce;
    }

    static Estate estate(Collection<Resource> resources) {
        return Estate.of(
                resources.stream()
                        .map(resource -> new Observation(resource, Place.of("export.json")))
                        .toList(),
                List.of());
    }

    static PolicyCompliance compliance(Collection<Resource> resources) {
        Estate estate = estate(resources);
        List<PolicyState> states = resources.stream()
                .flatMap(resource -> new PolicyJudge(IN_FORCE).judge(new Subject(resource, estate)).stream())
                .toList();
        return PolicyCompliance.of(IN_FORCE, states);
    }

    /** Why the first resource whose name ends so stands to the policy of a reference as it does. */
    static ExplainedPolicy explained(Report report, String nameEnd, String referenceId) {
        List<Resource> resources = report.assessment().resources().stream()
                .map(ResourcePosture::resource)
                .toList();
        Resource resource = resources.stream()
                .filter(one -> one.name().endsWith(nameEnd))
                .findFirst()
                .orElseThrow();
        var subject = new Subject(resource, estate(resources));
        Optional<PolicyState> state = new PolicyJudge(IN_FORCE)
                .judge(subject).stream()
                        .filter(one -> one.policy().referenceId().equals(referenceId))
                        .findFirst();
        AssignedPolicy policy = state.map(PolicyState::policy).orElseGet(() -> policy(referenceId));
        PolicyExplanation explanation = policy.checkFor(resource).explain(subject);
        return state.map(one -> new ExplainedPolicy(
                        NOW, "documented", policy, resource, new ExplainedPolicy.Stands(one), explanation))
                .orElseGet(() -> ExplainedPolicy.notAbout(NOW, "documented", policy, resource, explanation));
    }

    /** The policy in force of a reference. */
    static AssignedPolicy policy(String referenceId) {
        return IN_FORCE.policies().stream()
                .filter(policy -> policy.referenceId().equals(referenceId))
                .findFirst()
                .orElseThrow();
    }
}
