package dev.demarc.runner.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.effect.Ruling;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What configuration alone decides is decided: every published definition of such a kind, on every recorded and example
 * resource that it may be about, and on complete documents made up of what its own rule refers to.
 */
class CompletenessTest {
    /** The kinds that configuration alone decides. */
    private static final List<String> BY_CONFIGURATION =
            List.of("audit/deny on own properties", "AINE/DINE on related ARM resource", "modify/append");

    private static final Set<Verdict> OPEN = EnumSet.of(Verdict.UNKNOWN, Verdict.ERROR);
    private static final Set<Verdict> DECIDED = EnumSet.of(Verdict.COMPLIANT, Verdict.NON_COMPLIANT);

    /** Why a resource that was read whole may still be undecided, in the words of the finding. */
    private static final List<String> NAMED = List.of(
            // made-up examples with a value of another kind than the service returns
            "belongs, so what it holds was not seen",
            "`contains` looks in texts and arrays, and found an object",
            // documents that hold a secret, which is dropped when they are read: they are not whole any more
            "was a secret and was dropped when it was read",
            // a recorded account of which the dates were blotted out
            "`addDays` wants a point in time and a whole number of days",
            // examples with a location that stand right in a subscription, under rules that ask for their group's
            "the resource is not in a resource group");

    /** A service that has ended, whose aliases no dump has kept. */
    private static final String ENDED = "microsoft.media/";

    /** Multi-factor authentication to create, update and delete: rules about who sends a request, not about a resource. */
    private static final Set<String> WHO_ASKS =
            Set.of("4e6c27d5-a6ee-49cf-b2b4-d8fe90fa2b8b", "db4a9d17-db75-4f46-9fcb-9f9526604417");

    /** Do not allow deletion of resource types: its effect guards resources, and has no verdict on any. */
    private static final Set<String> GUARDS = Set.of("78460a36-508a-49a4-b2b2-2f5ec564f4bb");

    /** Policies of mode indexed about types without tags, which that mode leaves out. */
    private static final Set<String> NOT_INDEXED = Set.of(
            // Container Registry should restrict external private endpoints
            "696cb1d3-2dcf-4b44-aa7a-caccd18b1b96",
            // Enable logging by category group for microsoft.classicnetwork/networksecuritygroups
            "087dbf66-448d-4235-b7b8-17af48edc9db",
            "6308bf75-8340-4bab-b2ec-2f5000697af4",
            "6f7fa8b1-4456-4d4c-94c2-1f1651b18235",
            // … for Caches (microsoft.cache/redisenterprise/databases)
            "145ff119-bfcf-443a-834c-b59859ec3ee7",
            "e76ef589-c7d6-42cf-a61a-13471f6f50cd",
            "fa570aa1-acca-4eea-8e5a-233cf2c5e4c2",
            // … for microsoft.powerbi/tenants/workspaces
            "76e7a3b8-3822-4ca2-92d8-c20616fd870b",
            "819c6fd1-432a-4516-a9cb-0c4462af610f",
            "fc2bb2e1-739a-4a03-86a2-16ad55e90bd9",
            // App Service should disable public network access, deprecated, about microsoft.web/sites/config
            "d79ab062-dffd-4318-8344-f70de714c0bc");

    /** What a definition was judged on. */
    private enum Origin {
        RECORDED,
        EXAMPLE,
        MADE_UP
    }

    /**
     * What became of a definition.
     *
     * @param judged what it decided compliance on, the realest; empty where on nothing
     * @param madeUp the verdicts on documents made up
     * @param open why resources stayed open, but for the reasons that are named
     */
    private record Shown(String definition, Optional<Origin> judged, Set<Verdict> madeUp, List<String> open) {}

