package dev.demarc.posture;

import dev.demarc.check.Verdict;
import dev.demarc.demarcation.Demarcation;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.estate.Resource;
import dev.demarc.knowledge.Layer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One resource: whose its layers are, and what is known of those that are the customer's.
 *
 * @param owner who inside the customer's organisation owns it; empty when nobody is named
 * @param states the state of each layer from the ground up; empty when the type is unclassified
 * @param findings what controls said of it, in control order, not-applicable ones left out
 */
public record ResourcePosture(
        Demarcation demarcation, Optional<String> owner, List<CellState> states, List<SidedFinding> findings) {

    public ResourcePosture {
        states = List.copyOf(states);
        findings = List.copyOf(findings);
    }

    /**
     * The posture of a resource from its demarcation and findings.
     *
     * @param partFindings what controls said of the parts of the resource: they count for its layers
     * @param attested whether somebody attests to a layer of this resource; counts where no control decides
     */
    public static ResourcePosture of(
            Demarcation demarcation,
            Optional<String> owner,
            List<SidedFinding> findings,
            List<SidedFinding> partFindings,
            Predicate<Layer> attested) {
        List<SidedFinding> own =
                findings.stream().filter(finding -> finding.verdict().counts()).toList();
        List<SidedFinding> all = Stream.concat(
                        own.stream(),
                        partFindings.stream()
                                .filter(finding -> finding.verdict().counts()))
                .toList();
        List<CellState> states = demarcation.cells().stream()
                .map(cell -> cell.side().isCustomers() ? state(cell.layer(), all, attested) : CellState.NOT_YOURS)
                .toList();
        return new ResourcePosture(demarcation, owner, states, own);
    }

    /** The resource. */
    public Resource resource() {
        return demarcation.resource();
    }

    /** The state of a layer; empty when the type is unclassified. */
    public Optional<CellState> state(Layer layer) {
        return states.isEmpty() ? Optional.empty() : Optional.of(states.get(layer.index()));
    }

    /**
     * The worst that is true: failing, then unknown, exempt, attested, verified; unwatched when no control says anything.
     * An attestation settles what no control could: it never hides a failing control, not even one that is waived.
     */
    private static CellState state(Layer layer, List<SidedFinding> findings, Predicate<Layer> attested) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (SidedFinding finding : findings) {
            if (finding.control().layer().equals(layer)) {
                verdicts.add(finding.verdict());
            }
        }
        if (verdicts.contains(Verdict.NON_COMPLIANT)) {
            return CellState.FAILING;
        }
        boolean undecided = verdicts.contains(Verdict.UNKNOWN) || verdicts.contains(Verdict.ERROR);
        boolean settled = (undecided || verdicts.isEmpty()) && attested.test(layer);
        if (undecided && !settled) {
            return CellState.UNKNOWN;
        }
        if (verdicts.contains(Verdict.EXEMPT)) {
            return CellState.EXEMPT;
        }
        if (settled) {
            return CellState.ATTESTED;
        }
        return verdicts.contains(Verdict.COMPLIANT) ? CellState.VERIFIED : CellState.UNWATCHED;
    }
}
