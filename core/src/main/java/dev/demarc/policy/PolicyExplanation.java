package dev.demarc.policy;

import dev.demarc.check.Judgement;
import dev.demarc.check.Verdict;
import dev.demarc.estate.Resource;
import dev.demarc.policy.effect.Ruling;
import dev.demarc.policy.evaluation.Explanation;
import java.util.List;
import java.util.Optional;

/**
 * How a policy came to its judgement of one resource.
 *
 * @param ruling what became of the policy here, as Azure's compliance states tell it apart
 * @param appliesWhen the extra condition under which the check applies; empty when there is none or it was not asked
 * @param condition the rule's {@code if}; empty when it was not asked
 * @param related the resources that were held against the existence condition; empty for other effects
 */
public record PolicyExplanation(
        Judgement judgement,
        Ruling ruling,
        Optional<Explanation> appliesWhen,
        Optional<Explanation> condition,
        List<Candidate> related) {
    public PolicyExplanation {
        related = List.copyOf(related);
    }

    /**
     * A related resource.
     *
     * @param existence why it satisfies the existence condition or not; empty when existing is enough
     */
    public record Candidate(Resource resource, Optional<Explanation> existence) {}

    /** The verdict. */
    public Verdict verdict() {
        return judgement.verdict();
    }
}
