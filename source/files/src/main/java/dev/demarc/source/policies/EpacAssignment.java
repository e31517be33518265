package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.source.policies.Epac.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One entry of a branch as Azure would return the assignments that EPAC makes of it. */
final class EpacAssignment {
    private static final JsonPointer PROPERTIES = JsonPointer.ROOT.child("properties");
    private static final Set<String> TARGETS =
            Set.of("policyName", "policyId", "policySetName", "policySetId", "initiativeName", "initiativeId");

    private final AssignmentTree.Entry entry;
    private final AssignmentTree.Branch branch;
    private final Places places;
    private final PolicyIndex index;
    private final Harvest harvest;

    EpacAssignment(
            AssignmentTree.Entry entry,
            AssignmentTree.Branch branch,
            Places places,
            PolicyIndex index,
            Harvest harvest) {
        this.entry = entry;
        this.branch = branch;
        this.places = places;
        this.index = index;
        this.harvest = harvest;
    }

    /** The assignment at a scope of an environment. */
    void at(Located scope, String environment, List<String> everywhere, List<Located> notScopes) {
        var pieces = new Pieces(places, entry.namedAt())
                .with(JsonPointer.ROOT.child("id"), places, scope.at())
                .with(PROPERTIES.child("scope"), places, scope.at())
                .with(PROPERTIES.child("policyDefinitionId"), places, entry.targetAt());
        var properties = JsonObject.builder()
                .put("displayName", entry.displayName())
                .put("description", entry.description())
                .put("scope", scope.text())
                .put("policyDefinitionId", entry.target())
                .put("notScopes", notScopes(environment, everywhere, notScopes));
        entry.version().ifPresent(version -> put(properties, pieces, "definitionVersion", version));
        branch.enforcement.ifPresent(mode -> put(properties, pieces, "enforcementMode", mode));
        properties.put("parameters", parameters(pieces));
        list(properties, pieces, "overrides", overrides());
        list(properties, pieces, "resourceSelectors", branch.selectors);
        list(properties, pieces, "nonComplianceMessages", entry.messages());
        String type = PolicyDocument.Kind.ASSIGNMENT.type();
        JsonObject content = JsonObject.builder()
                .put("id", scope.text() + "/providers/" + type + "/" + entry.name())
                .put("name", entry.name())
                .put("type", type)
                .put("properties", properties.build())
                .build();
        harvest.policy(new PolicyDocument(PolicyDocument.Kind.ASSIGNMENT, content, pieces));
    }

    private static void put(JsonObject.Builder properties, Pieces pieces, String name, Located value) {
        properties.put(name, value.value());
        pieces.with(PROPERTIES.child(name), pieces.places(), value.at());
    }

    private static void list(JsonObject.Builder properties, Pieces pieces, String name, List<Located> items) {
        if (!items.isEmpty()) {
            properties.put(name, JsonArray.of(items.stream().map(Located::value).toList()));
            for (int i = 0; i < items.size(); i++) {
                pieces.with(
                        PROPERTIES.child(name).child(i),
                        pieces.places(),
                        items.get(i).at());
            }
        }
    }

    /** Parameters that the policy does not take are passed over, so that entries of a list can share them. */
    private JsonObject parameters(Pieces pieces) {
        Optional<Set<String>> known = index.parameters(entry.target(), entry.initiative());
        var parameters = JsonObject.builder();
        branch.parameters.forEach((name, value) -> {
            if (known.isEmpty() || known.get().contains(name.toLowerCase(Locale.ROOT))) {
                parameters.put(
                        name, JsonObject.builder().put("value", value.value()).build());
                pieces.with(PROPERTIES.child("parameters").child(name), places, value.at());
                pieces.with(PROPERTIES.child("parameters").child(name).child("value"), places, value.at());
            }
        });
        return parameters.build();
    }

    /** Of overrides that say which entry of a list they are for, those for this one; without that word. */
    private List<Located> overrides() {
        var mine = new ArrayList<Located>();
        for (Located override : branch.overrides) {
            if (!(override.value() instanceof JsonObject object)) {
                mine.add(override);
                continue;
            }
            Optional<String> target =
                    TARGETS.stream().flatMap(name -> object.text(name).stream()).findFirst();
            boolean other = target.filter(one -> !PolicyIndex.last(one).equals(PolicyIndex.last(entry.target())))
                    .isPresent();
            if (!other) {
                var plain = JsonObject.builder();
                object.forEach((name, value) -> {
                    if (!TARGETS.contains(name)) {
                        plain.put(name, value);
                    }
                });
                mine.add(new Located(plain.build(), override.at()));
            }
        }
        return mine;
    }

    private JsonArray notScopes(String environment, List<String> everywhere, List<Located> branches) {
        var scopes = new ArrayList<JsonValue>();
        for (String scope : everywhere) {
            notScope(scope, branch.scope.orElseThrow().at()).ifPresent(scopes::add);
        }
        for (Located byEnvironment : branches) {
            for (Located scope : Epac.of(byEnvironment, environment)) {
                notScope(scope.text(), scope.at()).ifPresent(scopes::add);
            }
        }
        return JsonArray.of(scopes);
    }

    private Optional<JsonValue> notScope(String scope, JsonPointer at) {
        if (!scope.contains("*")) {
            return Optional.of(new JsonString(scope));
        }
        harvest.repeatable(Diagnostic.warning(
                "not-scope-pattern",
                "`" + scope + "` is a pattern, and which resource groups it leaves out is not known from the files",
                places.of(at),
                "give what `az policy assignment list` prints to have them left out"));
        return Optional.empty();
    }
}