    @Test
    void whatConfigurationDecidesIsDecided() {
        World world = World.read();
        List<Shown> all = configured(world)
                .parallel()
                .map(definition -> shown(definition, world))
                .toList();
        var judged = new EnumMap<Origin, Integer>(Origin.class);
        var never = new TreeSet<String>();
        for (Shown one : all) {
            one.judged()
                    .ifPresentOrElse(
                            origin -> judged.merge(origin, 1, Integer::sum), () -> never.add(one.definition()));
        }
        assertThat(all.stream().flatMap(one -> one.open().stream())).isEmpty();
        assertThat(all).hasSize(1798);
        assertThat(judged).isEqualTo(Map.of(Origin.RECORDED, 1099, Origin.EXAMPLE, 228, Origin.MADE_UP, 457));
        assertThat(never)
                .isEqualTo(Stream.of(WHO_ASKS, GUARDS, NOT_INDEXED)
                        .flatMap(Set::stream)
                        .collect(Collectors.toCollection(TreeSet::new)));
        var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
        all.stream()
                .flatMap(one -> one.madeUp().stream())
                .filter(DECIDED::contains)
                .forEach(one -> verdicts.merge(one, 1, Integer::sum));
        // many rules have one outcome only: of a type that is not allowed nothing complies
        assertThat(verdicts.get(Verdict.NON_COMPLIANT)).isGreaterThanOrEqualTo(1768);
        assertThat(verdicts.get(Verdict.COMPLIANT)).isGreaterThanOrEqualTo(1477);
    }

    private static Stream<PolicyDefinition> configured(World world) {
        return BY_CONFIGURATION.stream().flatMap(kind -> world.ofKind(kind).stream());
    }

    private static Shown shown(PolicyDefinition definition, World world) {
        PolicyCheck check = world.check(definition);
        var judged = EnumSet.noneOf(Origin.class);
        var open = new ArrayList<String>();
        world.about(check).forEach(resource -> {
            var subject = new Subject(resource, world.complete());
            Verdict verdict = check.decide(subject);
            if (DECIDED.contains(verdict)) {
                judged.add(world.isRecorded(resource) ? Origin.RECORDED : Origin.EXAMPLE);
            } else if (OPEN.contains(verdict) && !isNamed(definition, resource, check, subject)) {
                open.add(told(definition, check, subject));
            }
        });
        Set<Verdict> madeUp = madeUp(definition, Plausible.values(definition), world, open);
        if (madeUp.stream().noneMatch(DECIDED::contains)) {
            madeUp.addAll(madeUp(definition, Plausible.filled(definition), world, open));
        }
        if (madeUp.stream().anyMatch(DECIDED::contains)) {
            judged.add(Origin.MADE_UP);
        }
        return new Shown(definition.name(), judged.stream().findFirst(), madeUp, open);
    }

    /** The verdicts on documents made up, until there is one of either kind. */
    private static Set<Verdict> madeUp(
            PolicyDefinition definition, Map<String, JsonValue> values, World world, List<String> open) {
        PolicyCheck check = world.check(definition, values);
        var verdicts = EnumSet.noneOf(Verdict.class);
        MadeUp.of(definition, values, world)
                .subjects()
                .takeWhile(subject -> !verdicts.containsAll(DECIDED))
                .forEach(subject -> {
                    Verdict verdict = check.judge(subject).verdict();
                    verdicts.add(verdict);
                    if (OPEN.contains(verdict) && !WHO_ASKS.contains(definition.name())) {
                        open.add(told(definition, check, subject));
                    }
                });
        return verdicts;
    }

    private static boolean isNamed(PolicyDefinition definition, Resource resource, PolicyCheck check, Subject subject) {
        return WHO_ASKS.contains(definition.name())
                || resource.type().folded().startsWith(ENDED)
                || NAMED.stream().anyMatch(check.judge(subject).reason()::contains);
    }

    private static String told(PolicyDefinition definition, PolicyCheck check, Subject subject) {
        return definition.name() + " on " + subject.resource().document() + ": "
                + check.judge(subject).reason();
    }

