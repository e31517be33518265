package dev.demarc.policy.compliance;

import dev.demarc.check.Share;
import dev.demarc.policy.assignment.ComplianceState;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many of something are in each state.
 *
 * @param counts states that occur; none is absent
 */
public record StateCounts(Map<ComplianceState, Integer> counts) {
    /** Nothing counted. */
    public static final StateCounts NONE = new StateCounts(Map.of());

    public StateCounts {
        counts = Map.copyOf(counts);
    }

    /** The counts of these states. */
    public static StateCounts of(Collection<ComplianceState> states) {
        var counts = new EnumMap<ComplianceState, Integer>(ComplianceState.class);
        states.forEach(state -> counts.merge(state, 1, Integer::sum));
        return new StateCounts(counts);
    }

    /** How many are in a state. */
    public int of(ComplianceState state) {
        return counts.getOrDefault(state, 0);
    }

    /** How many there are. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Both together. */
    public StateCounts plus(StateCounts other) {
        var sum = new EnumMap<ComplianceState, Integer>(ComplianceState.class);
        sum.putAll(counts);
        other.counts.forEach((state, count) -> sum.merge(state, count, Integer::sum));
        return new StateCounts(sum);
    }

    /** What they come to; empty when there are none. */
    public Optional<ComplianceState> rolledUp() {
        return ComplianceState.rolledUp(counts.keySet());
    }

    /**
     * The share in percent that Azure counts as compliant: compliant, exempt and waiting for an attestation, of all but
     * those that are only protected, whose configuration nobody judges. What was not seen and what could not be carried
     * out is in the whole and not in the share. Empty when there are none.
     */
    public Optional<BigDecimal> percent() {
        int good = of(ComplianceState.COMPLIANT) + of(ComplianceState.EXEMPT) + of(ComplianceState.UNATTESTED);
        return Share.percent(good, judged());
    }

    private int judged() {
        return total() - of(ComplianceState.PROTECTED);
    }

    /** The share in percent that is known to comply, of the same. Empty when there are none. */
    public Optional<BigDecimal> verified() {
        return Share.percent(of(ComplianceState.COMPLIANT), judged());
    }
}
