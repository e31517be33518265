package dev.demarc.posture;

import dev.demarc.demarcation.SidedFinding;
import dev.demarc.estate.Gap;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Edition;
import dev.demarc.knowledge.Severity;
import dev.demarc.policy.compliance.PolicyCompliance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An estate judged at an instant with one version of the knowledge.
 *
 * @param instant when it was judged
 * @param catalogue the knowledge it was judged with
 * @param edition the edition of the responsibility matrix in force
 * @param profile the semantics of the policy language in force, switch by switch
 * @param resources every resource, in id order
 * @param score Demarc's score
 * @param secureScore Microsoft's, when the estate holds what it is computed from
 * @param recommendations what to do, the greatest gain first
 * @param gaps what was not seen
 * @param policies how the estate stands to the policies in force; empty when there are none
 */
public record Assessment(
        Instant instant,
        Catalogue catalogue,
        Edition edition,
        String profile,
        List<ResourcePosture> resources,
        Coverage coverage,
        Score score,
        Optional<SecureScore> secureScore,
        List<Recommendation> recommendations,
        List<Gap> gaps,
        Optional<PolicyCompliance> policies) {

    public Assessment {
        resources = List.copyOf(resources);
        recommendations = List.copyOf(recommendations);
        gaps = List.copyOf(gaps);
    }

    /** Every finding, by resource in id order, then by control. */
    public Stream<SidedFinding> findings() {
        return resources.stream().flatMap(resource -> resource.findings().stream());
    }

    /** Whether a control of the customer's does not hold somewhere that is at least so severe. */
    public boolean fails(Severity threshold) {
        return recommendations.stream()
                .anyMatch(recommendation -> recommendation.control().severity().isAtLeast(threshold));
    }
}
