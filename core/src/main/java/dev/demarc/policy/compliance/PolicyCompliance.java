package dev.demarc.policy.compliance;

import dev.demarc.estate.ResourceId;
import dev.demarc.policy.assignment.AssignedPolicy;
import dev.demarc.policy.assignment.Assignment;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.assignment.PoliciesInForce;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.assignment.Published;
import dev.demarc.policy.syntax.Initiative;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How an estate stands to the policies in force.
 *
 * @param inForce the policies, and what could not be put in force
 * @param states one for each resource and policy that is about it, by policy, then by id
 * @param policies how many resources are in each state, for every policy in force, also one that is about none
 * @param assignments the same rolled up: each resource counts once, in the state that wins
 * @param resources every resource that any policy is about, once, in the state that wins over all policies
 */
public record PolicyCompliance(
        PoliciesInForce inForce,
        List<PolicyState> states,
        List<OfPolicy> policies,
        List<OfAssignment> assignments,
        StateCounts resources) {
    public PolicyCompliance {
        states = List.copyOf(states);
        policies = List.copyOf(policies);
        assignments = List.copyOf(assignments);
    }

    /** One policy and the resources that it is about. */
    public record OfPolicy(AssignedPolicy policy, StateCounts resources) {}

    /**
     * What is assigned together, or tried together.
     *
     * @param assignment empty for what nothing assigns
     * @param initiative empty when one definition is assigned by itself
     * @param policies the policies, each once, in the state that wins over its resources; those about none are left out
     * @param resources the resources, each once, in the state that wins over the policies
     * @param groups the groups of the initiative that any policy in force counts for, in its order
     */
    public record OfAssignment(
            Optional<Assignment> assignment,
            Optional<Published<Initiative>> initiative,
            String title,
            StateCounts policies,
            StateCounts resources,
            List<OfGroup> groups) {
        public OfAssignment {
            groups = List.copyOf(groups);
        }
    }

    /** A group of an initiative, which regulatory ones call a control. */
    public record OfGroup(Initiative.Group group, StateCounts policies, StateCounts resources) {}

    /**
     * Every resource that a policy which something assigns is about, once, in the state that wins over those policies; with
     * {@code false}, the same of policies that nothing assigns and that are only tried. Takes time proportional to the
     * states.
     */
    public StateCounts resourcesOf(boolean assigned) {
        return rolledUp(states.stream()
                .filter(state -> state.policy().assignment().isPresent() == assigned)
                .toList());
    }

    /** Whether some policies in force are assigned and others only tried, so that one figure for both says little. */
    public boolean isMixed() {
        return policies.stream()
                        .map(one -> one.policy().assignment().isPresent())
                        .distinct()
                        .count()
                > 1;
    }

    /** Counts and rolls up states, whatever their order. */
    public static PolicyCompliance of(PoliciesInForce inForce, Collection<PolicyState> found) {
        var order = new IdentityHashMap<AssignedPolicy, Integer>();
        inForce.policies().forEach(policy -> order.put(policy, order.size()));
        List<PolicyState> states = found.stream()
                .sorted(Comparator.<PolicyState>comparingInt(state -> order.getOrDefault(state.policy(), -1))
                        .thenComparing(state -> state.resource().id()))
                .toList();
        var byPolicy = new IdentityHashMap<AssignedPolicy, List<PolicyState>>();
        states.forEach(state -> byPolicy.computeIfAbsent(state.policy(), policy -> new ArrayList<>())
                .add(state));
        Function<AssignedPolicy, List<PolicyState>> of = policy -> byPolicy.getOrDefault(policy, List.of());
        return new PolicyCompliance(
                inForce,
                states,
                inForce.policies().stream()
                        .map(policy -> new OfPolicy(policy, counts(of.apply(policy))))
                        .toList(),
                assignments(inForce.policies(), of),
                rolledUp(states));
    }

    private static StateCounts counts(List<PolicyState> states) {
        return StateCounts.of(states.stream().map(PolicyState::state).toList());
    }

    private static ComplianceState winning(ComplianceState one, ComplianceState other) {
        return one.wins(other) ? one : other;
    }

    /** Each resource once, in the state that wins. */
    private static StateCounts rolledUp(Collection<PolicyState> states) {
        var winning = new HashMap<ResourceId, ComplianceState>();
        states.forEach(state -> winning.merge(state.resource().id(), state.state(), PolicyCompliance::winning));
        return StateCounts.of(winning.values());
    }

    private static List<OfAssignment> assignments(
            List<AssignedPolicy> policies, Function<AssignedPolicy, List<PolicyState>> of) {
        var together = new LinkedHashMap<String, List<AssignedPolicy>>();
        policies.forEach(policy ->
                together.computeIfAbsent(key(policy), key -> new ArrayList<>()).add(policy));
        return together.values().stream().map(each -> assignment(each, of)).toList();
    }

    /** What is assigned once belongs together; so do the policies of an initiative that is tried, and all the others. */
    private static String key(AssignedPolicy policy) {
        return policy.assignment()
                .map(one -> "assignment " + one.id().folded())
                .or(() -> policy.initiative().map(one -> "initiative " + one.id()))
                .orElse("");
    }

    private static OfAssignment assignment(
            List<AssignedPolicy> policies, Function<AssignedPolicy, List<PolicyState>> of) {
        AssignedPolicy first = policies.getFirst();
        Optional<Published<Initiative>> initiative = first.initiative();
        return new OfAssignment(
                first.assignment(),
                initiative,
                title(first),
                policyCounts(policies, of),
                rolledUp(policies.stream().map(of).flatMap(List::stream).toList()),
                initiative.map(one -> groups(one.value(), policies, of)).orElse(List.of()));
    }

    private static String title(AssignedPolicy policy) {
        return policy.assignment()
                .map(Assignment::displayName)
                .or(() -> policy.initiative()
                        .map(one -> one.value().displayName().isBlank()
                                ? one.name()
                                : one.value().displayName()))
                .orElse("assigned nowhere, tried on everything");
    }

    private static StateCounts policyCounts(
            List<AssignedPolicy> policies, Function<AssignedPolicy, List<PolicyState>> of) {
        return StateCounts.of(policies.stream()
                .flatMap(policy -> counts(of.apply(policy)).rolledUp().stream())
                .toList());
    }

    private static List<OfGroup> groups(
            Initiative initiative, List<AssignedPolicy> policies, Function<AssignedPolicy, List<PolicyState>> of) {
        var groups = new ArrayList<OfGroup>();
        for (Initiative.Group group : initiative.groups()) {
            List<AssignedPolicy> members = policies.stream()
                    .filter(policy -> policy.groups().stream().anyMatch(group.name()::equalsIgnoreCase))
                    .toList();
            if (!members.isEmpty()) {
                groups.add(new OfGroup(
                        group,
                        policyCounts(members, of),
                        rolledUp(members.stream().map(of).flatMap(List::stream).toList())));
            }
        }
        return groups;
    }

    /** The states that a person has to look at, in the order of the states: everything but compliant and exempt ones. */
    public List<PolicyState> open() {
        Set<ComplianceState> settled = EnumSet.of(
                ComplianceState.COMPLIANT,
                ComplianceState.EXEMPT,
                ComplianceState.PROTECTED,
                ComplianceState.UNATTESTED);
        return states.stream()
                .filter(state -> !settled.contains(state.state()))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
