package dev.demarc.report;

import dev.demarc.check.Verdict;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.Diagnostic;
import dev.demarc.estate.Account;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.posture.Assessment;
import java.util.List;

/**
 * An assessment, and what became of the documents that it was made from.
 *
 * @param assessment what was judged
 * @param account what became of every document
 * @param diagnostics what was wrong with the documents
 * @param title what the estate is called
 * @param sources where it was read, by the names that the user gave; may be empty
 * @param policySources where policies were given beside it, by the names that the user gave; empty when none were
 */
public record Report(
        Assessment assessment,
        Account account,
        List<Diagnostic> diagnostics,
        String title,
        List<String> sources,
        List<String> policySources) {

    public Report {
        diagnostics = List.copyOf(diagnostics);
        sources = List.copyOf(sources);
        policySources = List.copyOf(policySources);
    }

    /** A report of an estate beside which no policies were given. */
    public Report(
            Assessment assessment, Account account, List<Diagnostic> diagnostics, String title, List<String> sources) {
        this(assessment, account, diagnostics, title, sources, List.of());
    }

    /**
     * Whether everything that was asked for was seen and judged: resources, and no gap, refused document, error, finding
     * or policy state that stays open. What only waits for a person's attestation does not count as open.
     */
    public boolean isComplete() {
        return !assessment.resources().isEmpty()
                && assessment.gaps().isEmpty()
                && account.refused() == 0
                && errors() == 0
                && open() == 0
                && openStates() == 0;
    }

    /** How many findings of the customer's are unknown or an error: nobody can say that these are clean. */
    public int open() {
        return (int) assessment
                .findings()
                .filter(SidedFinding::isCustomers)
                .map(SidedFinding::verdict)
                .filter(verdict -> verdict == Verdict.UNKNOWN || verdict == Verdict.ERROR)
                .count();
    }

    /** How many policy states are unknown or an error. */
    public int openStates() {
        return assessment
                .policies()
                .map(StateText::states)
                .map(states -> states.of(ComplianceState.UNKNOWN) + states.of(ComplianceState.ERROR))
                .orElse(0);
    }

    /** How many policy assignments the estate has that nothing was judged by, because no definition was given. */
    public int assignmentsNotJudged() {
        return assessment.policies().isPresent()
                ? 0
                : (int) assessment.resources().stream()
                        .map(posture -> posture.resource().type().text())
                        .filter(PolicyDocument.Kind.ASSIGNMENT.type()::equalsIgnoreCase)
                        .count();
    }

    /** What stands beside a result that is complete: policy assignments that nobody judged; empty when there are none. */
    public String besideComplete() {
        int assignments = assignmentsNotJudged();
        return assignments == 0
                ? ""
                : "; " + Numbers.counted(assignments, "policy assignment", "policy assignments")
                        + " of the estate not judged, for no definition was given";
    }

    /** How many gaps are about policies: what could not be put in force, or not for certain where it is. */
    public int policyGaps() {
        return assessment
                .policies()
                .map(policies -> policies.inForce().gaps().size())
                .orElse(0);
    }

    /** How many diagnostics say that something could not be read or judged. */
    public int errors() {
        return (int) diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .count();
    }
}
