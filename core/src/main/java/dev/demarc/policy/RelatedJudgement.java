package dev.demarc.policy;

import dev.demarc.check.Evidence;
import dev.demarc.check.Judgement;
import dev.demarc.check.Verdict;
import dev.demarc.document.JsonPointer;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.syntax.Details;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the search for a related resource says of the resource judged, once it is decided. */
record RelatedJudgement(RelatedResources search, Details.Related wanted, int prefix) {

    /** The judgement, its first evidence whether there is such a resource, then why it is as wanted or not. */
    Judgement of(boolean satisfied, Explanation condition, Scope scope) {
        var facts = new ArrayList<Fact>();
        for (RelatedResources.Candidate candidate : search.candidates()) {
            if (candidate.truth().holds() == satisfied) {
                candidate
                        .existence()
                        .ifPresent(explanation -> facts.addAll(Deciders.of(explanation, prefix, candidate.resource())));
            }
        }
        String asked = "`" + search.type() + "`" + RelatedResources.nameOf(wanted);
        String says = satisfied ? "there is a " + asked + " as wanted" : missing(asked);
        facts.addFirst(Fact.of(new Evidence(
                new JsonPointer(List.of("then", "details")),
                scope.resource().id(),
                JsonPointer.ROOT,
                Optional.empty(),
                "exists: " + asked,
                Optional.empty(),
                says)));
        if (!satisfied) {
            facts.addAll(Deciders.beyondType(condition, prefix, scope.resource()));
        }
        return new Judgement(
                satisfied ? Verdict.COMPLIANT : Verdict.NON_COMPLIANT, Reason.of(facts), Fact.evidence(facts));
    }

    private String missing(String asked) {
        List<RelatedResources.Candidate> candidates = search.candidates();
        return switch (candidates.size()) {
            case 0 -> "there is no " + asked + " for this resource";
            case 1 -> "its " + asked + ", `" + candidates.getFirst().resource().name() + "`, is not as wanted";
            default -> "none of its " + candidates.size() + " resources of " + asked + " is as wanted";
        };
    }
}
