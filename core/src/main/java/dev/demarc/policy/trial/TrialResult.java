package dev.demarc.policy.trial;

import dev.demarc.check.Evidence;
import dev.demarc.document.Diagnostic;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.effect.Patch;
import dev.demarc.policy.syntax.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of one case.
 *
 * @param covered the definitions that the case tried, each with the state that counts as tried
 * @param took how long it took; zero where nobody measured, and nothing depends on it
 */
public record TrialResult(PolicyTestCase given, Outcome outcome, List<Covered> covered, Duration took) {
    public TrialResult {
        covered = List.copyOf(covered);
    }

    /** The same, measured. */
    public TrialResult taking(Duration time) {
        return new TrialResult(given, outcome, covered, time);
    }

    /** How a case can come out. */
    public sealed interface Outcome {}

    /** All is as expected. */
    public record Passed(Found found) implements Outcome {}

    /**
     * Something is not as expected.
     *
     * @param differences never empty
     */
    public record Failed(Found found, List<Difference> differences) implements Outcome {
        public Failed {
            differences = List.copyOf(differences);
        }
    }

    /**
     * The policy could not be tried.
     *
     * @param why never empty
     */
    public record NotRun(List<Diagnostic> why) implements Outcome {
        public NotRun {
            why = List.copyOf(why);
        }
    }

    /**
     * What the policy says of the resource; of an initiative, what the policy that decides says.
     *
     * @param referenceId which policy of the initiative it is; the definition's name where there is no initiative
     * @param state empty when the policy is not about the resource
     * @param effect the effect in force; empty when an expression yields none
     * @param evidence the facts that decided it, the most telling first
     * @param patch what the policy would change; empty where it changes nothing
     */
    public record Found(
            String referenceId,
            Optional<ComplianceState> state,
            Optional<Effect> effect,
            String reason,
            List<Evidence> evidence,
            Optional<Patch> patch) {
        public Found {
            evidence = List.copyOf(evidence);
        }

        /** The word of the state, as test files write it. */
        public String word() {
            return state.map(ComplianceState::word).orElse(Expectation.NOT_APPLICABLE);
        }
    }

    /**
     * One thing that is not as expected.
     *
     * @param of what differs: {@code state}, {@code effect}, {@code reason}, or {@code patch} with the place in the
     *     resource
     */
    public record Difference(String of, String expected, String got) {}

    /**
     * A definition tried.
     *
     * @param definition its id
     * @param state empty when it was shown not to be about a resource
     */
    public record Covered(String definition, Optional<ComplianceState> state) {}
}
