package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.source.policies.Epac.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Assignments as Enterprise Policy as Code writes them: a tree whose branches add up, from the root to a leaf, to what is
 * assigned, under which name, and where.
 *
 * @see <a href="https://azure.github.io/enterprise-azure-policy-as-code/policy-assignments/">Policy assignments</a>
 */
final class AssignmentTree {
    /** What decides nothing about compliance: identities, roles, and notes of EPAC. */
    private static final Set<String> BESIDE = Set.of(
            "$schema",
            "nodeName",
            "metadata",
            "children",
            "managedIdentityLocations",
            "managedIdentityLocation",
            "additionalRoleAssignments",
            "userAssignedIdentity",
            "epacCloudEnvironments",
            "enforceExemptionLimit",
            "nonComplianceMessageColumn",
            "parameterSelector");

    private final JsonObject root;
    private final Places places;
    private final Epac epac;
    private final PolicyIndex index;
    private final Harvest harvest;

    AssignmentTree(Harvest.Pending file, Epac epac, PolicyIndex index, Harvest harvest) {
        this.root = file.content();
        this.places = file.places();
        this.epac = epac;
        this.index = index;
        this.harvest = harvest;
    }

    void read() {
        node(root, JsonPointer.ROOT, new Branch());
    }

    /** What the nodes from the root to here add up to. */
    static final class Branch {
        String nodes = "";
        String name = "";
        String displayName = "";
        String description = "";
        Optional<JsonPointer> named = Optional.empty();
        List<Located> entries = List.of();
        boolean isList;
        Optional<Located> scope = Optional.empty();
        Optional<Located> enforcement = Optional.empty();
        Optional<JsonPointer> table = Optional.empty();
        final List<Located> notScopes = new ArrayList<>();
        final List<Located> overrides = new ArrayList<>();
        final List<Located> selectors = new ArrayList<>();
        final List<Located> messages = new ArrayList<>();
        final Map<String, Located> parameters = new LinkedHashMap<>();

        Branch copy() {
            var copy = new Branch();
            copy.nodes = nodes;
            copy.name = name;
            copy.displayName = displayName;
            copy.description = description;
            copy.named = named;
            copy.entries = entries;
            copy.isList = isList;
            copy.scope = scope;
            copy.enforcement = enforcement;
            copy.table = table;
            copy.notScopes.addAll(notScopes);
            copy.overrides.addAll(overrides);
            copy.selectors.addAll(selectors);
            copy.messages.addAll(messages);
            copy.parameters.putAll(parameters);
            return copy;
        }
    }

