package dev.demarc.policy.assignment;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.Parsed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads assignments as Azure returns them.
 *
 * @see <a href="https://learn.microsoft.com/azure/governance/policy/concepts/assignment-structure">Assignment
 *     structure</a>
 */
final class AssignmentReader {
    private static final int MOST_OVERRIDES = 10;
    private static final Set<Selector.Kind> OF_OVERRIDES =
            EnumSet.of(Selector.Kind.REFERENCE_ID, Selector.Kind.RESOURCE_LOCATION);

    private final Members members;
    private final SelectorReader selectors;

    private AssignmentReader(Members members) {
        this.members = members;
        this.selectors = new SelectorReader(members);
    }

    static Parsed<Assignment> read(PolicyDocument document) {
        var reader = new AssignmentReader(new Members(document));
        return reader.members.parsed(reader.assignment());
    }

    private Optional<Assignment> assignment() {
        Optional<ResourceId> id = members.id();
        Optional<ResourceId> scope = members.text("scope")
                .flatMap(text -> members.idOf(text, members.at("scope")))
                .or(() -> id.flatMap(ResourceId::parent));
        Optional<String> target = members.required("policyDefinitionId");
        if (id.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Assignment(
                id.get(),
                scope.orElse(ResourceId.TENANT),
                notScopes(),
                members.text("displayName").orElse(id.get().name()),
                target.get(),
                members.text("definitionVersion"),
                parameters(),
                isEnforced(),
                selectors.resourceSelectors(),
                overrides(),
                messages(),
                members.object("metadata"),
                members.place(),
                members.place(members.at("policyDefinitionId")),
                members.below("parameters")));
    }

    private List<ResourceId> notScopes() {
        var scopes = new ArrayList<ResourceId>();
        List<String> texts = members.texts("notScopes");
        for (int i = 0; i < texts.size(); i++) {
            members.idOf(texts.get(i), members.at("notScopes").child(i)).ifPresent(scopes::add);
        }
        return scopes;
    }

    private Map<String, JsonValue> parameters() {
        var values = new LinkedHashMap<String, JsonValue>();
        members.object("parameters").forEach((name, given) -> {
            JsonValue value = given instanceof JsonObject wrapper ? wrapper.getIgnoreCase("value") : null;
            if (value != null) {
                values.put(name, value);
            } else {
                members.error(
                        "missing-parameter-value",
                        "the parameter `" + name + "` of the assignment has no `value`",
                        members.at("parameters").child(name),
                        "write it as {\"value\": …}");
            }
        });
        return values;
    }

    /** PowerShell writes the mode as a number: 1 is {@code DoNotEnforce}. */
    private boolean isEnforced() {
        JsonValue mode = members.get("enforcementMode");
        if (mode instanceof JsonNumber number) {
            return number.decimal().signum() == 0;
        }
        String word = mode instanceof JsonString text ? text.value() : "default";
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "default", "enroll" -> true;
            case "donotenforce" -> false;
            default -> {
                members.error(
                        "unknown-enforcement-mode",
                        "there is no enforcement mode `" + word + "`",
                        members.at("enforcementMode"),
                        "use `Default` or `DoNotEnforce`");
                yield true;
            }
        };
    }

    private List<EffectOverride> overrides() {
        JsonArray array = members.array("overrides");
        JsonPointer at = members.at("overrides");
        if (array.size() > MOST_OVERRIDES) {
            members.warning(
                    "over-limit",
                    array.size() + " overrides are more than the " + MOST_OVERRIDES + " that Azure takes",
                    at,
                    "split the assignment");
        }
        var overrides = new ArrayList<EffectOverride>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonObject object) {
                override(object, at.child(i)).ifPresent(overrides::add);
            } else {
                members.error("wrong-type", "an override is an object", at.child(i), "write an object");
            }
        }
        return overrides;
    }

    private Optional<EffectOverride> override(JsonObject object, JsonPointer at) {
        String kind = text(object, "kind");
        String value = text(object, "value");
        if (kind.equalsIgnoreCase("policyVersion")) {
            members.warning(
                    "version-override",
                    "another version, `" + value + "`, is asked for, and only the latest text of a definition is known",
                    at,
                    "check that the definition given is of that version");
            return Optional.empty();
        }
        if (!kind.equalsIgnoreCase("policyEffect")) {
            members.error(
                    "unknown-override",
                    "there is no override of kind `" + kind + "`",
                    at.child("kind"),
                    "use `policyEffect` or `policyVersion`");
            return Optional.empty();
        }
        Optional<Effect> effect = Effect.of(value);
        if (effect.isEmpty()) {
            members.error(
                    "unknown-effect",
                    "there is no effect `" + value + "`",
                    at.child("value"),
                    "use one of " + String.join(", ", Effect.words()));
        }
        return effect.map(one -> new EffectOverride(
                one,
                selectors.selectors(object.getIgnoreCase("selectors"), at.child("selectors"), OF_OVERRIDES),
                members.place(at)));
    }

    private List<Assignment.Message> messages() {
        var messages = new ArrayList<Assignment.Message>();
        for (JsonValue each : members.array("nonComplianceMessages")) {
            if (each instanceof JsonObject object && !text(object, "message").isBlank()) {
                String reference = text(object, "policyDefinitionReferenceId");
                messages.add(new Assignment.Message(
                        reference.isBlank() ? Optional.empty() : Optional.of(reference), text(object, "message")));
            }
        }
        return messages;
    }

    private static String text(JsonObject object, String key) {
        return object.getIgnoreCase(key) instanceof JsonString text ? text.value() : "";
    }
}
