package dev.demarc.runner.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.check.Judgement;
import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Neighbours;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.runner.ShippedKnowledge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What configuration alone decides is decided, and what needs more names what it lacks: every published definition, by
 * its kind, on up to thirty recorded or example resources of each type that it names.
 */
class CompletenessTest {
    private static final EvaluationContext CONTEXT = EvaluationContext.at(Instant.parse("2026-11-24T00:00:00Z"));
    private static final int MOST_OF_A_TYPE = 30;

    /** The kinds that configuration alone decides. */
    private static final Set<String> BY_CONFIGURATION =
            Set.of("audit/deny on own properties", "AINE/DINE on related ARM resource", "modify/append");

    private static final String GUEST = "AINE/DINE on guest configuration";
    private static final String DEFENDER = "AINE on Defender assessment";

    /** Why a resource that was read whole may still be undecided, in the words of the finding. */
    private static final List<String> NAMED = List.of(
            // made-up examples with a value of another kind than the service returns
            "belongs, so what it holds was not seen",
            "`contains` looks in texts and arrays, and found an object",
            "`toLower` wants text, not null");

    /** A service that has ended, whose aliases no dump has kept. */
    private static final String ENDED = "microsoft.media/";

    private record Told(String definition, Resource resource, Judgement judgement) {
        boolean isOpen() {
            return judgement.verdict() == Verdict.UNKNOWN || judgement.verdict() == Verdict.ERROR;
        }
    }

    @Test
    void whatConfigurationDecidesIsDecided() {
        World world = World.read();
        var definitions = new TreeSet<String>();
        var open = new ArrayList<Told>();
        for (String kind : BY_CONFIGURATION) {
            for (PolicyDefinition definition : world.ofKind(kind)) {
                definitions.add(definition.name());
                world.judged(definition, world.complete).stream()
                        .filter(Told::isOpen)
                        .filter(told -> !isNamed(told))
                        .forEach(open::add);
            }
        }
        assertThat(definitions).hasSize(1798);
        assertThat(open).isEmpty();
    }

    private static boolean isNamed(Told told) {
        boolean ended = told.resource().type().folded().startsWith(ENDED);
        return ended || NAMED.stream().anyMatch(told.judgement().reason()::contains);
    }

    @Test
    void whatNeedsResultsOfOthersNamesThemWhereTheyAreNotThere() {
        World world = World.read();
        var lacking = Map.of(
                GUEST,
                        List.of(
                                "Microsoft.GuestConfiguration/guestConfigurationAssignments",
                                "`policy()` is not known",
                                "the resource group"),
                DEFENDER, List.of("Microsoft.Security/assessments"));
        lacking.forEach((kind, names) -> {
            var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
            for (PolicyDefinition definition : world.ofKind(kind)) {
                for (Told told : world.judged(definition, world.bare)) {
                    verdicts.merge(told.judgement().verdict(), 1, Integer::sum);
                    if (told.judgement().verdict() == Verdict.UNKNOWN) {
                        assertThat(told.judgement().reason().toLowerCase(Locale.ROOT))
                                .containsAnyOf(names.stream()
                                        .map(name -> name.toLowerCase(Locale.ROOT))
                                        .toArray(String[]::new));
                    }
                }
            }
            assertThat(verdicts).containsOnlyKeys(Verdict.UNKNOWN, Verdict.NOT_APPLICABLE);
        });
    }

    @Test
    void whatNeedsAPersonOrAProviderSaysSo() {
        World world = World.read();
        Map<String, String> reasons = Map.of(
                "manual", "a person must attest this",
                "k8s gatekeeper/mutation", "evaluated by the resource provider",
                "data-plane RP mode", "evaluated by the resource provider");
        reasons.forEach((kind, reason) -> {
            for (PolicyDefinition definition : world.ofKind(kind)) {
                for (Told told : world.judged(definition, world.complete)) {
                    assertThat(told.judgement().verdict()).isIn(Verdict.UNKNOWN, Verdict.NOT_APPLICABLE);
                    if (told.judgement().verdict() == Verdict.UNKNOWN) {
                        assertThat(told.judgement().reason()).contains(reason);
                    }
                }
            }
        });
    }

