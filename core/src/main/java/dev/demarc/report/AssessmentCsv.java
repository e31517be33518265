package dev.demarc.report;

import dev.demarc.check.Evidence;
import dev.demarc.check.Judgement;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.knowledge.Side;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.assignment.Published;
import dev.demarc.policy.syntax.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The findings of an assessment as CSV, a row for each, by resource and then by control; then the states under policies
 * in force, a row for each, by policy and then by resource. A row has a value for {@code control} or for {@code policy},
 * never for both. What was not seen has rows with the verdict {@code unknown} where something watches it; gaps have no
 * rows.
 */
public final class AssessmentCsv {
    private static final List<String> COLUMNS = List.of(
            "verdict",
            "control",
            "title",
            "severity",
            "area",
            "layer",
            "side",
            "customers",
            "owner",
            "subscription",
            "resourceGroup",
            "type",
            "name",
            "resource",
            "reason",
            "policy",
            "assignment",
            "effect",
            "azureState",
            "message",
            "definition",
            "initiative",
            "member");

    /** How many columns only policies fill. */
    private static final int OF_POLICIES = 7;

    private AssessmentCsv() {}

    /**
     * Writes the findings and policy states. {@code side} is {@code unclassified} where the table does not know the type;
     * {@code owner} is empty where nobody is named. Columns of controls (severity to customers) are empty for policies,
     * those from {@code policy} to {@code initiative} for controls. {@code member} names the members of arrays that decided.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(Report report, Appendable out) {
        var csv = new Csv(out, COLUMNS);
        report.assessment().findings().forEach(finding -> csv.row(row(finding)));
        report.assessment().policies().ifPresent(policies -> {
            Map<ResourceId, String> owners = owners(report);
            policies.states().forEach(state -> csv.row(row(state, owners)));
        });
    }

    private static Map<ResourceId, String> owners(Report report) {
        var owners = new HashMap<ResourceId, String>();
        report.assessment()
                .resources()
                .forEach(posture -> posture.owner()
                        .ifPresent(owner -> owners.put(posture.resource().id(), owner)));
        return owners;
    }

    private static List<String> row(SidedFinding finding) {
        var row = new ArrayList<String>(COLUMNS.size());
        row.add(finding.verdict().word());
        row.add(finding.control().id());
        row.add(finding.control().title());
        row.add(finding.control().severity().word());
        row.add(finding.control().area());
        row.add(finding.control().layer().id());
        row.add(finding.side().map(Side::word).orElse("unclassified"));
        row.add(Boolean.toString(finding.isCustomers()));
        addResource(row, finding.resource(), finding.owner().orElse(""));
        row.add(finding.finding().judgement().reason());
        for (int i = 0; i < OF_POLICIES; i++) {
            row.add("");
        }
        row.add(members(finding.finding().judgement()));
        return row;
    }

    private static List<String> row(PolicyState state, Map<ResourceId, String> owners) {
        Resource resource = state.resource();
        var row =
                new ArrayList<>(List.of(state.state().word(), "", state.policy().title(), "", "", "", "", ""));
        addResource(row, resource, owners.getOrDefault(resource.id(), ""));
        row.add(state.judgement().reason());
        row.add(state.policy().referenceId());
        row.add(state.policy().assignment().map(one -> one.id().text()).orElse(""));
        row.add(state.policy().effectOn(resource).map(Effect::word).orElse(""));
        row.add(state.state().azure());
        row.add(PolicyStateJson.message(state).orElse(""));
        row.add(state.policy().definition().id());
        row.add(state.policy().initiative().map(Published::id).orElse(""));
        row.add(members(state.judgement()));
        return row;
    }

    /** The names of the members of arrays that the evidence lies in, each once. */
    private static String members(Judgement judgement) {
        return judgement.evidence().stream()
                .flatMap(evidence -> evidence.member().stream())
                .map(Evidence.Member::name)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static void addResource(List<String> row, Resource resource, String owner) {
        ResourceId id = resource.id();
        row.add(owner);
        row.add(id.subscription().orElse(""));
        row.add(id.resourceGroup().orElse(""));
        row.add(resource.type().text());
        row.add(id.fullName());
        row.add(id.text());
    }
}
