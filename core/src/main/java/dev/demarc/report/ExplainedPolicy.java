package dev.demarc.report;

import dev.demarc.check.Judgement;
import dev.demarc.estate.Resource;
import dev.demarc.policy.PolicyExplanation;
import dev.demarc.policy.assignment.AssignedPolicy;
import dev.demarc.policy.assignment.PolicyState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How one resource stands to one policy in force, and why.
 *
 * @param instant when it was judged
 * @param profile the semantics of the policy language in force
 * @param standing the state, or that there is none
 * @param explanation how the rule came to its judgement
 */
public record ExplainedPolicy(
        Instant instant,
        String profile,
        AssignedPolicy policy,
        Resource resource,
        Standing standing,
        PolicyExplanation explanation) {

    /** The gravest state first; what has none last. */
    public static final Comparator<ExplainedPolicy> GRAVEST_FIRST =
            Comparator.comparingInt(one -> switch (one.standing()) {
                case Stands(PolicyState state) -> StateText.ORDER.indexOf(state.state());
                case Apart apart -> StateText.ORDER.size();
            });

    /** How a resource stands to a policy. */
    public sealed interface Standing {}

    /** It has a state. */
    public record Stands(PolicyState state) implements Standing {}

    /**
     * It has none.
     *
     * @param why one sentence: the scope does not reach it, or the policy is not about it
     */
    public record Apart(String why) implements Standing {}

    /** A resource that a policy is not about, for the reason that the rule gives. */
    public static ExplainedPolicy notAbout(
            Instant instant, String profile, AssignedPolicy policy, Resource resource, PolicyExplanation explanation) {
        var apart = new Apart(explanation.judgement().reason());
        return new ExplainedPolicy(instant, profile, policy, resource, apart, explanation);
    }

    /** What is said of it: with what people decided where it has a state, else by the rule alone. */
    public Judgement judgement() {
        return switch (standing) {
            case Stands stands -> stands.state().judgement();
            case Apart apart -> explanation.judgement();
        };
    }

    /** How the rule was evaluated, line by line, the related resources that were looked at too. */
    public List<String> tree() {
        return ExplanationTree.of(explanation, resource.type());
    }
}