    @Test
    void resultsOfDefenderDecideWhereTheyAreThere() {
        World world = World.read();
        int byStatus = 0;
        for (PolicyDefinition definition : world.ofKind(DEFENDER)) {
            Optional<Resource> resource = world.judged(definition, world.bare).stream()
                    .filter(Told::isOpen)
                    .map(Told::resource)
                    .findFirst();
            Optional<String> name = Assessments.name(definition);
            if (resource.isPresent() && name.isPresent()) {
                Verdict healthy = world.withAssessment(definition, resource.get(), name.get(), true);
                Verdict unhealthy = world.withAssessment(definition, resource.get(), name.get(), false);
                assertThat(List.of(healthy, unhealthy))
                        .as(definition.displayName())
                        .isSubsetOf(Verdict.COMPLIANT, Verdict.NON_COMPLIANT);
                byStatus += healthy == Verdict.COMPLIANT && unhealthy == Verdict.NON_COMPLIANT ? 1 : 0;
            }
        }
        // a few look at the cause beside the status as well
        assertThat(byStatus).isGreaterThanOrEqualTo(57);
    }

    /** The definitions by kind, and the resources with all that stands around them or with nothing. */
    private static final class World {
        private final Providers providers;
        private final Map<String, PolicyDefinition> definitions;
        private final JsonObject kinds;
        private final Map<ResourceType, List<Resource>> resources;
        private final Neighbours complete;
        private final Neighbours bare = Estate.of(List.of(), List.of());

        private World(PublicData data) {
            var seen = new ArrayList<Observation>(data.observations());
            seen.addAll(data.examples());
            var surrounded = Surrounded.of(seen);
            Providers shipped = ShippedKnowledge.providers();
            this.providers = new Providers(data.aliases(), shipped.tags(), shipped.types());
            this.definitions = new TreeMap<>(data.definitions());
            this.kinds = data.object("policy/definition-class.json.gz");
            this.resources = surrounded.byType();
            this.complete = surrounded;
        }

        /** The one world of these tests; they are skipped where there is no data for it. */
        static World read() {
            assumeTrue(Once.WORLD.isPresent(), "skipped: the public data is not beside the project");
            return Once.WORLD.orElseThrow();
        }

        private static final class Once {
            static final Optional<World> WORLD = PublicData.beside().map(World::new);
        }

        List<PolicyDefinition> ofKind(String kind) {
            return definitions.values().stream()
                    .filter(one -> kinds.text(one.name()).equals(Optional.of(kind)))
                    .toList();
        }

        PolicyCheck check(PolicyDefinition definition) {
            return PolicyCheck.of(
                            definition, Plausible.values(definition), Places.unknownLines("given"), providers, CONTEXT)
                    .value()
                    .orElseThrow();
        }

        Verdict withAssessment(PolicyDefinition definition, Resource resource, String name, boolean healthy) {
            var subject = new Subject(resource, Assessments.around(resource, name, healthy));
            return check(definition).judge(subject).verdict();
        }

        /** What the definition says of resources of the types that its condition names. */
        List<Told> judged(PolicyDefinition definition, Neighbours around) {
            PolicyCheck check = check(definition);
            String named = definition.rule().condition().toString().toLowerCase(Locale.ROOT);
            var told = new ArrayList<Told>();
            resources.forEach((type, ofType) -> {
                if (named.contains(type.folded())) {
                    ofType.stream()
                            .limit(MOST_OF_A_TYPE)
                            .forEach(one ->
                                    told.add(new Told(definition.name(), one, check.judge(new Subject(one, around)))));
                }
            });
            return told;
        }
    }

    /** Values that somebody who assigns a definition could give: effects that do something, the first that is allowed. */
    private static final class Plausible {
        static Map<String, JsonValue> values(PolicyDefinition definition) {
            var values = new HashMap<String, JsonValue>();
            for (Parameter parameter : definition.parameters()) {
                Optional<JsonValue> working = parameter.allowedValues().stream()
                        .filter(value -> !isDisabled(value))
                        .findFirst();
                if (parameter.defaultValue().isEmpty()) {
                    values.put(parameter.name(), any(parameter, working));
                } else if (parameter
                        .defaultValue()
                        .filter(Plausible::isDisabled)
                        .isPresent()) {
                    working.ifPresent(value -> values.put(parameter.name(), value));
                }
            }
            return values;
        }

        private static boolean isDisabled(JsonValue value) {
            return value instanceof JsonString word && word.value().equalsIgnoreCase("disabled");
        }

        private static JsonValue any(Parameter parameter, Optional<JsonValue> allowed) {
            return parameter.type() == Parameter.Type.ARRAY
                    ? JsonArray.of(allowed.orElse(new JsonString("x")))
                    : allowed.orElseGet(() -> any(parameter.type()));
        }

        private static JsonValue any(Parameter.Type type) {
            return switch (type) {
                case STRING -> new JsonString("x");
                case DATE_TIME -> new JsonString("2026-01-01T00:00:00Z");
                case ARRAY -> JsonArray.of();
                case OBJECT -> JsonObject.empty();
                case BOOLEAN -> JsonBoolean.TRUE;
                case INTEGER, FLOAT -> JsonNumber.of(1);
            };
        }
    }
}
