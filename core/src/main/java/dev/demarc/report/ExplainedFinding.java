package dev.demarc.report;

import dev.demarc.demarcation.Demarcation;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Edition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why one control says what it says of one resource.
 *
 * @param instant when it was judged
 * @param catalogue the knowledge it was judged with
 * @param edition the edition of the responsibility matrix in force
 * @param profile the semantics of the policy language in force
 * @param finding what was found, with its evidence
 * @param cell whose the layer is that the control watches, and why; empty when the type is unclassified
 * @param tree how the rule was evaluated, line by line as it is to be shown; may be empty
 */
public record ExplainedFinding(
        Instant instant,
        Catalogue catalogue,
        Edition edition,
        String profile,
        SidedFinding finding,
        Optional<Demarcation.Cell> cell,
        List<String> tree) {

    public ExplainedFinding {
        tree = List.copyOf(tree);
    }

    /** How to fix it, ready to run. */
    public RemediationText remediation() {
        return RemediationText.of(finding.control(), finding.finding());
    }
}
