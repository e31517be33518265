package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.policy.assignment.PolicyDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exemptions as Enterprise Policy as Code writes them: each may name a policy instead of an assignment, and several
 * scopes; one exemption comes of each assignment and scope.
 *
 * @see <a href="https://azure.github.io/enterprise-azure-policy-as-code/policy-exemptions/">Policy exemptions</a>
 */
final class EpacExemptions {
    private static final String FOLDER = "policyexemptions";
    private static final List<String> COPIED =
            List.of("exemptionCategory", "resourceSelectors", "assignmentScopeValidation", "metadata");

    private final Harvest.Pending sheet;
    private final Places places;
    private final Epac epac;
    private final PolicyIndex index;
    private final Harvest harvest;

    EpacExemptions(Harvest.Pending sheet, Epac epac, PolicyIndex index, Harvest harvest) {
        this.sheet = sheet;
        this.places = sheet.places();
        this.epac = epac;
        this.index = index;
        this.harvest = harvest;
    }

    void read() {
        Optional<String> environment = environment(sheet.file());
        if (environment.isPresent() && !epac.isMeant(environment.get())) {
            return;
        }
        JsonArray exemptions = sheet.content().array("exemptions");
        for (int i = 0; i < exemptions.size(); i++) {
            JsonPointer at = JsonPointer.ROOT.child("exemptions").child(i);
            if (exemptions.get(i) instanceof JsonObject exemption) {
                exemption(exemption, at);
            } else {
                wrong(at, "an exemption is an object", "write an object");
            }
        }
    }

    /** The folder below {@code policyExemptions} that a file is in, as it is spelled. */
    private static Optional<String> environment(Path file) {
        int folder = Checkout.names(file).lastIndexOf(FOLDER);
        return folder >= 0 && folder + 2 < file.getNameCount()
                ? Optional.of(file.getName(folder + 1).toString())
                : Optional.empty();
    }

    /** An assignment that is exempted from, in whole where there are no references. */
    private record Exempted(String assignment, List<String> references) {}

    private void exemption(JsonObject exemption, JsonPointer at) {
        Optional<String> name = exemption.text("name").filter(text -> !text.isBlank());
        List<String> scopes = scopes(exemption);
        if (name.isEmpty() || scopes.isEmpty()) {
            wrong(at, "the exemption has no `" + (name.isEmpty() ? "name" : "scope") + "`", "add it");
            return;
        }
        if (!areTexts(exemption.get("policyDefinitionReferenceIds"))) {
            // Without them everything would be exempt.
            wrong(
                    at,
                    "`policyDefinitionReferenceIds` of the exemption `" + name.get() + "` is no list of texts",
                    "write a list of reference ids");
            return;
        }
        Optional<String> assignment = exemption.text("policyAssignmentId");
        List<Exempted> exempted = assignment
                .map(id -> List.of(new Exempted(id, references(exemption, target(id)))))
                .orElseGet(() -> byPolicy(exemption));
        if (exempted.isEmpty()) {
            wrong(
                    at,
                    "the exemption `" + name.get() + "` is from a policy that no assignment read assigns",
                    "give its assignments too, or name a `policyAssignmentId`");
            return;
        }
        for (Exempted one : exempted) {
            String last = one.assignment.substring(one.assignment.lastIndexOf('/') + 1);
            String full = assignment.isPresent() ? name.get() : name.get() + "-" + last;
            for (String scope : scopes) {
                harvest.policy(document(exemption, at, one, scope, full));
            }
        }
    }

