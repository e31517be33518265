package dev.demarc.report;

import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.policy.compliance.StateCounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How compliance states and their counts are said to people. */
public final class StateText {
    /** The states in the order in which people are told of them: what needs work, what waits, what is settled. */
    public static final List<ComplianceState> ORDER = List.of(
            ComplianceState.NON_COMPLIANT,
            ComplianceState.CONFLICT,
            ComplianceState.ERROR,
            ComplianceState.UNKNOWN,
            ComplianceState.UNATTESTED,
            ComplianceState.EXEMPT,
            ComplianceState.PROTECTED,
            ComplianceState.COMPLIANT);

    private StateText() {}

    /** How many states there are of each, every pair of a resource and a policy counted. */
    public static StateCounts states(PolicyCompliance compliance) {
        StateCounts sum = StateCounts.NONE;
        for (PolicyCompliance.OfPolicy policy : compliance.policies()) {
            sum = sum.plus(policy.resources());
        }
        return sum;
    }

    /** How many do not comply: what fails, and what policies contradict each other about. */
    public static int failing(StateCounts counts) {
        return counts.of(ComplianceState.NON_COMPLIANT) + counts.of(ComplianceState.CONFLICT);
    }

    /** {@code 12 = 3 non-compliant + 9 compliant}; {@code 0} when there are none. */
    public static String sum(StateCounts counts) {
        return counts.total() == 0 ? "0" : Numbers.count(counts.total()) + " = " + parts(counts, " + ");
    }

    /** {@code 3 non-compliant + 9 compliant}, or what else is to stand between. */
    static String parts(StateCounts counts, String between) {
        var parts = new ArrayList<String>();
        for (ComplianceState state : ORDER) {
            if (counts.of(state) > 0) {
                parts.add(Numbers.count(counts.of(state)) + " " + state.word());
            }
        }
        return String.join(between, parts);
    }

    /** {@code 75.0% compliant as Azure counts it}, and the share really verified where that is another. */
    static String shares(StateCounts counts) {
        Optional<BigDecimal> verified = counts.verified();
        String azure = Numbers.percent(counts.percent()) + " compliant";
        return verified.equals(counts.percent())
                ? azure
                : azure + " as Azure counts it, " + Numbers.percent(verified) + " verified";
    }

    static Tone tone(ComplianceState state) {
        return switch (state) {
            case NON_COMPLIANT, CONFLICT, ERROR -> Tone.BAD;
            case UNKNOWN, UNATTESTED -> Tone.WARNING;
            case COMPLIANT -> Tone.GOOD;
            case EXEMPT, PROTECTED -> Tone.PLAIN;
        };
    }
}
