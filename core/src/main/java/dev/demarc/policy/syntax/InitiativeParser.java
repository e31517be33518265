package dev.demarc.policy.syntax;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.expression.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads initiatives from JSON values. Every mistake becomes a diagnostic; nothing is thrown. */
public final class InitiativeParser {
    private static final int MOST_MEMBERS = 1_000;

    private final Problems problems;
    private final Set<String> references = new HashSet<>();

    private InitiativeParser(Places places) {
        this.problems = new Problems(places);
    }

    /** An initiative: the whole resource, or what stands under its {@code properties}. */
    public static Parsed<Initiative> initiative(JsonValue document, Places places) {
        var parser = new InitiativeParser(places);
        return parser.problems.parsed(parser.initiative(document));
    }

    private @Nullable Initiative initiative(JsonValue document) {
        if (!(document instanceof JsonObject resource)) {
            problems.wrongType("initiative", "an object", document, JsonPointer.ROOT);
            return null;
        }
        boolean wrapped = resource.getIgnoreCase("properties") instanceof JsonObject;
        JsonPointer at = wrapped ? JsonPointer.ROOT.child("properties") : JsonPointer.ROOT;
        JsonObject properties = resource.getIgnoreCase("properties") instanceof JsonObject inner ? inner : resource;
        List<Parameter> parameters = ParameterParser.ofInitiative(problems)
                .parameters(properties.getIgnoreCase("parameters"), at.child("parameters"));
        List<Initiative.Group> groups =
                groups(properties.getIgnoreCase("policyDefinitionGroups"), at.child("policyDefinitionGroups"));
        List<String> names = parameters.stream().map(Parameter::name).toList();
        return new Initiative(
                text(resource, "name").orElse(""),
                text(properties, "displayName").orElse(""),
                text(properties, "description").orElse(""),
                text(properties, "policyType"),
                parameters,
                members(
                        properties.getIgnoreCase("policyDefinitions"),
                        at.child("policyDefinitions"),
                        names,
                        groups.stream().map(Initiative.Group::name).toList()),
                groups,
                properties.getIgnoreCase("metadata") instanceof JsonObject metadata ? metadata : JsonObject.empty());
    }

    private static Optional<String> text(JsonObject object, String key) {
        return object.getIgnoreCase(key) instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }

    private List<Initiative.Group> groups(@Nullable JsonValue value, JsonPointer at) {
        var groups = new ArrayList<Initiative.Group>();
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof JsonObject object
                        && text(object, "name").isPresent()) {
                    groups.add(new Initiative.Group(
                            text(object, "name").orElseThrow(),
                            text(object, "displayName"),
                            text(object, "category"),
                            text(object, "additionalMetadataId")));
                } else {
                    problems.wrongType("policyDefinitionGroups", "objects with a `name`", array.get(i), at.child(i));
                }
            }
        }
        return groups;
    }

    private List<Initiative.Member> members(
            @Nullable JsonValue value, JsonPointer at, List<String> names, List<String> groups) {
        var members = new ArrayList<Initiative.Member>();
        if (!(value instanceof JsonArray array) || array.isEmpty()) {
            problems.error(
                    "missing-policies",
                    "the initiative has no `policyDefinitions`",
                    at,
                    "list the policies that belong to it");
            return members;
        }
        if (array.size() > MOST_MEMBERS) {
            problems.error(
                    "too-many-policies",
                    "an initiative has at most " + MOST_MEMBERS + " policies, this one has " + array.size(),
                    at,
                    "make several initiatives of it");
        }
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonObject object) {
                member(object, at.child(i), names, groups).ifPresent(members::add);
            } else {
                problems.wrongType("policyDefinitions", "a list of objects", array.get(i), at.child(i));
            }
        }
        return members;
    }

    private Optional<Initiative.Member> member(
            JsonObject object, JsonPointer at, List<String> names, List<String> groups) {
        Optional<String> definition = text(object, "policyDefinitionId").or(() -> text(object, "policyDefinitionName"));
        if (definition.isEmpty()) {
            problems.error(
                    "missing-definition-id",
                    "the policy of the initiative does not say its `policyDefinitionId`",
                    at,
                    "add the id of the definition");
            return Optional.empty();
        }
        String key = text(object, "policyDefinitionId").isPresent() ? "policyDefinitionId" : "policyDefinitionName";
        JsonPointer definitionAt = Problems.child(object, key, at);
        if (isInitiative(definition.get())) {
            problems.error(
                    "nested-initiative",
                    "an initiative holds definitions, not other initiatives",
                    definitionAt,
                    "list the policies of that initiative here, or assign it by itself");
        }
        JsonPointer parametersAt = Problems.child(object, "parameters", at);
        return Optional.of(new Initiative.Member(
                referenceId(object, definition.get(), at),
                definition.get(),
                text(object, "definitionVersion"),
                parameters(object.getIgnoreCase("parameters"), parametersAt, names),
                groupNames(object.getIgnoreCase("groupNames"), at.child("groupNames"), groups),
                problems.place(at),
                problems.place(definitionAt),
                problems.below(parametersAt)));
    }

    private static boolean isInitiative(String id) {
        return id.toLowerCase(Locale.ROOT).contains("/policysetdefinitions/");
    }

    private String referenceId(JsonObject object, String definition, JsonPointer at) {
        Optional<String> written = text(object, "policyDefinitionReferenceId");
        String name = definition.substring(definition.lastIndexOf('/') + 1);
        String id = written.orElse(name);
        for (int i = 2; !references.add(id.toLowerCase(Locale.ROOT)); i++) {
            if (written.isPresent()) {
                problems.error(
                        "duplicate-reference-id",
                        "two policies of the initiative have the `policyDefinitionReferenceId` `" + written.get() + "`",
                        at.child("policyDefinitionReferenceId"),
                        "give each a reference id of its own, since exemptions and results go by it");
                return id;
            }
            id = name + "_" + i;
        }
        return id;
    }

    private Map<String, Template> parameters(@Nullable JsonValue value, JsonPointer at, List<String> names) {
        var templates = new TemplateReader(problems, names, new RuleLimits(problems));
        var parameters = new LinkedHashMap<String, Template>();
        if (value instanceof JsonObject object) {
            object.forEach((name, given) -> {
                JsonPointer here = at.child(name);
                JsonValue inner = given instanceof JsonObject wrapper ? wrapper.getIgnoreCase("value") : null;
                if (inner == null) {
                    problems.error(
                            "missing-parameter-value",
                            "the parameter `" + name + "` of the policy has no `value`",
                            here,
                            "write it as {\"value\": …}");
                } else {
                    parameters.put(name, templates.read(inner, here.child("value")));
                }
            });
        }
        return parameters;
    }

    private List<String> groupNames(@Nullable JsonValue value, JsonPointer at, List<String> groups) {
        var names = new ArrayList<String>();
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (!(array.get(i) instanceof JsonString name)) {
                    problems.wrongType("groupNames", "a list of texts", array.get(i), at.child(i));
                    continue;
                }
                if (groups.stream().noneMatch(name.value()::equalsIgnoreCase)) {
                    String hint = groups.isEmpty()
                            ? "define it under `policyDefinitionGroups`"
                            : Problems.didYouMean(name.value(), groups);
                    problems.error("unknown-group", "there is no group `" + name.value() + "`", at.child(i), hint);
                }
                names.add(name.value());
            }
        }
        return names;
    }
}