    private static boolean areTexts(@Nullable JsonValue value) {
        return value == null
                || value == JsonNull.NULL
                || (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance));
    }

    private PolicyDocument document(JsonObject exemption, JsonPointer at, Exempted one, String scope, String name) {
        JsonPointer inner = JsonPointer.ROOT.child("properties");
        var pieces = new Pieces(places, at).with(JsonPointer.ROOT, places, at).with(inner, places, at);
        var properties = JsonObject.builder()
                .put("policyAssignmentId", one.assignment)
                .put("displayName", exemption.text("displayName").orElse(name))
                .put("description", exemption.text("description").orElse(""));
        if (!one.references.isEmpty()) {
            properties.put(
                    "policyDefinitionReferenceIds",
                    JsonArray.of(one.references.stream().map(JsonString::new).toList()));
        }
        exemption
                .text("expiresOn")
                .filter(text -> !text.isBlank())
                .ifPresent(text ->
                        properties.put("expiresOn", text.matches("\\d{4}-\\d\\d-\\d\\d") ? text + "T00:00:00Z" : text));
        for (String member : COPIED) {
            JsonValue value = exemption.get(member);
            if (value != null) {
                properties.put(member, value);
            }
        }
        String type = PolicyDocument.Kind.EXEMPTION.type();
        JsonObject content = JsonObject.builder()
                .put("id", scope + "/providers/" + type + "/" + name)
                .put("name", name)
                .put("type", type)
                .put("properties", properties.build())
                .build();
        return new PolicyDocument(PolicyDocument.Kind.EXEMPTION, content, pieces);
    }

    /** Scopes may have a name for people in front, ended by a colon. */
    private static List<String> scopes(JsonObject exemption) {
        var scopes = new ArrayList<String>(exemption.texts("scopes"));
        exemption.text("scope").ifPresent(scopes::add);
        return scopes.stream()
                .map(scope -> scope.indexOf(":/") >= 0 ? scope.substring(scope.indexOf(":/") + 1) : scope)
                .map(scope -> scope.endsWith("/") ? scope.substring(0, scope.length() - 1) : scope)
                .filter(scope -> !scope.isBlank())
                .toList();
    }

    private String target(String assignmentId) {
        return index.assignments().stream()
                .filter(one -> PolicyIndex.text(one, "id").orElse("").equalsIgnoreCase(assignmentId))
                .findFirst()
                .map(PolicyIndex::target)
                .orElse("");
    }

    /** The assignments of a policy or initiative, of a policy also by way of initiatives. */
    private List<Exempted> byPolicy(JsonObject exemption) {
        Optional<String> policy = exemption.text("policyDefinitionId").or(() -> exemption.text("policyDefinitionName"));
        Optional<String> initiative =
                exemption.text("policySetDefinitionId").or(() -> exemption.text("policySetDefinitionName"));
        var exempted = new ArrayList<Exempted>();
        for (JsonObject assignment : index.assignments()) {
            Optional<String> id = PolicyIndex.text(assignment, "id");
            String target = PolicyIndex.target(assignment);
            if (id.isEmpty()) {
                continue;
            }
            if (initiative.filter(one -> isSame(one, target)).isPresent()) {
                exempted.add(new Exempted(id.get(), references(exemption, target)));
            } else if (policy.isPresent()) {
                List<String> members = index.members(target).stream()
                        .filter(member -> isSame(policy.get(), member.definition()))
                        .map(PolicyIndex.Member::referenceId)
                        .toList();
                if (isSame(policy.get(), target) || !members.isEmpty()) {
                    exempted.add(new Exempted(id.get(), members));
                }
            }
        }
        return exempted;
    }

    private static boolean isSame(String one, String other) {
        return PolicyIndex.last(one).equals(PolicyIndex.last(other));
    }

    /** The reference ids meant: written as such, or as the id or name of a definition of the initiative. */
    private List<String> references(JsonObject exemption, String initiative) {
        var references = new LinkedHashSet<String>();
        for (String written : exemption.texts("policyDefinitionReferenceIds")) {
            if (written.indexOf('/') < 0) {
                references.add(written);
                continue;
            }
            List<String> found = index.members(initiative).stream()
                    .filter(member -> isSame(written, member.definition()))
                    .map(PolicyIndex.Member::referenceId)
                    .toList();
            references.addAll(found);
            if (found.isEmpty()) {
                references.add(written);
            }
        }
        return List.copyOf(references);
    }

    private void wrong(JsonPointer at, String message, String hint) {
        harvest.problem(Diagnostic.error("exemption-incomplete", message, places.of(at), hint));
    }
}