    @Test
    void whatModeIndexedLeavesOutIsToldAndItsRuleDecides() {
        World world = World.read();
        for (PolicyDefinition definition : named(world, NOT_INDEXED::contains)) {
            PolicyCheck check = world.check(definition);
            assertThat(check.diagnostics())
                    .anySatisfy(one -> assertThat(one.code()).isEqualTo("type-not-indexed"));
            PolicyCheck rule = PolicyCheck.of(
                    definition.name(),
                    definition.rule(),
                    ParameterValues.of(
                                    definition.parameters(), Plausible.values(definition), Places.unknownLines("given"))
                            .value()
                            .orElseThrow(),
                    Optional.empty(),
                    world.providers(),
                    World.CONTEXT);
            List<Subject> subjects = MadeUp.of(definition, Plausible.values(definition), world)
                    .subjects()
                    .toList();
            assertThat(subjects)
                    .allSatisfy(one -> assertThat(check.judge(one).verdict()).isEqualTo(Verdict.NOT_APPLICABLE));
            assertThat(subjects)
                    .anySatisfy(one -> assertThat(rule.judge(one).verdict()).isIn(DECIDED));
        }
    }

    @Test
    void whatGuardsResourcesGuardsThem() {
        World world = World.read();
        for (PolicyDefinition definition : named(world, GUARDS::contains)) {
            PolicyCheck check = world.check(definition);
            assertThat(MadeUp.of(definition, Plausible.values(definition), world)
                            .subjects())
                    .anySatisfy(one -> assertThat(check.explain(one).ruling()).isInstanceOf(Ruling.Guarded.class));
        }
    }

    @Test
    void whatAsksForTheRequestIsDecidedWhereTheRequestIsKnown() {
        World world = World.read();
        Subject subject = world.about(
                        world.check(named(world, WHO_ASKS::contains).getFirst()))
                .filter(one -> one.type().equals(ResourceType.of("Microsoft.Storage/storageAccounts")))
                .findFirst()
                .map(one -> new Subject(one, world.complete()))
                .orElseThrow();
        PolicyDefinition writing =
                named(world, "4e6c27d5-a6ee-49cf-b2b4-d8fe90fa2b8b"::equals).getFirst();
        PolicyDefinition deleting =
                named(world, "db4a9d17-db75-4f46-9fcb-9f9526604417"::equals).getFirst();
        for (PolicyDefinition definition : List.of(writing, deleting)) {
            assertThat(world.check(definition).judge(subject).reason()).contains("`requestContext().identity`");
        }
        assertThat(world.check(writing, Map.of(), asking("pwd")).judge(subject).verdict())
                .isEqualTo(Verdict.NON_COMPLIANT);
        assertThat(world.check(writing, Map.of(), asking("pwd,mfa"))
                        .judge(subject)
                        .verdict())
                .isEqualTo(Verdict.COMPLIANT);
        PolicyCheck denied = world.check(deleting, Map.of("effect", new JsonString("DenyAction")), asking("pwd"));
        assertThat(denied.explain(subject).ruling()).isInstanceOf(Ruling.Guarded.class);
    }

    /** A request of a user who has signed in by these methods. */
    private static EvaluationContext asking(String methods) {
        JsonObject identity = JsonObject.builder()
                .put("idtyp", "user")
                .put("http://schemas.microsoft.com/claims/authnmethodsreferences", methods)
                .put("acrs", "")
                .build();
        JsonObject request = JsonObject.builder()
                .put("apiVersion", "2026-01-01")
                .put("identity", identity)
                .build();
        return new EvaluationContext(
                World.NOW, World.CONTEXT.semantics(), Optional.of(request), World.CONTEXT.policy());
    }

    private static List<PolicyDefinition> named(World world, Predicate<String> name) {
        return configured(world).filter(one -> name.test(one.name())).toList();
    }
}
