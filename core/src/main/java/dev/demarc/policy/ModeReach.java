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
 * inside a resource is in no mode of Resource Manager, nor are resources that no list of their type has.
 */
record ModeReach(Mode mode, TagSupport tags, PolicyTypes unlike) {
    /** Whether policies of this mode are evaluated on a resource. */
    boolean includes(Resource resource) {
        return mode instanceof Mode.Provider || why(resource).isEmpty();
    }

    /** Why policies of this mode are not evaluated on a resource; empty when they are. */
    Optional<String> out(Resource resource) {
        return mode instanceof Mode.Provider ? Optional.empty() : why(resource).map(one -> says(one, resource));
    }

    private enum Why {
        SCOPE,
        MANAGER,
        INSIDE,
        NOT_LISTED,
        UNTAGGED
    }

    private Optional<Why> why(Resource resource) {
        ResourceType type = resource.type();
        boolean indexed = mode instanceof Mode.Indexed;
        if (isScope(type)) {
            return indexed ? Optional.of(Why.SCOPE) : Optional.empty();
        }
        if (type.namespace().equalsIgnoreCase(ResourceType.SUBSCRIPTION.namespace())) {
            return Optional.of(Why.MANAGER);
        }
        if (unlike.passedThrough().contains(type)) {
            return Optional.of(Why.INSIDE);
        }
        if (!unlike.nameAskedFor(type).orElseGet(resource::name).equalsIgnoreCase(resource.name())) {
            return Optional.of(Why.NOT_LISTED);
        }
        return indexed && !carriesTags(resource) ? Optional.of(Why.UNTAGGED) : Optional.empty();
    }

    private boolean carriesTags(Resource resource) {
        return switch (tags.of(resource.type())) {
            case SUPPORTED -> true;
            case NOT_SUPPORTED -> false;
            case UNLISTED -> resource.location().isPresent();
        };
    }

    private String says(Why why, Resource resource) {
        ResourceType type = resource.type();
        return switch (why) {
            case SCOPE -> "policies of mode `indexed` do not look at subscriptions and resource groups";
            case MANAGER -> "policies are not evaluated on `" + type + "`";
            case INSIDE ->
                "policies are not evaluated on `" + type + "`, which stands for what is inside another resource";
            case NOT_LISTED ->
                "of `" + type + "` policies see only `"
                        + unlike.nameAskedFor(type).orElseThrow() + "`, not `" + resource.name() + "`";
            case UNTAGGED ->
                "policies of mode `indexed` look only at types that support tags, which `" + type
                        + "` is not known to do";
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
