package dev.demarc.policy.regorus;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.regorus.YamlCases.Case;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyParser;
import dev.demarc.policy.syntax.PolicyRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/**
 * A case of the language: a rule or definition, a resource, and the effect wanted, or that there is none, or that the
 * policy is refused.
 */
record PolicyCase(Case one) implements Running {
    private static final Pattern FIELD = Pattern.compile("(?i)\"field\"\\s*:\\s*\"([^\"\\[][^\"]*)\"");
    private static final Pattern NAMED = Pattern.compile("(?i)(?:field|current)\\s*\\(\\s*'([^']+)'\\s*\\)");
    private static final Pattern PARAMETER = Pattern.compile("(?i)parameters\\s*\\(\\s*'([^']+)'\\s*\\)");

    /** What a policy comes to. */
    private sealed interface Result {
        record Refused(String why) implements Result {}

        record Undecided(Truth.Undecided why) implements Result {}

        record NoEffect() implements Result {}

        record Applied(String effect, Optional<JsonValue> details) implements Result {}
    }

    /** What was read. */
    private record Policy(PolicyRule rule, ParameterValues parameters) {}

    @Override
    public Optional<String> difference(SemanticsProfile profile) {
        if (one.says("skip")) {
            throw new TestAbortedException("the case says that it is skipped");
        }
        Result result = result(profile);
        boolean refused = result instanceof Result.Refused
                || (result instanceof Result.Undecided(Truth.Undecided why) && why.cause() == Truth.Cause.FAILED);
        if (one.says("want_parse_error") || one.says("want_compile_error")) {
            return refused ? Optional.empty() : Optional.of("wanted a refusal, got " + result);
        }
        if (one.says("want_undefined") || one.body().get("want_effect") == JsonNull.NULL) {
            return result instanceof Result.NoEffect
                    ? Optional.empty()
                    : Optional.of("wanted no effect, got " + result);
        }
        Optional<String> effect = one.body().text("want_effect");
        if (effect.isEmpty()) {
            return result instanceof Result.Refused
                    ? Optional.of("wanted to be read, got " + result)
                    : Optional.empty();
        }
        if (!(result instanceof Result.Applied applied) || !applied.effect().equals(effect.get())) {
            return Optional.of("wanted " + effect.get() + ", got " + result);
        }
        JsonValue details = one.body().get("want_details");
        boolean same = details == null
                || applied.details()
                        .map(given -> YamlCases.same(given, details))
                        .orElse(false);
        return same ? Optional.empty() : Optional.of("wanted " + details + ", got " + result);
    }

    private String text() {
        JsonValue own = one.body().get("policy_definition");
        JsonValue text = own != null
                ? own
                : one.body().get("policy_rule") != null
                        ? one.body().get("policy_rule")
                        : one.header().get("policy_definition") != null
                                ? one.header().get("policy_definition")
                                : one.header().get("policy_rule");
        return ((JsonString) text).value();
    }

    private boolean isDefinition() {
        boolean own = one.body().get("policy_definition") != null;
        boolean shared = one.body().get("policy_rule") == null && one.header().get("policy_definition") != null;
        return own || shared || one.body().text("parse_level").orElse("").equals("policy_definition");
    }

