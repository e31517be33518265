package dev.demarc.runner.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Judgement;
import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What needs results of others, of guest configuration, of Defender for Cloud or of a resource provider, names them where
 * they are not in the estate; guest and Defender results decide where they are.
 */
class ResultsOfOthersTest {
    private static final String GUEST = "AINE/DINE on guest configuration";
    private static final String DEFENDER = "AINE on Defender assessment";
    private static final ResourceType ASSIGNMENTS =
            ResourceType.of("Microsoft.GuestConfiguration/guestConfigurationAssignments");
    private static final ResourceType ASSESSMENTS = ResourceType.of("Microsoft.Security/assessments");
    /** Of how many resources of a definition reasons are read. */
    private static final int MOST = 60;

    private static final Set<Verdict> BOTH = EnumSet.of(Verdict.COMPLIANT, Verdict.NON_COMPLIANT);

    @Test
    void whatGuestConfigurationFoundDecides() {
        Map<String, Set<Verdict>> shown = shown(GUEST, ASSIGNMENTS);
        assertThat(shown).hasSize(213);
        assertThat(shown)
                .allSatisfy((definition, verdicts) ->
                        assertThat(verdicts).as(definition).isEqualTo(BOTH));
    }

    @Test
    void whatDefenderFoundDecides() {
        Map<String, Set<Verdict>> shown = shown(DEFENDER, ASSESSMENTS);
        assertThat(shown).hasSize(67);
        assertThat(shown)
                .allSatisfy((definition, verdicts) ->
                        assertThat(verdicts).as(definition).isEqualTo(BOTH));
    }

    /**
     * The verdicts of each definition of a kind on a resource beside a result, good or bad; the same resource without any
     * is unknown, for want of it. The resource is recorded or an example where one is there, else made up.
     */
    private static Map<String, Set<Verdict>> shown(String kind, ResourceType result) {
        World world = World.read();
        var shown = new TreeMap<String, Set<Verdict>>();
        for (PolicyDefinition definition : world.ofKind(kind)) {
            var verdicts = EnumSet.noneOf(Verdict.class);
            shown.put(definition.name(), verdicts);
            for (Map<String, JsonValue> values : List.of(Plausible.values(definition), Plausible.filled(definition))) {
                PolicyCheck check = world.check(definition, values);
                var made = MadeUp.of(definition, values, world);
                Optional<Resource> waiting = Stream.concat(
                                world.about(check), made.subjects().map(Subject::resource))
                        .filter(one -> isWaiting(check, new Subject(one, world.bare()), result))
                        .findFirst();
                waiting.stream()
                        .flatMap(made::beside)
                        .filter(one -> !one.neighbours()
                                .below(one.resource().id(), result)
                                .isEmpty())
                        .takeWhile(one -> !verdicts.equals(BOTH))
                        .forEach(one -> verdicts.add(check.judge(one).verdict()));
                waiting.filter(one -> isExistingEnough(definition))
                        .map(one -> new Subject(one, Surrounded.of(List.of(Draft.seen(one)))))
                        .ifPresent(one -> verdicts.add(check.judge(one).verdict()));
                if (!verdicts.isEmpty()) {
                    break;
                }
            }
        }
        return shown;
    }

    /** Whether any result is a good one, so that only an estate with none for a resource makes it non-compliant. */
    private static boolean isExistingEnough(PolicyDefinition definition) {
        return definition.rule().details() instanceof Details.Related related
                && related.existenceCondition().isEmpty();
    }

    /** Whether a judgement is open and names the type of the result that it lacks. */
    private static boolean isWaiting(PolicyCheck check, Subject subject, ResourceType result) {
        return check.decide(subject) == Verdict.UNKNOWN
                && check.judge(subject).reason().toLowerCase(Locale.ROOT).contains(result.folded());
    }

    @Test
    void withoutThemNothingIsDecidedAndWhatIsMissingIsNamed() {
        World world = World.read();
        var lacking = Map.of(
                GUEST, List.of(ASSIGNMENTS.folded(), "the resource group", "was not collected"),
                DEFENDER, List.of(ASSESSMENTS.folded()));
        lacking.forEach((kind, names) -> world.ofKind(kind).forEach(definition -> {
            PolicyCheck check = world.check(definition);
            List<Subject> open = world.about(check)
                    .map(resource -> new Subject(resource, world.bare()))
                    .filter(one -> check.decide(one) != Verdict.NOT_APPLICABLE)
                    .toList();
            assertThat(open).allSatisfy(one -> assertThat(check.decide(one)).isEqualTo(Verdict.UNKNOWN));
            assertThat(open.stream().limit(MOST))
                    .allSatisfy(one -> assertThat(check.judge(one).reason().toLowerCase(Locale.ROOT))
                            .containsAnyOf(names.toArray(String[]::new)));
        }));
    }

    @Test
    void whatAResourceProviderEvaluatesSaysSo() {
        World world = World.read();
        for (String kind : List.of("k8s gatekeeper/mutation", "data-plane RP mode")) {
            for (PolicyDefinition definition : world.ofKind(kind)) {
                PolicyCheck check = world.check(definition);
                world.resourcesNamed(definition).limit(MOST).forEach(resource -> {
                    Judgement judgement = check.judge(new Subject(resource, world.complete()));
                    assertThat(judgement.verdict()).isIn(Verdict.UNKNOWN, Verdict.NOT_APPLICABLE);
                    if (judgement.verdict() == Verdict.UNKNOWN) {
                        assertThat(judgement.reason()).contains("resource provider");
                    }
                });
            }
        }
    }
}
