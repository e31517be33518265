package dev.demarc.policy;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.PolicyTypes;
import dev.demarc.knowledge.TagSupport;
import dev.demarc.knowledge.TagSupport.Answer;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.PolicyDefinition.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which resources policies of a mode are evaluated on. Of what lies under {@code Microsoft.Resources}, that is
 * subscriptions and resource groups only, and those in mode {@code all} only. Mode {@code indexed} takes types that
 * support tags; a type that is not listed counts when the resource has a location. What is passed through to something
 * inside a resource is in no mode of Resource Manager.
 */
record ModeReach(Mode mode, TagSupport tags, PolicyTypes unlike) {
    /** Whether policies of this mode are evaluated on a resource. */
    boolean includes(Resource resource) {
        ResourceType type = resource.type();
        boolean inside = unlike.passedThrough().contains(type);
        return switch (mode) {
            case Mode.All all ->
                isScope(type) || (!inside && !type.namespace().equalsIgnoreCase(ResourceType.SUBSCRIPTION.namespace()));
            case Mode.Indexed indexed ->
                !inside
                        && !type.namespace().equalsIgnoreCase(ResourceType.SUBSCRIPTION.namespace())
                        && switch (tags.of(type)) {
                            case SUPPORTED -> true;
                            case NOT_SUPPORTED -> false;
                            case UNLISTED -> resource.location().isPresent();
                        };
            case Mode.Provider provider -> true;
        };
    }

    private static boolean isScope(ResourceType type) {
        return type.equals(ResourceType.SUBSCRIPTION) || type.equals(ResourceType.RESOURCE_GROUP);
    }

    /** A note for each type that a condition asks for and that this mode leaves out. */
    List<Diagnostic> notes(Condition condition) {
        var notes = new ArrayList<Diagnostic>();
        if (mode instanceof Mode.Indexed) {
            note(condition, true, notes);
        }
        return notes;
    }

    private void note(Condition condition, boolean affirmed, List<Diagnostic> notes) {
        switch (condition) {
            case Condition.AllOf all -> all.parts().forEach(part -> note(part, affirmed, notes));
            case Condition.AnyOf any -> any.parts().forEach(part -> note(part, affirmed, notes));
            case Condition.Not not -> note(not.part(), !affirmed, notes);
            case Condition.Comparison comparison -> {
                if (affirmed && Applicability.isTypeTest(comparison)) {
                    types(comparison).stream()
                            .filter(type -> isScope(type) || tags.of(type) == Answer.NOT_SUPPORTED)
                            .forEach(type -> notes.add(Diagnostic.note(
                                    "type-not-indexed",
                                    "resources of type `" + type.text()
                                            + "` are left out: policies of mode `indexed` look only at types that support tags",
                                    comparison.place(),
                                    "use the mode `all` if they are meant")));
                }
            }
        }
    }

    private static List<ResourceType> types(Condition.Comparison comparison) {
        if (!(comparison.right() instanceof Template.Constant(JsonValue right))) {
            return List.of();
        }
        return switch (comparison.operator()) {
            case EQUALS -> type(right).stream().toList();
            case IN ->
                right instanceof JsonArray array
                        ? array.values().stream()
                                .flatMap(one -> type(one).stream())
                                .toList()
                        : List.of();
            default -> List.of();
        };
    }

    private static Optional<ResourceType> type(JsonValue value) {
        return value instanceof JsonString text ? ResourceType.parse(text.value()) : Optional.empty();
    }
}
