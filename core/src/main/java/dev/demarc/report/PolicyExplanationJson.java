package dev.demarc.report;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.policy.assignment.Assignment;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.assignment.ResolvedParameter;
import dev.demarc.policy.effect.Ruling;

/** Why a resource stands to a policy as it does, as a JSON document, by docs/schema/policy-explanation.schema.json. */
public final class PolicyExplanationJson {
    private PolicyExplanationJson() {}

    /**
     * Writes an explanation.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(ExplainedPolicy explained, Appendable out) {
        var sheet = new JsonSheet(out, "policy-explanation");
        sheet.put("instant", explained.instant().toString());
        sheet.put("semanticsProfile", explained.profile());
        sheet.put("resource", explained.resource().id().text());
        sheet.put("type", explained.resource().type().text());
        sheet.put("policy", PoliciesJson.reference(explained.policy()).build());
        explained
                .policy()
                .assignment()
                .map(Assignment::parameters)
                .ifPresent(values -> sheet.put("parameters", PoliciesJson.values(values)));
        sheet.put("resolvedParameters", Json.array(explained.policy().parameters(), PolicyExplanationJson::parameter));
        sheet.put("applies", explained.standing() instanceof ExplainedPolicy.Stands);
        switch (explained.standing()) {
            case ExplainedPolicy.Stands stands -> state(sheet, stands.state());
            case ExplainedPolicy.Apart apart -> sheet.put("why", new JsonString(apart.why()));
        }
        sheet.put("verdict", explained.judgement().verdict().word());
        sheet.put("ruling", ruling(explained.explanation().ruling()));
        sheet.put("tree", Json.texts(explained.tree()));
        sheet.put(
                "related",
                Json.array(
                        explained.explanation().related(),
                        one -> new JsonString(one.resource().id().text())));
        sheet.close();
    }

    private static JsonObject parameter(ResolvedParameter parameter) {
        var object = JsonObject.builder().put("name", parameter.name());
        parameter.value().ifPresent(value -> object.put("value", value));
        return object.put("origin", parameter.origin().word()).build();
    }

    private static void state(JsonSheet sheet, PolicyState state) {
        sheet.put("state", PolicyStateJson.state(state).build());
        state.patch().ifPresent(patch -> {
            sheet.put("changes", Json.array(patch.changes(), PolicyStateJson::change));
            sheet.put("conflictEffect", patch.conflictEffect().word());
        });
    }

    /** The word for what became of the policy. */
    private static String ruling(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Evaluated evaluated -> "evaluated";
            case Ruling.ToAttest attest -> "to-attest";
            case Ruling.Guarded guarded -> "guarded";
            case Ruling.ProviderEvaluated provided -> "left-to-provider";
            case Ruling.NotApplied not -> "not-applied";
            case Ruling.NoEffect none -> "no-effect";
        };
    }
}
