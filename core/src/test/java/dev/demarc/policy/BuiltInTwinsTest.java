package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.knowledge.Providers;
import dev.demarc.knowledge.TagSupport;
import dev.demarc.policy.decision.CompiledCondition;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What decides answers as what explains, for every published definition and recorded resources. */
class BuiltInTwinsTest {
    private static final int FITTING = 20;
    private static final int OTHERS = 12;

    private final Random random = new Random(12);
    private final List<Resource> resources = new ArrayList<>();
    private final Map<ResourceType, List<Resource>> byType = new HashMap<>();
    private Estate estate = Estate.of(List.of(), List.of());
    private Aliases aliases = Aliases.NONE;
    private List<String> definitions = List.of();
    private int pairs;
    private int holding;
    private int indexed;

    @BeforeEach
    void read() {
        Optional<Path> published = SharedData.file("policy/definitions.jsonl.gz");
        Optional<Path> table = SharedData.file("policy/aliases.tsv.gz");
        Optional<Path> recorded = SharedData.file("estate/estate.jsonl.gz");
        assumeTrue(
                published.isPresent() && table.isPresent() && recorded.isPresent(),
                "skipped: the published definitions and recorded resources are not beside the project");
        definitions = SharedData.lines(published.orElseThrow());
        aliases = SharedData.aliases(table.orElseThrow());
        var observations = new ArrayList<Observation>();
        for (String line : SharedData.lines(recorded.orElseThrow())) {
            JsonObject document = (JsonObject) SharedData.json(line);
            document.text("id").flatMap(ResourceId::parse).ifPresent(id -> {
                ResourceType type =
                        document.text("type").flatMap(ResourceType::parse).orElse(id.type());
                var detail = random.nextInt(3) == 0 ? Resource.Detail.LISTED : Resource.Detail.FULL;
                var resource = new Resource(id, type, document, detail);
                observations.add(new Observation(resource, Place.of("recorded")));
                resources.add(resource);
                byType.computeIfAbsent(type, one -> new ArrayList<>()).add(resource);
            });
        }
        estate = Estate.of(observations, List.of());
    }

    @Test
    void whatDecidesAnswersAsWhatExplains() {
        for (String line : definitions) {
            Places places = Places.unknownLines("definition");
            PolicyDefinition definition = PolicyParser.definition(SharedData.json(line), places)
                    .value()
                    .orElseThrow();
            ParameterValues values = ParameterValues.of(
                            definition.parameters(), BuiltIns.withoutDefault(definition.parameters()), places)
                    .value()
                    .orElseThrow();
            EvaluationContext context = World.context(JsonObject.empty())
                    .with(random.nextInt(4) == 0 ? SemanticsProfile.REGORUS : SemanticsProfile.DOCUMENTED);
            agree(definition, definition.rule().condition(), values, context);
            if (definition.rule().details() instanceof Details.Related related) {
                related.existenceCondition().ifPresent(condition -> agree(definition, condition, values, context));
            }
        }
        assertThat(definitions).hasSize(3601);
        assertThat(pairs).as("pairs").isGreaterThan(100_000);
        assertThat(holding).as("conditions that hold").isGreaterThan(10_000);
        assertThat(indexed).as("conditions whose types are known").isGreaterThan(2_500);
    }

    private void agree(
            PolicyDefinition definition, Condition condition, ParameterValues values, EvaluationContext context) {
        Condition bound = new Binding(values, context).condition(condition);
        var explaining = Evaluator.of(List.of(bound), values, aliases, context);
        var deciding = CompiledCondition.of(bound, values, aliases, context);
        Optional<Set<ResourceType>> possible = deciding.possibleTypes();
        indexed += possible.isPresent() ? 1 : 0;
        for (Resource resource : sample(possible)) {
            var scope = Scope.of(any(), estate).about(resource);
            Truth explained = explaining.explain(bound, scope).truth();
            Truth decided = deciding.decide(scope);
            assertThat(decided.equals(explained))
                    .as(definition.name() + " on " + resource + ": " + decided + ", explained " + explained)
                    .isTrue();
            boolean ruledOut = possible.isPresent() && !possible.get().contains(resource.type());
            assertThat(ruledOut && !explained.fails())
                    .as(definition.name() + " on " + resource + ", which it rules out: " + explained)
                    .isFalse();
            pairs++;
            holding += explained.holds() ? 1 : 0;
        }
    }

    /** The verdicts of checks, related resources and all. */
    @Test
    void aCheckDecidesAsItJudges() {
        var tags = new HashMap<ResourceType, Boolean>();
        byType.keySet().stream()
                .sorted()
                .filter(type -> random.nextInt(3) == 0)
                .forEach(type -> tags.put(type, random.nextBoolean()));
        var providers = new Providers(aliases, new TagSupport(tags), World.PROVIDERS.types());
        var verdicts = new HashMap<Verdict, Integer>();
        for (String line : definitions) {
            Places places = Places.unknownLines("definition");
            PolicyDefinition definition = PolicyParser.definition(SharedData.json(line), places)
                    .value()
                    .orElseThrow();
            Map<String, JsonValue> assigned = BuiltIns.withoutDefault(definition.parameters());
            var check = PolicyCheck.of(definition, assigned, places, providers, World.context(JsonObject.empty()))
                    .value()
                    .orElseThrow();
            var condition = CompiledCondition.of(
                    definition.rule().condition(),
                    ParameterValues.of(definition.parameters(), assigned, places)
                            .value()
                            .orElseThrow(),
                    aliases,
                    World.context(JsonObject.empty()));
            for (Resource resource : sample(condition.possibleTypes())) {
                var subject = new Subject(resource, estate);
                Verdict judged = check.judge(subject).verdict();
                assertThat(check.decide(subject))
                        .as(definition.name() + " on " + resource)
                        .isEqualTo(judged);
                verdicts.merge(judged, 1, Integer::sum);
            }
        }
        assertThat(verdicts)
                .containsKeys(Verdict.COMPLIANT, Verdict.NON_COMPLIANT, Verdict.NOT_APPLICABLE, Verdict.UNKNOWN);
    }

    private Resource any() {
        return resources.get(random.nextInt(resources.size()));
    }

    /** Resources of types for which the condition can hold, and of any. */
    private List<Resource> sample(Optional<Set<ResourceType>> possible) {
        var sample = new ArrayList<Resource>();
        List<List<Resource>> fitting = possible.orElse(Set.of()).stream()
                .map(type -> byType.getOrDefault(type, List.of()))
                .filter(list -> !list.isEmpty())
                .toList();
        for (int i = 0; i < FITTING && !fitting.isEmpty(); i++) {
            List<Resource> list = fitting.get(random.nextInt(fitting.size()));
            sample.add(list.get(random.nextInt(list.size())));
        }
        for (int i = sample.size(); i < FITTING + OTHERS; i++) {
            sample.add(any());
        }
        return sample;
    }
}
