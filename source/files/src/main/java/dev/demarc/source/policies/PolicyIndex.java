package dev.demarc.source.policies;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.assignment.PolicyDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was read, by the last name of its id, for those documents of EPAC that name policies instead of giving ids. */
final class PolicyIndex {
    private final Map<String, JsonObject> definitions = new HashMap<>();
    private final Map<String, JsonObject> initiatives = new HashMap<>();
    private final List<JsonObject> assignments = new ArrayList<>();

    PolicyIndex(List<PolicyDocument> documents) {
        for (PolicyDocument document : documents) {
            String name = name(document.content());
            switch (document.kind()) {
                case DEFINITION -> definitions.putIfAbsent(name, document.content());
                case INITIATIVE -> initiatives.putIfAbsent(name, document.content());
                case ASSIGNMENT -> assignments.add(document.content());
                case EXEMPTION, ATTESTATION -> {}
            }
        }
    }

    /** A member of an initiative. */
    record Member(String definition, String referenceId) {}

    /** The names of the parameters that a policy takes, in small letters; empty when the policy was not read. */
    Optional<Set<String>> parameters(String target, boolean initiative) {
        JsonObject known = (initiative ? initiatives : definitions).get(last(target));
        return Optional.ofNullable(known)
                .map(policy -> properties(policy).getIgnoreCase("parameters") instanceof JsonObject parameters
                        ? parameters.names().stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toUnmodifiableSet())
                        : Set.of());
    }

    List<JsonObject> assignments() {
        return assignments;
    }

    /** The members of an initiative; empty when it was not read. */
    List<Member> members(String initiative) {
        var members = new ArrayList<Member>();
        JsonObject known = initiatives.get(last(initiative));
        if (known != null && properties(known).getIgnoreCase("policyDefinitions") instanceof JsonArray array) {
            for (JsonValue each : array) {
                if (each instanceof JsonObject member) {
                    String definition = last(text(member, "policyDefinitionId")
                            .or(() -> text(member, "policyDefinitionName"))
                            .orElse(""));
                    members.add(new Member(
                            definition,
                            text(member, "policyDefinitionReferenceId").orElse(definition)));
                }
            }
        }
        return members;
    }

    /** What an assignment assigns. */
    static String target(JsonObject assignment) {
        return text(properties(assignment), "policyDefinitionId").orElse("");
    }

    static JsonObject properties(JsonObject document) {
        return document.getIgnoreCase("properties") instanceof JsonObject inner ? inner : document;
    }

    static Optional<String> text(JsonObject object, String name) {
        return object.getIgnoreCase(name) instanceof JsonString text
                        && !text.value().isBlank()
                ? Optional.of(text.value())
                : Optional.empty();
    }

    /** The last name of an id, in small letters. */
    static String last(String id) {
        return id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static String name(JsonObject document) {
        return last(text(document, "id")
                .or(() -> text(document, "resourceId"))
                .or(() -> text(document, "name"))
                .orElse(""));
    }
}
