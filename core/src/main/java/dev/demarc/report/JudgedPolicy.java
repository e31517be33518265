package dev.demarc.report;

import dev.demarc.policy.assignment.AssignedPolicy;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.policy.compliance.StateCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * One policy in force with its states.
 *
 * @param resources how many resources are in each state
 * @param states one for each resource that it is about, by id
 */
public record JudgedPolicy(AssignedPolicy policy, StateCounts resources, List<PolicyState> states) {
    /** The policy that most resources do not comply with first, then the one that most cannot be told of. */
    public static final Comparator<JudgedPolicy> MOST_FIRST = Comparator.comparingInt(JudgedPolicy::failing)
            .thenComparingInt(JudgedPolicy::open)
            .reversed();

    private static final List<ComplianceState> WORK = List.of(
            ComplianceState.NON_COMPLIANT, ComplianceState.CONFLICT, ComplianceState.ERROR, ComplianceState.UNKNOWN);

    public JudgedPolicy {
        states = List.copyOf(states);
    }

    /** Every policy in force, in the order in which they are in force. Takes time linear in the states. */
    public static List<JudgedPolicy> of(PolicyCompliance compliance) {
        var states = new IdentityHashMap<AssignedPolicy, List<PolicyState>>();
        for (PolicyState state : compliance.states()) {
            states.computeIfAbsent(state.policy(), policy -> new ArrayList<>()).add(state);
        }
        return compliance.policies().stream()
                .map(one ->
                        new JudgedPolicy(one.policy(), one.resources(), states.getOrDefault(one.policy(), List.of())))
                .toList();
    }

    /** How many resources do not comply, those in conflict counted. */
    public int failing() {
        return resources.of(ComplianceState.NON_COMPLIANT) + resources.of(ComplianceState.CONFLICT);
    }

    /** How many resources cannot be told to comply or not. */
    public int open() {
        return resources.of(ComplianceState.ERROR) + resources.of(ComplianceState.UNKNOWN);
    }

    /** Whether there is anything to do. */
    public boolean needsWork() {
        return failing() + open() > 0;
    }

    /** A state that stands for those that need work, the first of the gravest; empty when nothing needs work. */
    public Optional<PolicyState> example() {
        for (ComplianceState grave : WORK) {
            Optional<PolicyState> first =
                    states.stream().filter(state -> state.state() == grave).findFirst();
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }
}
