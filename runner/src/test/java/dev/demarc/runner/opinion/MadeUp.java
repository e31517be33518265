package dev.demarc.runner.opinion;

import dev.demarc.check.Subject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Places;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.evaluation.Binding;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.FieldNames;
import dev.demarc.policy.evaluation.ParameterValues;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Left;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Complete documents made up for a definition, of its own references: those that its rule selects and those it does not. */
final class MadeUp {
    private static final int TRIES = 3;

    /** The resource group and subscription that resources are made up in. */
    private static final Surrounded SCOPES =
            around(List.of(Draft.of(Draft.GROUP, ResourceType.of("Microsoft.Storage/storageAccounts"))
                    .resource()
                    .orElseThrow()));

    private final Providers providers;
    private final ParameterValues parameters;
    private final Condition condition;
    private final Details details;
    private final Making making;
    private final Optional<Making> existing;
    private final Evaluator evaluator;
    private final Set<ResourceType> types;

    private MadeUp(PolicyDefinition definition, Map<String, JsonValue> values, World world) {
        this.providers = world.providers();
        this.parameters = ParameterValues.of(definition.parameters(), values, Places.unknownLines("given"))
                .value()
                .orElseThrow();
        var binding = new Binding(parameters, World.CONTEXT);
        this.condition = binding.condition(definition.rule().condition());
        this.details = binding.details(definition.rule().details());
        this.making = new Making(condition, parameters, providers);
        List<Condition> existence = details instanceof Details.Related related
                ? related.existenceCondition().stream().toList()
                : List.of();
        this.existing = existence.stream()
                .map(one -> new Making(one, parameters, providers))
                .findFirst();
        this.evaluator = Evaluator.of(existence, parameters, providers.aliases(), World.CONTEXT);
        this.types = types(world.check(definition, values));
    }

    /** What can be made up for a definition with these values for its parameters. */
    static MadeUp of(PolicyDefinition definition, Map<String, JsonValue> values, World world) {
        return new MadeUp(definition, values, world);
    }

    /**
     * What there is to judge by the definition, made as it is asked for: resources that the rule selects, those alone and
     * then each beside a related one as wanted and one that is not, and resources that it does not select.
     */
    Stream<Subject> subjects() {
        return IntStream.range(0, TRIES)
                .boxed()
                .flatMap(seed -> types.stream()
                        .flatMap(type -> Stream.of(true, false).flatMap(holds -> subjects(type, holds, seed))));
    }

    /** A resource beside a related one as the definition wants it, and beside one that is not; empty where it wants none. */
    Stream<Subject> beside(Resource resource) {
        return IntStream.range(0, TRIES).boxed().flatMap(seed -> beside(resource, seed));
    }

    /** The types that the rule may be about; where it may be about any, one that is tagged and located. */
    private Set<ResourceType> types(PolicyCheck check) {
        return check.types().filter(types -> !types.isEmpty()).orElseGet(() -> {
            var types = new LinkedHashSet<ResourceType>();
            FieldNames.in(List.of(condition))
                    .keySet()
                    .forEach(name -> types.addAll(providers.aliases().typesOf(name)));
            condition.forEachComparison(one -> named(one).ifPresent(types::add));
            types.add(ResourceType.of("Microsoft.Storage/storageAccounts"));
            types.add(ResourceType.of("Microsoft.KeyVault/vaults"));
            types.add(ResourceType.RESOURCE_GROUP);
            types.add(ResourceType.SUBSCRIPTION);
            return types;
        });
    }

    /** A type of the pattern that a comparison asks for. */
    private static Optional<ResourceType> named(Condition.Comparison comparison) {
        return comparison.left() instanceof Left.Field(Template.Constant(JsonString field))
                        && field.value().equalsIgnoreCase("type")
                        && comparison.right() instanceof Template.Constant(JsonString pattern)
                ? ResourceType.parse(pattern.value().replace("*", "things"))
                : Optional.empty();
    }

    private Stream<Subject> subjects(ResourceType type, boolean holds, long seed) {
        Optional<Resource> made = making.make(Draft.of(Draft.GROUP, type), holds, one -> Scope.of(one, SCOPES), seed)
                .flatMap(Draft::resource);
        return made.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(new Subject(one, around(List.of(one)))), holds ? beside(one, seed) : Stream.empty()));
    }

    private static Surrounded around(List<Resource> resources) {
        return Surrounded.of(resources.stream().map(Draft::seen).toList());
    }

    private Stream<Subject> beside(Resource resource, long seed) {
        if (!(details instanceof Details.Related wanted)) {
            return Stream.empty();
        }
        Scope scope = Scope.of(resource, SCOPES);
        List<Draft> places = places(resource, wanted);
        if (existing.isEmpty()) {
            return places.stream().flatMap(place -> beside(resource, place.resource()));
        }
        Making related = existing.get();
        return places.stream()
                .flatMap(place -> Stream.of(true, false)
                        .flatMap(holds -> beside(
                                resource,
                                related.make(place, holds, scope::about, seed).flatMap(Draft::resource))));
    }

    private static Stream<Subject> beside(Resource resource, Optional<Resource> related) {
        return related.stream().map(one -> new Subject(resource, around(List.of(resource, one))));
    }

    /** Where a related resource may stand: below or on the resource judged, or near it. */
    private List<Draft> places(Resource resource, Details.Related wanted) {
        Scope scope = Scope.of(resource, SCOPES);
        Optional<ResourceType> type = text(evaluator.value(wanted.type(), scope))
                .map(one -> one.endsWith("/") ? one.substring(0, one.length() - 1) : one)
                .flatMap(ResourceType::parse);
        Optional<String> name = wanted.name().flatMap(one -> text(evaluator.value(one, scope)));
        Optional<String> group = wanted.resourceGroupName().flatMap(one -> text(evaluator.value(one, scope)));
        return type.stream()
                .flatMap(one -> places(resource, one, group).stream())
                .map(place -> name.map(one -> named(place, one)).orElse(place))
                .toList();
    }

    private static List<Draft> places(Resource resource, ResourceType type, Optional<String> group) {
        String id = resource.id().text();
        if (type.isUnder(resource.type())) {
            Draft below = Draft.of(id.substring(0, id.lastIndexOf("/providers/")), type);
            var names = new ArrayList<>(below.names());
            String[] own = resource.id().fullName().split("/", -1);
            for (int i = 0; i < own.length; i++) {
                names.set(i, own[i]);
            }
            return List.of(below.named(names));
        }
        String subscription =
                resource.id().subscriptionId().map(ResourceId::text).orElse(Draft.SUBSCRIPTION);
        String near = group.map(one -> subscription + "/resourceGroups/" + one)
                .or(() -> resource.id().resourceGroupId().map(ResourceId::text))
                .orElse(Draft.GROUP);
        return List.of(Draft.of(id, type), Draft.of(near, type));
    }

    private static Draft named(Draft draft, String name) {
        String[] given = name.replace('?', 'x').split("/", -1);
        var names = new ArrayList<>(draft.names());
        for (int i = 1; i <= Math.min(given.length, names.size()); i++) {
            names.set(names.size() - i, given[given.length - i]);
        }
        return draft.named(names);
    }

    private static Optional<String> text(Outcome outcome) {
        return outcome instanceof Outcome.Value(JsonString text) ? Optional.of(text.value()) : Optional.empty();
    }
}
