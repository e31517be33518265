package dev.demarc.policy.assignment;

import dev.demarc.check.Exemption;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.syntax.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what people decided and stated about policies: exemptions and attestations as Azure returns them. */
final class DecisionReader {
    private DecisionReader() {}

    static Parsed<PolicyExemption> exemption(PolicyDocument document) {
        var members = new Members(document);
        Optional<ResourceId> id = members.id();
        Optional<String> assignment = members.required("policyAssignmentId");
        Optional<Exemption.Category> category = category(members);
        var selectors = new SelectorReader(members).resourceSelectors();
        var references = members.texts("policyDefinitionReferenceIds");
        var expires = members.instant("expiresOn");
        if (id.isEmpty() || assignment.isEmpty() || category.isEmpty()) {
            return members.parsed(Optional.empty());
        }
        return members.parsed(Optional.of(new PolicyExemption(
                id.get(),
                id.get().parent().orElse(ResourceId.TENANT),
                assignment.get(),
                references,
                category.get(),
                expires,
                members.text("displayName").orElse(id.get().name()),
                members.text("description").orElse(""),
                selectors,
                members.object("metadata"),
                members.place(),
                members.properties())));
    }

    private static Optional<Exemption.Category> category(Members members) {
        String word = members.text("exemptionCategory").orElse("");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "waiver" -> Optional.of(Exemption.Category.WAIVER);
            case "mitigated" -> Optional.of(Exemption.Category.MITIGATED);
            default -> {
                members.error(
                        "unknown-category",
                        "there is no exemption category `" + word + "`",
                        members.at("exemptionCategory"),
                        "use `Waiver` or `Mitigated`");
                yield Optional.empty();
            }
        };
    }

    static Parsed<PolicyAttestation> attestation(PolicyDocument document) {
        var members = new Members(document);
        Optional<ResourceId> id = members.id();
        Optional<String> assignment = members.required("policyAssignmentId");
        Optional<ComplianceState> state = state(members);
        var expires = members.instant("expiresOn");
        var assessed = members.instant("assessmentDate");
        if (id.isEmpty() || assignment.isEmpty() || state.isEmpty()) {
            return members.parsed(Optional.empty());
        }
        return members.parsed(Optional.of(new PolicyAttestation(
                id.get(),
                id.get().parent().orElse(ResourceId.TENANT),
                assignment.get(),
                members.text("policyDefinitionReferenceId"),
                state.get(),
                expires,
                members.text("owner"),
                members.text("comments"),
                evidence(members),
                assessed,
                members.place())));
    }

    private static Optional<ComplianceState> state(Members members) {
        String word = members.text("complianceState").orElse("Unknown");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "compliant" -> Optional.of(ComplianceState.COMPLIANT);
            case "noncompliant" -> Optional.of(ComplianceState.NON_COMPLIANT);
            case "unknown" -> Optional.of(ComplianceState.UNATTESTED);
            default -> {
                members.error(
                        "unknown-state",
                        "nobody can attest the state `" + word + "`",
                        members.at("complianceState"),
                        "use `Compliant`, `NonCompliant` or `Unknown`");
                yield Optional.empty();
            }
        };
    }

    private static List<String> evidence(Members members) {
        var evidence = new ArrayList<String>();
        for (JsonValue each : members.array("evidence")) {
            if (each instanceof JsonObject object) {
                String description = text(object, "description");
                String link = text(object, "sourceUri");
                evidence.add(
                        description.isBlank() ? link : link.isBlank() ? description : description + " (" + link + ")");
            }
        }
        return evidence;
    }

    private static String text(JsonObject object, String key) {
        return object.getIgnoreCase(key) instanceof JsonString text ? text.value() : "";
    }
}
