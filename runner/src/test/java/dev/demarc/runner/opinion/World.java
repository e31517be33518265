package dev.demarc.runner.opinion;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Neighbours;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.runner.ShippedKnowledge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published definitions by kind, and the resources that are there to judge, with all that stands around them. */
final class World {
    static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    /** A compliance scan of something that an assignment put in force. */
    static final EvaluationContext CONTEXT = assigned(EvaluationContext.at(NOW));

    private final Providers providers;
    private final Map<String, PolicyDefinition> definitions;
    private final Map<String, JsonObject> documents;
    private final JsonObject kinds;
    private final Map<ResourceType, List<Resource>> resources;
    private final Set<ResourceId> recorded;
    private final Neighbours complete;
    private final Neighbours bare = Estate.of(List.of(), List.of());

    private World(PublicData data) {
        var seen = new ArrayList<Observation>(data.observations());
        this.recorded = seen.stream().map(one -> one.resource().id()).collect(Collectors.toSet());
        seen.addAll(data.examples());
        var surrounded = Surrounded.of(seen);
        Providers shipped = ShippedKnowledge.providers();
        this.providers = new Providers(data.aliases(), shipped.tags(), shipped.types());
        this.definitions = new TreeMap<>(data.definitions());
        this.documents = data.definitionDocuments();
        this.kinds = data.object("policy/definition-class.json.gz");
        this.resources = surrounded.byType();
        this.complete = surrounded;
    }

    private static EvaluationContext assigned(EvaluationContext scan) {
        JsonObject policy = JsonObject.builder()
                .put("assignmentId", Draft.SUBSCRIPTION + "/providers/Microsoft.Authorization/policyAssignments/all")
                .put("definitionId", "")
                .put("setDefinitionId", "")
                .put("definitionReferenceId", "")
                .build();
        return new EvaluationContext(scan.now(), scan.semantics(), scan.request(), Optional.of(policy));
    }

    /** The one world of these tests; they are skipped where there is no data for it. */
    static World read() {
        assumeTrue(Once.WORLD.isPresent(), "skipped: the public data is not beside the project");
        return Once.WORLD.orElseThrow();
    }

    private static final class Once {
        static final Optional<World> WORLD = PublicData.beside().map(World::new);
    }

    /** What providers publish about the types. */
    Providers providers() {
        return providers;
    }

    /** The definitions of a kind, in the order of their names. */
    List<PolicyDefinition> ofKind(String kind) {
        return definitions.values().stream()
                .filter(one -> kinds.text(one.name()).equals(Optional.of(kind)))
                .toList();
    }

    /** The document of a definition. */
    JsonObject document(PolicyDefinition definition) {
        return Optional.ofNullable(documents.get(definition.name())).orElseThrow();
    }

    /** Every resource of a type that the definition's condition names. */
    Stream<Resource> resourcesNamed(PolicyDefinition definition) {
        String named = definition.rule().condition().toString().toLowerCase(Locale.ROOT);
        return resources.entrySet().stream()
                .filter(one -> named.contains(one.getKey().folded()))
                .flatMap(one -> one.getValue().stream());
    }

    /** Surroundings that lack nothing. */
    Neighbours complete() {
        return complete;
    }

    /** Surroundings of which nothing was seen. */
    Neighbours bare() {
        return bare;
    }

    /** Whether a service returned this resource; else it is an example of its API. */
    boolean isRecorded(Resource resource) {
        return recorded.contains(resource.id());
    }

    /** The definition with plausible values for its parameters. */
    PolicyCheck check(PolicyDefinition definition) {
        return check(definition, Plausible.values(definition));
    }

    /** The definition with these values for its parameters. */
    PolicyCheck check(PolicyDefinition definition, Map<String, JsonValue> values) {
        return check(definition, values, CONTEXT);
    }

    /** The same in another context than a compliance scan. */
    PolicyCheck check(PolicyDefinition definition, Map<String, JsonValue> values, EvaluationContext context) {
        return PolicyCheck.of(definition, values, Places.unknownLines("given"), providers, context)
                .value()
                .orElseThrow();
    }

    /** Every resource that a check may be about, by what it says of types. */
    Stream<Resource> about(PolicyCheck check) {
        return check.types().isEmpty()
                ? resources.values().stream().flatMap(List::stream)
                : check.types().get().stream().flatMap(type -> resources.getOrDefault(type, List.of()).stream());
    }
}
