package dev.demarc.policy;

import dev.demarc.check.Subject;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.estate.Collected;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Providers;
import dev.demarc.knowledge.ProvidersReader;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.SemanticsProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What cases stand in: invented aliases, an instant, and resources made of what a case writes down. */
final class World {
    /** What invented resource providers publish: {@code aliases.json}, {@code tag-support.json} and {@code
     * policy-types.json}. */
    static final Providers PROVIDERS = ProvidersReader.read(JsonObject.builder()
            .put("aliases", Cases.beside("aliases.json"))
            .put("tag-support", Cases.beside("tag-support.json"))
            .put("policy-types", Cases.beside("policy-types.json"))
            .build());

    /** The resource that is meant where a case writes no id. */
    static final String THING = "/subscriptions/s1/resourceGroups/rg-one/providers/Contoso.Works/things/thing-1";

    private static final Instant NOW = Instant.parse("2026-11-24T10:20:30.1234567Z");

    private World() {}

    /** What the evaluation knows: the members {@code semantics}, {@code request} and {@code policy} of what is given. */
    static EvaluationContext context(JsonObject given) {
        String semantics = given.text("semantics").orElse("documented");
        EvaluationContext scan = EvaluationContext.at(NOW);
        return new EvaluationContext(
                NOW,
                SemanticsProfile.parse(semantics, Place.of("case")).value().orElseThrow(),
                object(given, "request").or(scan::request),
                object(given, "policy"));
    }

    private static Optional<JsonObject> object(JsonObject given, String key) {
        return given.get(key) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    /** A resource and those around it. */
    static Subject subject(JsonObject document, JsonArray around) {
        return subject(document, around, List.of());
    }

    /** The same, where a source says that it collected some types in the subscription {@code s1}. */
    static Subject subject(JsonObject document, JsonArray around, List<String> collected) {
        var seen = new ArrayList<Observation>();
        seen.add(observation(document));
        around.forEach(each -> seen.add(observation((JsonObject) each)));
        List<Collected> words = collected.stream()
                .map(type -> new Collected(ResourceId.of("/subscriptions/s1"), ResourceType.of(type)))
                .toList();
        return new Subject(resource(document), Estate.of(seen, List.of(), words));
    }

    private static Observation observation(JsonObject written) {
        return new Observation(
                resource(written), Place.of(written.text("document").orElse("case")));
    }

    /** The resource that a document describes; its members {@code detail: listed} and {@code document} are for the case. */
    static Resource resource(JsonObject written) {
        ResourceId id = ResourceId.of(written.text("id").orElse(THING));
        var document = JsonObject.builder();
        written.forEach((name, value) -> {
            if (!name.equals("detail") && !name.equals("document")) {
                document.put(name, value);
            }
        });
        boolean listed = written.text("detail").orElse("full").equals("listed");
        return new Resource(
                id,
                written.text("type").map(ResourceType::of).orElse(id.type()),
                document.build(),
                listed ? Resource.Detail.LISTED : Resource.Detail.FULL);
    }

    /** The members of an object by name. */
    static Map<String, JsonValue> byName(JsonObject object) {
        var byName = new LinkedHashMap<String, JsonValue>();
        object.forEach(byName::put);
        return byName;
    }
}