    private void node(JsonObject node, JsonPointer at, Branch above) {
        Branch branch = above.copy();
        branch.nodes += node.text("nodeName").orElse("");
        if (node.get("ignoreBranch") == JsonBoolean.TRUE) {
            harvest.repeatable(Diagnostic.note(
                    "branch-ignored",
                    "the branch `" + branch.nodes + "` is not assigned, since it says `ignoreBranch`",
                    places.of(at.child("ignoreBranch")),
                    "remove `ignoreBranch` to have it judged"));
            return;
        }
        for (String name : node.names()) {
            member(name, new Located(valueOf(node, name), at.child(name)), branch);
        }
        JsonArray children = node.array("children");
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) instanceof JsonObject child) {
                node(child, at.child("children").child(i), branch);
            }
        }
        if (children.isEmpty()) {
            leaf(branch, at);
        }
    }

    private static JsonValue valueOf(JsonObject node, String name) {
        JsonValue value = node.get(name);
        return value == null ? JsonObject.empty() : value;
    }

    private void member(String name, Located member, Branch branch) {
        switch (name) {
            case "assignment" -> naming(member, branch);
            case "definitionEntry" -> {
                branch.entries = List.of(member);
                branch.isList = false;
            }
            case "definitionEntryList" -> {
                branch.entries = items(member);
                branch.isList = true;
            }
            case "scope" -> branch.scope = Optional.of(member);
            case "notScope", "notScopes" -> branch.notScopes.add(member);
            case "enforcementMode" -> branch.enforcement = Optional.of(member);
            case "parameterFile" -> branch.table = Optional.of(member.at());
            case "overrides" -> branch.overrides.addAll(items(member));
            case "resourceSelectors" -> branch.selectors.addAll(items(member));
            case "nonComplianceMessages" -> branch.messages.addAll(items(member));
            case "parameters" -> {
                if (member.value() instanceof JsonObject values) {
                    values.forEach((parameter, value) -> branch.parameters.put(
                            parameter, new Located(value, member.at().child(parameter))));
                }
            }
            case "ignoreBranch" -> {}
            default -> {
                if (!BESIDE.contains(name)) {
                    harvest.repeatable(Diagnostic.warning(
                            "unknown-key",
                            "the key `" + name + "` means nothing in an assignment of EPAC",
                            places.name(member.at()),
                            "check its spelling"));
                }
            }
        }
    }

    private static void naming(Located member, Branch branch) {
        if (member.value() instanceof JsonObject naming) {
            branch.name += naming.text("name").orElse("");
            branch.displayName += naming.text("displayName").orElse("");
            branch.description += naming.text("description").orElse("");
            branch.named = Optional.of(member.at());
        }
    }

    static List<Located> items(Located list) {
        var items = new ArrayList<Located>();
        if (list.value() instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                items.add(new Located(array.get(i), list.at().child(i)));
            }
        }
        return items;
    }

    private void leaf(Branch branch, JsonPointer at) {
        String missing = branch.entries.isEmpty() ? "definitionEntry" : branch.scope.isEmpty() ? "scope" : "";
        if (!missing.isEmpty()) {
            incomplete(branch, at, missing);
            return;
        }
        if (branch.table.isPresent()) {
            harvest.problem(Diagnostic.warning(
                    "parameter-file-not-read",
                    "effects and parameters from a `parameterFile` are not read",
                    places.of(branch.table.get()),
                    "give what `az policy assignment list` prints after the deployment"));
            harvest.gap(
                    "the assignments of `" + branch.nodes
                            + "` take effects and parameters from a table that was not read",
                    "give what `az policy assignment list` prints after the deployment");
        }
        Map<String, List<Located>> scopes = epac.meant(branch.scope.orElseThrow());
        for (Located entry : branch.entries) {
            Optional<Entry> assigned = entry(entry, branch);
            if (assigned.isEmpty()) {
                incomplete(branch, entry.at(), "policyName");
            } else if (assigned.get().name().isBlank()) {
                incomplete(branch, at, "assignment");
            } else {
                var assignment = new EpacAssignment(assigned.get(), branch, places, index, harvest);
                scopes.forEach((environment, texts) -> texts.forEach(
                        scope -> assignment.at(scope, environment, epac.notScopes(environment), branch.notScopes)));
            }
        }
    }

    private void incomplete(Branch branch, JsonPointer at, String missing) {
        harvest.refused(Diagnostic.error(
                "assignment-incomplete",
                "the branch `" + branch.nodes + "` has no `" + missing + "`",
                places.of(at),
                "add `" + missing + "` to a node of the branch"));
    }

    /**
     * One thing assigned by a branch.
     *
     * @param target a name or an id
     */
    record Entry(
            String target,
            boolean initiative,
            JsonPointer targetAt,
            String name,
            String displayName,
            String description,
            JsonPointer namedAt,
            Optional<Located> version,
            List<Located> messages) {}

    private static Optional<Entry> entry(Located located, Branch branch) {
        if (!(located.value() instanceof JsonObject entry)) {
            return Optional.empty();
        }
        Optional<String> key =
                List.of("policyName", "policyId", "policySetName", "policySetId", "initiativeName", "initiativeId")
                        .stream()
                        .filter(name -> entry.text(name).isPresent())
                        .findFirst();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        JsonObject naming = entry.object("assignment");
        boolean append = naming.get("append") == JsonBoolean.TRUE;
        var messages = new ArrayList<>(branch.messages);
        messages.addAll(items(new Located(
                valueOf(entry, "nonComplianceMessages"), located.at().child("nonComplianceMessages"))));
        return Optional.of(new Entry(
                entry.text(key.get()).orElseThrow(),
                !key.get().startsWith("policyName") && !key.get().startsWith("policyId"),
                located.at().child(key.get()),
                joined(branch.name, naming.get("name"), append),
                joined(branch.displayName, naming.get("displayName"), append),
                joined(branch.description, naming.get("description"), append),
                branch.named.orElse(located.at()),
                Optional.ofNullable(entry.get("definitionVersion"))
                        .map(version -> new Located(version, located.at().child("definitionVersion"))),
                messages));
    }

    /** The text of the branch before that of the entry where the entry says {@code append}, else behind it. */
    private static String joined(String branch, @Nullable JsonValue entry, boolean append) {
        String own = entry instanceof JsonString text ? text.value() : "";
        return append ? branch + own : own + branch;
    }
}