    private Result result(SemanticsProfile profile) {
        var problems = new ArrayList<Diagnostic>();
        var in = new java.io.ByteArrayInputStream(text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Optional<JsonValue> json = dev.demarc.document.LocatedJson.read(in, "case", problems::add)
                .map(dev.demarc.document.LocatedJson::value);
        if (json.isEmpty() || !problems.isEmpty()) {
            return new Result.Refused("no clean JSON: " + problems);
        }
        var errors = new ArrayList<Object>();
        boolean deployments = profile.is(Dispute.DEPLOYMENT_FUNCTIONS);
        Optional<Policy> policy =
                isDefinition() ? definition(json.get(), deployments, errors) : rule(json.get(), deployments, errors);
        return policy.isEmpty() ? new Result.Refused(errors.toString()) : evaluated(policy.get(), profile);
    }

    private Map<String, JsonValue> assigned() {
        var assigned = new LinkedHashMap<String, JsonValue>();
        one.body().object("parameters").forEach(assigned::put);
        return assigned;
    }

    private Optional<Policy> definition(JsonValue json, boolean deployments, List<Object> errors) {
        var parsed = PolicyParser.definition(json, Engine.places(), deployments);
        errors.addAll(parsed.errors());
        if (parsed.value().isEmpty()) {
            return Optional.empty();
        }
        PolicyDefinition definition = parsed.value().get();
        boolean only = one.body().get("resource") == null;
        var values = ParameterValues.of(
                only ? List.of() : definition.parameters(), only ? Map.of() : assigned(), Engine.places());
        errors.addAll(values.errors());
        return values.value().map(given -> new Policy(definition.rule(), given));
    }

    private Optional<Policy> rule(JsonValue json, boolean deployments, List<Object> errors) {
        var parameters = new ArrayList<Parameter>();
        assigned().forEach((name, value) -> parameters.add(FunctionCase.given(name, Optional.of(value))));
        var known = List.copyOf(parameters);
        PARAMETER
                .matcher(text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .forEach(name -> {
                    if (known.stream().noneMatch(one -> one.name().equalsIgnoreCase(name))) {
                        parameters.add(FunctionCase.given(name, Optional.empty()));
                    }
                });
        var parsed = PolicyParser.rule(json, parameters, Engine.places(), deployments);
        errors.addAll(parsed.errors());
        ParameterValues values =
                ParameterValues.of(known, Map.of(), Engine.places()).value().orElseThrow();
        return parsed.value().map(rule -> new Policy(rule, values));
    }

    private Optional<String> version() {
        return one.body().text("api_version");
    }

    private JsonObject context() {
        JsonObject given = one.body().object("context");
        var context = JsonObject.builder();
        given.forEach(context::set);
        if (given.get("requestContext") == null) {
            JsonValue request = one.body().get("request_context");
            if (request instanceof JsonObject) {
                context.set("requestContext", request);
            } else if (version().isPresent()) {
                context.set(
                        "requestContext",
                        JsonObject.builder().put("apiVersion", version()).build());
            }
        }
        if (given.isEmpty()) {
            context.set(
                    "resourceGroup",
                    JsonObject.builder()
                            .put("name", Engine.GROUP)
                            .put("location", "eastus")
                            .build());
            context.set(
                    "subscription",
                    JsonObject.builder()
                            .put("subscriptionId", Engine.SUBSCRIPTION)
                            .build());
        }
        return context.build();
    }

    private JsonObject document() {
        JsonObject given = one.body().object("resource");
        if (version().isEmpty()) {
            return given;
        }
        var document = JsonObject.builder();
        given.forEach(document::set);
        document.set("apiVersion", new JsonString(version().get()));
        return document.build();
    }

    private Result evaluated(Policy policy, SemanticsProfile profile) {
        JsonObject surroundings = context();
        EvaluationContext context = new Engine(profile).context(surroundings);
        Details.Related related = policy.rule().details() instanceof Details.Related wanted ? wanted : null;
        var binding = new Binding(policy.parameters(), context);
        Condition condition = binding.condition(policy.rule().condition());
        var conditions = new ArrayList<Condition>();
        conditions.add(condition);
        if (related != null) {
            related = (Details.Related) binding.details(related);
            related.existenceCondition().ifPresent(conditions::add);
        }
        var evaluator = Evaluator.of(conditions, policy.parameters(), aliases(related), context);
        if (evaluator.diagnostics().stream().anyMatch(one -> one.severity() == Diagnostic.Severity.ERROR)) {
            return new Result.Refused(evaluator.diagnostics().toString());
        }
        Scope scope = scope(surroundings);
        Truth truth = evaluator.explain(condition, scope).truth();
        if (truth instanceof Truth.Undecided undecided) {
            return new Result.Undecided(undecided);
        }
        if (!truth.holds()) {
            return new Result.NoEffect();
        }
        if (!(evaluator.value(policy.rule().effect(), scope) instanceof Outcome.Value(JsonString word))) {
            return new Result.Refused("the effect is no word");
        }
        Optional<Effect> effect = Effect.of(word.value());
        if (effect.equals(Optional.of(Effect.DISABLED))) {
            return new Result.NoEffect();
        }
        if (related != null && effect.map(Effect::looksForRelated).orElse(false)) {
            Truth satisfied = satisfied(related, evaluator, scope);
            if (satisfied instanceof Truth.Undecided undecided) {
                return new Result.Undecided(undecided);
            }
            if (satisfied.holds()) {
                return new Result.NoEffect();
            }
        }
        return new Result.Applied(word.value(), details(policy.rule().details(), evaluator, scope));
    }

    /** Whether the related resource that the case hands out exists and is as wanted. */
    private Truth satisfied(Details.Related related, Evaluator evaluator, Scope scope) {
        var truths = new ArrayList<Truth>();
        for (JsonValue entry : one.body().array("host_await")) {
            JsonValue response = ((JsonObject) entry).get("response");
            if (response instanceof JsonObject document) {
                String type = ((JsonObject) entry)
                        .text("resource_type")
                        .orElseGet(() -> related.type()
                                        instanceof dev.demarc.policy.expression.Template.Constant(JsonString constant)
                                ? constant.value()
                                : Engine.ANY_TYPE);
                Resource found = Engine.resource(document, type, Engine.SUBSCRIPTION, Engine.GROUP);
                truths.add(related.existenceCondition()
                        .map(wanted ->
                                evaluator.explain(wanted, scope.about(found)).truth())
                        .orElse(Truth.Decided.TRUE));
            }
        }
        return Truth.any(truths);
    }

    private Scope scope(JsonObject surroundings) {
        JsonObject group = surroundings.object("resourceGroup");
        JsonObject subscription = surroundings.object("subscription");
        String subscriptionId = subscription.text("subscriptionId").orElse(Engine.SUBSCRIPTION);
        String groupName = group.text("name").orElse(Engine.GROUP);
        Resource resource = Engine.resource(document(), Engine.ANY_TYPE, subscriptionId, groupName);
        var around = new ArrayList<Resource>();
        resource.id()
                .subscriptionId()
                .ifPresent(id ->
                        around.add(new Resource(id, ResourceType.SUBSCRIPTION, subscription, Resource.Detail.FULL)));
        resource.id()
                .resourceGroupId()
                .ifPresent(
                        id -> around.add(new Resource(id, ResourceType.RESOURCE_GROUP, group, Resource.Detail.FULL)));
        return Engine.scope(resource, around);
    }

    /** The case's table; without one, every name that the policy writes out is its own path. */
    private Aliases aliases(Details.Related related) {
        Optional<String> file = one.header().text("aliases");
        if (file.isPresent()) {
            return AliasTables.of(List.of(one.aliasFile(file.get()))).aliases();
        }
        var names = new HashMap<String, String>();
        for (Pattern pattern : List.of(FIELD, NAMED)) {
            pattern.matcher(text()).results().forEach(found -> names.put(found.group(1), found.group(1)));
        }
        var paths = new HashMap<ResourceType, Map<String, String>>();
        types(related).forEach(type -> paths.put(type, names));
        return Aliases.ofPaths(paths);
    }

    private Set<ResourceType> types(Details.Related related) {
        var types = new LinkedHashSet<ResourceType>();
        types.add(Engine.type(document(), Engine.ANY_TYPE));
        types.add(ResourceType.of(Engine.ANY_TYPE));
        if (related != null
                && related.type() instanceof dev.demarc.policy.expression.Template.Constant(JsonString type)) {
            ResourceType.parse(type.value()).ifPresent(types::add);
        }
        return types;
    }

    /** The details with the values of changes computed; what says when they are made stays as it is written. */
    private static Optional<JsonValue> details(Details details, Evaluator evaluator, Scope scope) {
        return switch (details) {
            case Details.None none -> Optional.empty();
            case Details.Raw raw -> Optional.of(raw.value());
            case Details.Attestation attestation -> Optional.of(attestation.raw());
            case Details.Guard guard -> Optional.of(guard.raw());
            case Details.Related related -> {
                var told = JsonObject.builder();
                ((JsonObject) related.raw()).forEach((name, value) -> {
                    if (name.equalsIgnoreCase("type")) {
                        told.set(name, given(evaluator.value(related.type(), scope)));
                    } else if (!name.equalsIgnoreCase("existenceCondition")) {
                        told.set(name, value);
                    }
                });
                yield Optional.of(told.build());
            }
            case Details.Operations operations -> Optional.of(changed(operations, evaluator, scope));
        };
    }

    private static JsonValue changed(Details.Operations operations, Evaluator evaluator, Scope scope) {
        JsonArray raw = operations.raw() instanceof JsonObject object
                ? object.array("operations")
                : (JsonArray) operations.raw();
        var changes = new ArrayList<JsonValue>();
        for (int i = 0; i < raw.size(); i++) {
            var change = JsonObject.builder();
            Details.Operation operation = operations.operations().get(i);
            ((JsonObject) raw.get(i))
                    .forEach((name, value) -> change.set(
                            name,
                            name.equalsIgnoreCase("value") && operation.value().isPresent()
                                    ? given(evaluator.value(operation.value().get(), scope))
                                    : value));
            changes.add(change.build());
        }
        if (!(operations.raw() instanceof JsonObject object)) {
            return JsonArray.of(changes);
        }
        var told = JsonObject.builder();
        object.forEach(
                (name, value) -> told.set(name, name.equalsIgnoreCase("operations") ? JsonArray.of(changes) : value));
        return told.build();
    }

    private static JsonValue given(Outcome outcome) {
        return outcome instanceof Outcome.Value(JsonValue value) ? value : JsonNull.NULL;
    }
}
