package dev.demarc.report;

import dev.demarc.policy.assignment.Assignment;
import dev.demarc.policy.assignment.Published;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.policy.compliance.StateCounts;
import dev.demarc.policy.syntax.Initiative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What is assigned together, or tried together, with its policies.
 *
 * @param policies in the order in which they are in force, those about nothing too
 */
public record JudgedAssignment(PolicyCompliance.OfAssignment outcome, List<JudgedPolicy> policies) {
    public JudgedAssignment {
        policies = List.copyOf(policies);
    }

    /** Every assignment, in the order in which they are in force. */
    public static List<JudgedAssignment> of(PolicyCompliance compliance) {
        var members = new LinkedHashMap<String, List<JudgedPolicy>>();
        for (JudgedPolicy judged : JudgedPolicy.of(compliance)) {
            String key = key(judged.policy().assignment(), judged.policy().initiative());
            members.computeIfAbsent(key, any -> new ArrayList<>()).add(judged);
        }
        return compliance.assignments().stream()
                .map(one -> new JudgedAssignment(
                        one, members.getOrDefault(key(one.assignment(), one.initiative()), List.of())))
                .toList();
    }

    private static String key(Optional<Assignment> assignment, Optional<Published<Initiative>> initiative) {
        return assignment
                .map(one -> "assignment " + one.id().folded())
                .or(() -> initiative.map(one -> "initiative " + one.id()))
                .orElse("");
    }

    /** What it is called. */
    public String title() {
        return outcome.title();
    }

    /** How many resources are in each state, each resource once, in the state that wins. */
    public StateCounts resources() {
        return outcome.resources();
    }

    /**
     * The groups of the initiative whose policies are about anything that was given; those that the most resources do not
     * comply with first.
     */
    public List<PolicyCompliance.OfGroup> groups() {
        return outcome.groups().stream()
                .filter(group -> group.resources().total() > 0)
                .sorted(Comparator.comparingInt(
                                (PolicyCompliance.OfGroup group) -> StateText.failing(group.resources()))
                        .reversed())
                .toList();
    }

    /** What a group is called: its name, and what it is about where that is said. */
    public static String title(Initiative.Group group) {
        return group.displayName()
                .filter(text -> !text.equalsIgnoreCase(group.name()))
                .map(text -> group.name() + " · " + text)
                .orElse(group.name());
    }

    /** Where it is in force, as people call it; empty when nothing assigns it. */
    public Optional<String> scope(SubscriptionNames names) {
        return outcome.assignment().map(Assignment::scope).map(scope -> switch (scope.kind()) {
            case MANAGEMENT_GROUP -> "management group " + scope.name();
            case SUBSCRIPTION -> "subscription " + names.of(scope.name());
            case RESOURCE_GROUP ->
                scope.resourceGroup().orElse(scope.name())
                        + scope.subscription().map(id -> " · " + names.of(id)).orElse("");
            case TENANT, RESOURCE, CHILD, EXTENSION -> scope.text();
        });
    }

    /** What is said beside the counts: that requests are not enforced; empty when they are, or nothing assigns it. */
    public Optional<String> enforcement() {
        return outcome.assignment().filter(one -> !one.enforced()).map(one -> "not enforced");
    }
}
