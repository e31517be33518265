package dev.demarc.policy.assignment;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A document that says something about policies, before it is read.
 *
 * @param content the whole resource, or a definition by itself; secrets dropped
 * @param places where its values stand, by pointers from the document's root
 */
public record PolicyDocument(Kind kind, JsonObject content, Places places) {

    /** What a document is about. */
    public enum Kind {
        DEFINITION("Microsoft.Authorization/policyDefinitions", "definition"),
        INITIATIVE("Microsoft.Authorization/policySetDefinitions", "initiative"),
        ASSIGNMENT("Microsoft.Authorization/policyAssignments", "assignment"),
        EXEMPTION("Microsoft.Authorization/policyExemptions", "exemption"),
        ATTESTATION("Microsoft.PolicyInsights/attestations", "attestation");

        private final String type;
        private final String noun;

        Kind(String type, String noun) {
            this.type = type;
            this.noun = noun;
        }

        /** What such a document is called. */
        public String noun() {
            return noun;
        }

        /** The resource type of such documents. */
        public String type() {
            return type;
        }
    }

    /**
     * What a document is about, by its type, else by what only such documents have; empty when it is about no policy.
     * Versions of definitions count as definitions.
     */
    public static Optional<Kind> kindOf(JsonObject document) {
        if (document.getIgnoreCase("type") instanceof JsonString type
                && type.value().indexOf('/') > 0) {
            String folded = type.value().toLowerCase(Locale.ROOT);
            return Arrays.stream(Kind.values())
                    .filter(kind -> folded.equals(kind.type.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
        JsonObject inner =
                document.getIgnoreCase("properties") instanceof JsonObject properties ? properties : document;
        if (inner.getIgnoreCase("policyRule") instanceof JsonObject) {
            return Optional.of(Kind.DEFINITION);
        }
        if (inner.getIgnoreCase("policyDefinitions") instanceof JsonArray) {
            return Optional.of(Kind.INITIATIVE);
        }
        if (has(inner, "exemptionCategory")) {
            return Optional.of(Kind.EXEMPTION);
        }
        if (has(inner, "policyAssignmentId") && has(inner, "complianceState") && !has(inner, "resourceId")) {
            return Optional.of(Kind.ATTESTATION);
        }
        return has(inner, "policyDefinitionId") && !has(inner, "complianceState")
                ? Optional.of(Kind.ASSIGNMENT)
                : Optional.empty();
    }

    private static boolean has(JsonObject object, String key) {
        JsonValue value = object.getIgnoreCase(key);
        return value instanceof JsonString;
    }
}
