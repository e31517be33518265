package dev.demarc.demarcation;

import dev.demarc.check.Finding;
import dev.demarc.check.Verdict;
import dev.demarc.estate.Resource;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Side;
import java.util.Optional;

/**
 * A finding of a control, with the side that answers for the layer it watches on that resource.
 *
 * @param side who answers; empty when the resource's type is unclassified, so that the control alone says it is the
 *     customer's
 * @param owner who inside the customer's organisation owns the resource; empty when nobody is named
 */
public record SidedFinding(Finding finding, Control control, Optional<Side> side, Optional<String> owner) {

    /** The answer. */
    public Verdict verdict() {
        return finding.verdict();
    }

    /** The resource judged. */
    public Resource resource() {
        return finding.resource();
    }

    /** Whether it is the customer's to act: the side is, or the type is unclassified and the control says so. */
    public boolean isCustomers() {
        return side.map(Side::isCustomers).orElse(true);
    }
}
