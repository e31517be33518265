package dev.demarc.runner.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Judgement;
import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.Places;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.assignment.PoliciesInForce;
import dev.demarc.policy.assignment.PolicyBinder;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.assignment.PolicyJudge;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a person must attest is decided by an attestation in the estate: every published definition of effect manual, each
 * assigned to a subscription, with attestations of every state, and with none.
 */
class AttestationsTest {
    private static final String MANUAL = "manual";
    private static final String AUTHORIZATION = Draft.SUBSCRIPTION + "/providers/Microsoft.Authorization/";

    /** What an attestation says: its state, and when it ends where it does. */
    private record Said(String state, Optional<String> expires) {}

    @Test
    void whatIsAttestedAsCompliantIsCompliant() {
        for (String expires : List.of("", "2027-01-01T00:00:00Z")) {
            var said = new Said("Compliant", Optional.of(expires).filter(one -> !one.isEmpty()));
            assertThat(states(Optional.of(said))).hasSize(557).allSatisfy(state -> {
                assertThat(state.state()).isEqualTo(ComplianceState.COMPLIANT);
                assertThat(state.judgement().verdict()).isEqualTo(Verdict.COMPLIANT);
                assertThat(state.judgement().reason()).startsWith("attested as compliant by `somebody`");
            });
        }
    }

    @Test
    void whatIsAttestedAsNonCompliantIsNot() {
        assertThat(states(Optional.of(new Said("NonCompliant", Optional.empty()))))
                .hasSize(557)
                .allSatisfy(state -> {
                    assertThat(state.state()).isEqualTo(ComplianceState.NON_COMPLIANT);
                    assertThat(state.judgement().verdict()).isEqualTo(Verdict.NON_COMPLIANT);
                });
    }

    @Test
    void whatWasAttestedOnceIsOpenAgainAndSaysSince() {
        assertThat(states(Optional.of(new Said("Compliant", Optional.of("2026-11-01T00:00:00Z")))))
                .hasSize(557)
                .allSatisfy(state -> {
                    assertThat(state.state()).isEqualTo(ComplianceState.UNATTESTED);
                    assertThat(state.judgement().verdict()).isEqualTo(Verdict.UNKNOWN);
                    assertThat(state.judgement().reason())
                            .isEqualTo("a person must attest this; the attestation ended 2026-11-01T00:00:00Z");
                });
    }

    @Test
    void whatNobodyAttestedIsOpenAndSaysSo() {
        assertThat(states(Optional.empty())).hasSize(557).allSatisfy(state -> {
            assertThat(state.state()).isEqualTo(ComplianceState.UNATTESTED);
            Judgement judgement = state.judgement();
            assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(judgement.reason()).isEqualTo("a person must attest this");
        });
    }

    /** How the subscription stands to every manual definition. */
    private static List<PolicyState> states(Optional<Said> said) {
        World world = World.read();
        var documents = new ArrayList<PolicyDocument>();
        for (PolicyDefinition definition : world.ofKind(MANUAL)) {
            JsonObject content = world.document(definition);
            documents.add(document(PolicyDocument.Kind.DEFINITION, content));
            String assignment = AUTHORIZATION + "policyAssignments/" + definition.name();
            documents.add(document(
                    PolicyDocument.Kind.ASSIGNMENT,
                    resource(
                            assignment,
                            JsonObject.builder()
                                    .put(
                                            "policyDefinitionId",
                                            content.text("id").orElseThrow())
                                    .put("scope", Draft.SUBSCRIPTION))));
            said.ifPresent(one -> documents.add(document(
                    PolicyDocument.Kind.ATTESTATION,
                    resource(
                            Draft.SUBSCRIPTION + "/providers/Microsoft.PolicyInsights/attestations/"
                                    + definition.name(),
                            JsonObject.builder()
                                    .put("policyAssignmentId", assignment)
                                    .put("complianceState", one.state())
                                    .put("owner", "somebody")
                                    .put("expiresOn", one.expires())))));
        }
        var library = PolicyLibrary.of(documents);
        assertThat(library.gaps()).isEmpty();
        PoliciesInForce inForce = new PolicyBinder(library, world.providers(), World.CONTEXT)
                .assignments()
                .inForce();
        Resource subscription =
                Draft.of("", ResourceType.SUBSCRIPTION).resource().orElseThrow();
        var subject = new Subject(subscription, Surrounded.of(List.of(Draft.seen(subscription))));
        return new PolicyJudge(inForce).judge(subject);
    }

    private static JsonObject resource(String id, JsonObject.Builder properties) {
        return JsonObject.builder()
                .put("id", new JsonString(id))
                .put("properties", properties.build())
                .build();
    }

    private static PolicyDocument document(PolicyDocument.Kind kind, JsonObject content) {
        return new PolicyDocument(kind, content, Places.unknownLines("made up"));
    }
}
