package dev.demarc.report.html;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.ResourcePosture;
import dev.demarc.report.JudgedAssignment;
import dev.demarc.report.JudgedPolicy;
import dev.demarc.report.StateText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Policies and the resources that are not compliant with them, as columns: by policy, then by gravity, then by id.
 * Numbers of resources are written as the difference from the one before. Only the first few of a policy have a reason:
 * what is wrong with the others is much the same, and JSON has it all. Of compliant resources there is only the count.
 */
final class PolicyColumns {
    private static final int REASONS = 20;
    private static final int LONGEST_TEXT = 600;

    private final Index<String> texts = new Index<>();
    private final Block.Column resource = new Block.Column();
    private final Block.Column state = new Block.Column();
    private final Block.Column reason = new Block.Column();
    private final Block.Column patch = new Block.Column();
    private final Map<ResourceId, Integer> numbers = new HashMap<>();

    private PolicyColumns(List<ResourcePosture> resources) {
        resources.forEach(posture -> numbers.put(posture.resource().id(), numbers.size()));
    }

    /** The columns of an assessment's policies. */
    static JsonObject of(Assessment assessment, PolicyCompliance compliance) {
        return new PolicyColumns(assessment.resources()).json(JudgedAssignment.of(compliance));
    }

    private JsonObject json(List<JudgedAssignment> assignments) {
        var titles = new ArrayList<JsonValue>();
        var policies = new ArrayList<JsonValue>();
        for (JudgedAssignment assignment : assignments) {
            for (JudgedPolicy judged : assignment.policies()) {
                if (judged.resources().total() > 0) {
                    policies.add(policy(judged, titles.size()));
                }
            }
            titles.add(JsonObject.builder()
                    .put("title", assignment.title())
                    .put("note", assignment.enforcement().orElse(""))
                    .build());
        }
        return JsonObject.builder()
                .put(
                        "states",
                        Block.texts(StateText.ORDER.stream()
                                .map(ComplianceState::word)
                                .toList()))
                .put("assignments", JsonArray.of(titles))
                .put("policies", JsonArray.of(policies))
                .put("resource", resource.values())
                .put("state", state.values())
                .put("reasonsEach", REASONS)
                .put("reason", reason.values())
                .put("patch", patch.values())
                .put("texts", Block.texts(texts.values()))
                .build();
    }

    private JsonValue policy(JudgedPolicy judged, int assignment) {
        var policy = judged.policy();
        List<PolicyState> told = judged.states().stream()
                .filter(one -> one.state() != ComplianceState.COMPLIANT)
                .sorted(Comparator.comparingInt(one -> StateText.ORDER.indexOf(one.state())))
                .toList();
        add(told);
        return JsonObject.builder()
                .put("of", assignment)
                .put("title", policy.title())
                .put("reference", policy.referenceId())
                .put("definition", policy.definition().id())
                .put("effect", policy.effect().map(Effect::word).orElse("by expression"))
                .put("groups", Block.texts(policy.groups()))
                .put("message", policy.message())
                .put(
                        "says",
                        told.isEmpty() ? "" : cut(policy.definition().value().description()))
                .put(
                        "counts",
                        JsonArray.of(StateText.ORDER.stream()
                                .map(one -> JsonNumber.of(judged.resources().of(one)))
                                .toList()))
                .put("told", told.size())
                .build();
    }

    private void add(List<PolicyState> told) {
        int before = 0;
        for (int i = 0; i < told.size(); i++) {
            PolicyState one = told.get(i);
            Integer number = numbers.get(one.resource().id());
            if (number == null) {
                throw new IllegalStateException(
                        "a policy state is about " + one.resource() + ", which the assessment does not hold");
            }
            resource.add(number - before);
            before = number;
            state.add(StateText.ORDER.indexOf(one.state()));
            if (i < REASONS) {
                reason.add(texts.of(cut(one.judgement().reason())));
                patch.add(one.patch()
                        .map(changes -> changes.json().text())
                        .filter(text -> text.length() <= LONGEST_TEXT)
                        .map(texts::of)
                        .orElse(-1));
            }
        }
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end) + " …";
    }
}
