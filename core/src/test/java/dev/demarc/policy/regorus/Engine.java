package dev.demarc.policy.regorus;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Neighbours;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.PolicyParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our engine under a profile, and the world that cases stand in. */
record Engine(SemanticsProfile profile) {
    /** The type of a resource for which a case names none. */
    static final String ANY_TYPE = "Contoso.Works/things";

    static final String GROUP = "myResourceGroup";
    static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";
    private static final Instant NOW = Instant.parse("2025-02-20T12:00:00Z");

    static Places places() {
        return Places.unknownLines("case");
    }

    EvaluationContext context(JsonObject given) {
        EvaluationContext scan =
                EvaluationContext.at(given.text("utcNow").map(Instant::parse).orElse(NOW));
        return new EvaluationContext(
                scan.now(), profile, object(given, "requestContext").or(scan::request), object(given, "policy"));
    }

    private static Optional<JsonObject> object(JsonObject given, String name) {
        return given.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    /** The value of an expression without a resource. */
    Outcome value(String expression, List<Parameter> parameters, Map<String, JsonValue> assigned) {
        return value(expression, parameters, assigned, JsonObject.empty());
    }

    private Outcome value(
            String expression, List<Parameter> parameters, Map<String, JsonValue> assigned, JsonObject resource) {
        var written = JsonObject.builder()
                .put("value", expression)
                .put("exists", true)
                .build();
        var parsed = PolicyParser.condition(written, parameters, places(), profile.is(Dispute.DEPLOYMENT_FUNCTIONS));
        var values = ParameterValues.of(
                parameters.stream()
                        .filter(one -> one.defaultValue().isPresent() || assigned.containsKey(one.name()))
                        .toList(),
                assigned,
                places());
        if (parsed.value().isEmpty() || values.value().isEmpty()) {
            return Outcome.failed("not read: " + parsed.errors() + values.errors());
        }
        Condition condition = parsed.value().get();
        var evaluator =
                Evaluator.of(List.of(condition), values.value().get(), Aliases.NONE, context(JsonObject.empty()));
        return evaluator.value(
                ((Left.Value) ((Condition.Comparison) condition).left()).value(),
                scope(resource(resource, ANY_TYPE, SUBSCRIPTION, GROUP), List.of()));
    }

    /** The value of a field of a document; a failure where there is none. */
    Outcome field(JsonObject document, String path) {
        var aliases = Aliases.ofPaths(Map.of(type(document, ANY_TYPE), Map.of(path, path)));
        var written =
                JsonObject.builder().put("field", path).put("exists", true).build();
        var condition =
                PolicyParser.condition(written, List.of(), places()).value().orElseThrow();
        var evaluator = Evaluator.of(List.of(condition), ParameterValues.NONE, aliases, context(JsonObject.empty()));
        Scope scope = scope(resource(document, ANY_TYPE, SUBSCRIPTION, GROUP), List.of());
        return evaluator.explain(condition, scope).truth().holds()
                ? value("[field('" + path + "')]", List.of(), Map.of(), document)
                : Outcome.failed("there is no `" + path + "`");
    }

    static Scope scope(Resource resource, List<Resource> around) {
        var seen = new ArrayList<Observation>();
        seen.add(new Observation(resource, Place.of("case")));
        around.forEach(one -> seen.add(new Observation(one, Place.of("case"))));
        Neighbours neighbours = Estate.of(seen, List.of());
        return Scope.of(resource, neighbours);
    }

    /** The type that a document names, or another where it names none. */
    static ResourceType type(JsonObject document, String otherwise) {
        return Optional.ofNullable(document.getIgnoreCase("type"))
                .filter(JsonString.class::isInstance)
                .map(type -> ((JsonString) type).value())
                .flatMap(ResourceType::parse)
                .orElseGet(() -> ResourceType.of(otherwise));
    }

    /** A resource of a document, with an id made of its type and name where it has none. */
    static Resource resource(JsonObject document, String otherwise, String subscription, String group) {
        ResourceType type = type(document, otherwise);
        String given = document.getIgnoreCase("name") instanceof JsonString name
                        && !name.value().isEmpty()
                ? name.value()
                : "unnamed";
        ResourceId id = Optional.ofNullable(document.getIgnoreCase("id"))
                .filter(JsonString.class::isInstance)
                .flatMap(text -> ResourceId.parse(((JsonString) text).value()))
                .orElseGet(() -> id(type, given, subscription, group));
        return new Resource(id, type, document, Resource.Detail.FULL);
    }

    private static ResourceId id(ResourceType type, String fullName, String subscription, String group) {
        String root = "/subscriptions/" + subscription;
        if (type.equals(ResourceType.SUBSCRIPTION)) {
            return ResourceId.of(root);
        }
        if (type.equals(ResourceType.RESOURCE_GROUP)) {
            return ResourceId.of(root + "/resourceGroups/" + fullName);
        }
        String[] types = type.text().split("/", -1);
        String[] names = fullName.split("/", -1);
        var id = new StringBuilder(root + "/resourceGroups/" + group + "/providers/" + types[0]);
        for (int i = 1; i < types.length; i++) {
            int at = names.length - types.length + i;
            id.append('/').append(types[i]).append('/').append(at < 0 ? "parent" : names[at]);
        }
        return ResourceId.of(id.toString());
    }

    static Place place() {
        return places().of(JsonPointer.ROOT);
    }
}
