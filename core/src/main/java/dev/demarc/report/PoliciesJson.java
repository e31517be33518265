package dev.demarc.report;

import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.assignment.AssignedPolicy;
import dev.demarc.policy.assignment.Assignment;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.policy.compliance.StateCounts;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.Initiative;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The member {@code policies} of an assessment: how the estate stands to the policies in force. */
final class PoliciesJson {
    private PoliciesJson() {}

    /** Writes the member. States stream, one at a time. */
    static void write(JsonSheet sheet, PolicyCompliance compliance) {
        var numbers = new IdentityHashMap<AssignedPolicy, Integer>();
        compliance.policies().forEach(one -> numbers.put(one.policy(), numbers.size()));
        sheet.object("policies", () -> {
            sheet.put("counts", counts(compliance));
            sheet.each("assignments", compliance.assignments().stream().map(PoliciesJson::assignment));
            sheet.each("policies", compliance.policies().stream().map(PoliciesJson::policy));
            sheet.each(
                    "states",
                    compliance.states().stream()
                            .filter(state -> state.state() != ComplianceState.COMPLIANT)
                            .map(state -> PolicyStateJson.state(state)
                                    .put("policy", numbers.getOrDefault(state.policy(), -1))
                                    .build()));
        });
    }

    private static JsonObject counts(PolicyCompliance compliance) {
        long silent = compliance.policies().stream()
                .filter(one -> one.resources().total() == 0)
                .count();
        return JsonObject.builder()
                .put("policies", compliance.policies().size())
                .put("policiesAboutNothing", silent)
                .put("assignments", compliance.assignments().size())
                .put("gaps", compliance.inForce().gaps().size())
                .put("states", states(StateText.states(compliance)))
                .put("resources", share(compliance.resources()))
                .build();
    }

    /** Counts by state. */
    static JsonObject states(StateCounts counts) {
        return JsonObject.builder()
                .put("nonCompliant", counts.of(ComplianceState.NON_COMPLIANT))
                .put("conflict", counts.of(ComplianceState.CONFLICT))
                .put("error", counts.of(ComplianceState.ERROR))
                .put("unknown", counts.of(ComplianceState.UNKNOWN))
                .put("unattested", counts.of(ComplianceState.UNATTESTED))
                .put("exempt", counts.of(ComplianceState.EXEMPT))
                .put("protected", counts.of(ComplianceState.PROTECTED))
                .put("compliant", counts.of(ComplianceState.COMPLIANT))
                .build();
    }

    /** Counts by state with what they come to. */
    private static JsonObject share(StateCounts counts) {
        var object = JsonObject.builder()
                .put("states", states(counts))
                .put("state", counts.rolledUp().map(ComplianceState::word));
        counts.percent().ifPresent(percent -> object.put("percent", JsonNumber.of(percent)));
        return Json.number(object, "verifiedPercent", counts.verified());
    }

    private static JsonValue assignment(PolicyCompliance.OfAssignment one) {
        return JsonObject.builder()
                .put("id", one.assignment().map(assignment -> assignment.id().text()))
                .put("displayName", one.title())
                .put(
                        "scope",
                        one.assignment().map(assignment -> assignment.scope().text()))
                .put("initiative", one.initiative().map(initiative -> initiative.id()))
                .put("enforcement", one.assignment().map(PoliciesJson::enforcement))
                .put("policies", states(one.policies()))
                .put("resources", share(one.resources()))
                .put("groups", Json.array(one.groups(), PoliciesJson::group))
                .build();
    }

    /** Azure's word for it. */
    static String enforcement(Assignment assignment) {
        return assignment.enforced() ? "Default" : "DoNotEnforce";
    }

    private static JsonValue group(PolicyCompliance.OfGroup one) {
        Initiative.Group group = one.group();
        return JsonObject.builder()
                .put("name", group.name())
                .put("displayName", group.displayName())
                .put("category", group.category())
                .put("policies", states(one.policies()))
                .put("resources", share(one.resources()))
                .build();
    }

    private static JsonValue policy(PolicyCompliance.OfPolicy one) {
        return reference(one.policy())
                .put("groups", Json.texts(one.policy().groups()))
                .put("resources", share(one.resources()))
                .build();
    }

    /** Which policy in force it is. */
    static JsonObject.Builder reference(AssignedPolicy policy) {
        Optional<String> message = policy.message();
        return JsonObject.builder()
                .put("assignment", policy.assignment().map(one -> one.id().text()))
                .put("initiative", policy.initiative().map(one -> one.id()))
                .put("referenceId", policy.referenceId())
                .put("definition", policy.definition().id())
                .put("displayName", policy.title())
                .put("effect", policy.effect().map(Effect::word))
                .put("message", message);
    }

    /** Values by name, in the order of the names. */
    static JsonObject values(Map<String, JsonValue> values) {
        var object = JsonObject.builder();
        List<String> names = values.keySet().stream().sorted().toList();
        for (String name : names) {
            JsonValue value = values.get(name);
            if (value != null) {
                object.put(name, value);
            }
        }
        return object.build();
    }
}
