package dev.demarc.source.policies;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Quote;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.source.files.PowerShellText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a value from a file of policies turned out to be, by its content. */
sealed interface PolicyShape {

    /** A policy, whole or what stands under its {@code properties}. */
    record Policy(PolicyDocument.Kind kind, JsonObject content) implements PolicyShape {}

    /** A rule without its definition. */
    record Rule(JsonObject content) implements PolicyShape {}

    /** An answer, or a list, inside a larger value. */
    record Page(Optional<String> member, JsonArray items, JsonObject rest) implements PolicyShape {}

    /** A template that deploys something. */
    record Template(JsonObject content) implements PolicyShape {}

    /** Assignments as EPAC writes them. */
    record Tree(JsonObject content) implements PolicyShape {}

    /** Exemptions as EPAC writes them. */
    record Exemptions(JsonObject content) implements PolicyShape {}

    /** The global settings of EPAC. */
    record Settings(JsonObject content) implements PolicyShape {}

    /** Tests of a policy. */
    record Tests(JsonObject content) implements PolicyShape {}

    /** Something that can be no policy, and why that matters. */
    record Refused(boolean error, String code, String message, String hint) implements PolicyShape {}

    /** Something about which nothing is said. */
    record Other() implements PolicyShape {}

    /** What a value is. */
    static PolicyShape of(JsonValue value) {
        if (value instanceof JsonArray array) {
            return new Page(Optional.empty(), array, JsonObject.empty());
        }
        if (!(value instanceof JsonObject object)) {
            return new Other();
        }
        PolicyShape written = writtenByPeople(object);
        if (written != null) {
            return written;
        }
        PolicyShape answer = answer(object);
        return answer == null ? policy(object) : answer;
    }

    private static @Nullable PolicyShape writtenByPeople(JsonObject object) {
        if (object.get("cases") instanceof JsonArray && object.get("policy") != null) {
            return new Tests(object);
        }
        if (object.get("nodeName") != null) {
            return new Tree(object);
        }
        if (object.get("pacEnvironments") != null) {
            return new Settings(object);
        }
        if (object.get("exemptions") instanceof JsonArray && object.getIgnoreCase("properties") == null) {
            return new Exemptions(object);
        }
        String schema = object.text("$schema").orElse("").toLowerCase(Locale.ROOT);
        if (schema.contains("deploymentparameters")) {
            return new Other();
        }
        boolean template = schema.contains("deploymenttemplate")
                || (object.get("contentVersion") != null && object.get("resources") != null);
        return template ? new Template(object) : null;
    }

    private static @Nullable PolicyShape answer(JsonObject object) {
        if (object.get("error") instanceof JsonObject error
                && error.text("code").isPresent()) {
            return new Refused(
                    true,
                    "answer-error",
                    "Azure answered with an error instead of data: "
                            + Quote.of(error.text("code").orElse("")),
                    "ask for the right to read policies, then export again");
        }
        for (String member : List.of("value", "Value", "data", "Data")) {
            if (object.get(member) instanceof JsonArray items) {
                return new Page(Optional.of(member), items, object);
            }
        }
        return null;
    }

    private static PolicyShape policy(JsonObject object) {
        Optional<PolicyDocument.Kind> kind = PolicyDocument.kindOf(object).filter(one -> isWhole(one, object));
        if (kind.isPresent()) {
            return PowerShellText.in(object).isEmpty()
                    ? new Policy(kind.get(), object)
                    : new Refused(
                            true,
                            "powershell-depth",
                            "PowerShell cut what is nested deep, so the policy is not whole",
                            "export again with `ConvertTo-Json -Depth 100`");
        }
        if (object.getIgnoreCase("if") != null && object.getIgnoreCase("then") instanceof JsonObject) {
            return new Rule(object);
        }
        if (object.getIgnoreCase("complianceState") != null && object.getIgnoreCase("policyAssignmentId") != null) {
            return new Refused(
                    false,
                    "compliance-states",
                    "these are states that Azure computed, not policies",
                    "give definitions and assignments: `az policy definition list`, `az policy assignment list`");
        }
        boolean resource = object.text("id")
                .flatMap(ResourceId::parse)
                .filter(id -> id.kind() != ResourceId.Kind.TENANT)
                .isPresent();
        return resource
                ? new Refused(
                        false,
                        "estate-export",
                        "this is a resource of an estate, not a policy",
                        "give the file as SOURCE instead, without --policies")
                : new Other();
    }

    /** A member of an initiative's list names a definition too, but is no assignment. */
    private static boolean isWhole(PolicyDocument.Kind kind, JsonObject object) {
        return kind != PolicyDocument.Kind.ASSIGNMENT
                || object.getIgnoreCase("properties") != null
                || object.getIgnoreCase("scope") != null
                || object.getIgnoreCase("id") != null
                || object.getIgnoreCase("type") != null;
    }
}
