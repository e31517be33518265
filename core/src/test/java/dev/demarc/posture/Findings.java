package dev.demarc.posture;

import dev.demarc.check.Finding;
import dev.demarc.check.Judgement;
import dev.demarc.check.Verdict;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.estate.Seen;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Side;
import dev.demarc.knowledge.TestCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Findings for tests, made by hand or generated. */
final class Findings {
    private static final List<String> OWNERS = List.of("", "ada", "bo");

    private Findings() {}

    static SidedFinding of(String control, String resource, Verdict verdict) {
        return of(control, resource, verdict, Optional.of(Side.CUSTOMER), Optional.empty());
    }

    static SidedFinding of(
            String controlId, String resource, Verdict verdict, Optional<Side> side, Optional<String> owner) {
        Control control = TestCatalogue.control(controlId);
        var finding = new Finding(
                controlId, Seen.at(resource).resource(), new Judgement(verdict, "as the test wants it", List.of()));
        return new SidedFinding(finding, control, side, owner);
    }

    /** The same finding with another verdict. */
    static SidedFinding with(SidedFinding finding, Verdict verdict) {
        return of(finding.control().id(), finding.resource().id().text(), verdict, finding.side(), finding.owner());
    }

    /** Findings of each control on some of fifteen resources in three subscriptions, at most one for a pair. */
    static List<SidedFinding> generated(Random random) {
        var findings = new ArrayList<SidedFinding>();
        List<Verdict> verdicts = List.of(Verdict.values());
        List<Side> sides = List.of(Side.values());
        for (Control control : TestCatalogue.CATALOGUE.controls()) {
            for (int resource = 0; resource < 15; resource++) {
                if (random.nextInt(4) > 0) {
                    String owner = OWNERS.get(random.nextInt(OWNERS.size()));
                    findings.add(of(
                            control.id(),
                            "/subscriptions/s" + resource % 3 + "/providers/Contoso.Compute/machines/m" + resource,
                            verdicts.get(random.nextInt(verdicts.size())),
                            random.nextInt(6) == 0
                                    ? Optional.empty()
                                    : Optional.of(sides.get(random.nextInt(sides.size()))),
                            owner.isEmpty() ? Optional.empty() : Optional.of(owner)));
                }
            }
        }
        return findings;
    }
}
