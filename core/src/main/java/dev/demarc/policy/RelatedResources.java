package dev.demarc.policy;

import dev.demarc.document.JsonString;
import dev.demarc.estate.Neighbours;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.PolicyTypes;
import dev.demarc.policy.decision.CompiledCondition;
import dev.demarc.policy.evaluation.Evaluator;
import dev.demarc.policy.evaluation.Explanation;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Left;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The search for the related resource that {@code auditIfNotExists} and {@code deployIfNotExists} ask for.
 *
 * <p>Candidates are resources of the wanted type below the resource judged, and, unless that type is nested in the
 * judged one, in its resource group, in the group named, or in its subscription. An extension resource counts only for
 * the resource that it extends, whatever group or scope the rule names; of types that describe the resource they are on,
 * those of its group and subscription do not count either. A name, where one is given, must fit; each candidate is held
 * against the existence condition by itself, and one that satisfies it is enough.
 *
 * @param type the type wanted, as written
 * @param satisfied whether a candidate exists and satisfies the condition; undecided where none was collected
 */
record RelatedResources(String type, List<Candidate> candidates, Truth satisfied) {
    private static final Set<String> NAMING = Set.of("id", "name", "fullname");

    RelatedResources {
        candidates = List.copyOf(candidates);
    }

    /** A resource of the wanted type and name, and why it satisfies the condition or not; empty when there is none. */
    record Candidate(Resource resource, Optional<Explanation> existence) {
        Truth truth() {
            return existence.map(Explanation::truth).orElse(Truth.Decided.TRUE);
        }
    }

    /**
     * Searches around the resource that a scope asks about.
     *
     * @param unlike types that are treated unlike others
     */
    static RelatedResources search(Details.Related wanted, Evaluator evaluator, PolicyTypes unlike, Scope scope) {
        Found found = find(wanted, evaluator, unlike, scope);
        var candidates = found.resources().stream()
                .map(resource -> new Candidate(
                        resource,
                        wanted.existenceCondition()
                                .map(condition -> evaluator.explain(condition, scope.about(resource)))))
                .toList();
        Truth any = Truth.any(candidates.stream().map(Candidate::truth).toList());
        return new RelatedResources(found.type(), candidates, found.satisfied(any));
    }

    /**
     * Whether a candidate exists and satisfies the condition, without why.
     *
     * @param existence the existence condition, compiled; empty when existing is enough
     */
    static Truth satisfied(
            Details.Related wanted,
            Evaluator evaluator,
            PolicyTypes unlike,
            Optional<CompiledCondition> existence,
            Scope scope) {
        Found found = find(wanted, evaluator, unlike, scope);
        return found.satisfied(Truth.any(found.resources().stream()
                .map(resource -> existence
                        .map(condition -> condition.decide(scope.about(resource)))
                        .orElse(Truth.Decided.TRUE))
                .toList()));
    }

    /**
     * The candidates.
     *
     * @param otherwise the answer where none of them satisfies
     */
    private record Found(String type, List<Resource> resources, Truth otherwise) {
        Truth satisfied(Truth any) {
            return any.fails() ? otherwise : any;
        }
    }

    private static Found find(Details.Related wanted, Evaluator evaluator, PolicyTypes unlike, Scope scope) {
        Outcome typeOutcome = evaluator.value(wanted.type(), scope);
        Optional<ResourceType> type = text(typeOutcome).flatMap(RelatedResources::type);
        if (type.isEmpty()) {
            return new Found("?", List.of(), undecided(typeOutcome, "`details.type` is not a resource type"));
        }
        Optional<Outcome> name = wanted.name().map(template -> evaluator.value(template, scope));
        Optional<Outcome> group = wanted.resourceGroupName().map(template -> evaluator.value(template, scope));
        for (Outcome part : both(name, group)) {
            if (text(part).isEmpty()) {
                Truth why = undecided(part, "the related resource's name is not a text");
                return new Found(type.get().text(), List.of(), why);
            }
        }
        var around = new Around(scope.judged(), scope.neighbours(), type.get(), unlike, tellsNamesApart(wanted));
        List<Resource> resources =
                around.resources(group.flatMap(RelatedResources::text), wanted.inSubscription()).stream()
                        .filter(resource -> name.flatMap(RelatedResources::text)
                                .map(given -> fits(given, resource.id()))
                                .orElse(around.isFoundWithoutName(resource)))
                        .toList();
        // Of all that there are, one seen says nothing of the others; the one that is meant by its name is all there
        // is.
        boolean named = name.flatMap(RelatedResources::text)
                .filter(text -> text.indexOf('?') < 0)
                .isPresent();
        boolean isTheOne = !resources.isEmpty() && (named || !around.isListed());
        boolean known = isTheOne || around.collected();
        Truth none = known ? Truth.Decided.FALSE : Truth.notSeen(around.missing());
        return new Found(type.get().text(), resources, none);
    }

    /** The type that a text names; a published definition writes a slash after it. */
    private static Optional<ResourceType> type(String text) {
        return ResourceType.parse(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    private static List<Outcome> both(Optional<Outcome> one, Optional<Outcome> other) {
        var all = new ArrayList<Outcome>();
        one.ifPresent(all::add);
        other.ifPresent(all::add);
        return all;
    }

    private static Optional<String> text(Outcome outcome) {
        return outcome instanceof Outcome.Value(JsonString text) ? Optional.of(text.value()) : Optional.empty();
    }

    private static Truth undecided(Outcome outcome, String otherwise) {
        return switch (outcome) {
            case Outcome.Unseen unseen -> Truth.notSeen(unseen.says());
            case Outcome.Failed failed -> Truth.failed(failed.says());
            case Outcome.Value value -> Truth.failed(otherwise);
        };
    }

    /** Whether a name is the last name of an id or its full name; a segment {@code ?} fits any. */
    private static boolean fits(String given, ResourceId id) {
        return given.indexOf('/') < 0
                ? segmentFits(given, id.name())
                : allFit(given.split("/"), id.fullName().split("/"));
    }

    private static boolean allFit(String[] given, String[] names) {
        if (given.length != names.length) {
            return false;
        }
        for (int i = 0; i < given.length; i++) {
            if (!segmentFits(given[i], names[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean segmentFits(String given, String name) {
        return given.equals("?") || given.equalsIgnoreCase(name);
    }

    /** Whether the existence condition itself asks what a candidate is called. */
    private static boolean tellsNamesApart(Details.Related wanted) {
        var asks = new boolean[1];
        wanted.existenceCondition()
                .ifPresent(condition -> condition.forEachComparison(one ->
                        asks[0] |= one.left() instanceof Left.Field(Template.Constant(JsonString name))
                                && NAMING.contains(name.value().toLowerCase(Locale.ROOT))));
        return asks[0];
    }

    /**
     * The surroundings of the resource judged, as far as the wanted type goes.
     *
     * @param namesToldApart whether the existence condition asks what a candidate is called
     */
    private record Around(
            Resource judged, Neighbours neighbours, ResourceType wanted, PolicyTypes unlike, boolean namesToldApart) {

        /** Whether finding none proves that there is none. */
        boolean collected() {
            return isListed() ? neighbours.collected(wanted, judged.id()) : neighbours.declared(wanted, judged.id());
        }

        String missing() {
            return "no `" + wanted.text() + "` of `" + judged.name() + "` was collected; export `" + wanted.text()
                    + "` too";
        }

        /**
         * Whether Azure finds a resource of this type by asking for all of them. The settings of a site are no list: each is
         * asked for by its name, and without one only that of one name is found. A condition that tells them apart by their
         * names may see them all.
         */
        boolean isFoundWithoutName(Resource resource) {
            return isListed()
                    || unlike.nameAskedFor(wanted)
                            .filter(resource.name()::equalsIgnoreCase)
                            .isPresent();
        }

        private boolean isListed() {
            return namesToldApart || unlike.nameAskedFor(wanted).isEmpty();
        }

        List<Resource> resources(Optional<String> groupName, boolean inSubscription) {
            List<Resource> below = neighbours.below(judged.id(), wanted);
            if (wanted.isUnder(judged.type())) {
                return below;
            }
            if (unlike.describing().contains(wanted) && !isScope(judged.id())) {
                return below.stream().filter(this::extendsJudged).toList();
            }
            var found = new TreeMap<ResourceId, Resource>();
            below.stream().filter(this::extendsJudged).forEach(one -> found.put(one.id(), one));
            Optional<ResourceId> place = place(groupName, inSubscription);
            place.map(one -> neighbours.below(one, wanted)).orElse(below).stream()
                    .filter(this::belongs)
                    .forEach(one -> found.put(one.id(), one));
            place.filter(one -> wanted.equals(one.type()))
                    .flatMap(neighbours::resource)
                    .ifPresent(one -> found.put(one.id(), one));
            return List.copyOf(found.values());
        }

        private static boolean isScope(ResourceId id) {
            return switch (id.kind()) {
                case TENANT, MANAGEMENT_GROUP, SUBSCRIPTION, RESOURCE_GROUP -> true;
                case RESOURCE, CHILD, EXTENSION -> false;
            };
        }

        private Optional<ResourceId> place(Optional<String> groupName, boolean inSubscription) {
            ResourceId id = judged.id();
            if (groupName.isPresent() && id.subscriptionId().isPresent()) {
                return ResourceId.parse(id.subscriptionId().get().text() + "/resourceGroups/" + groupName.get());
            }
            return inSubscription || id.resourceGroupId().isEmpty() ? id.subscriptionId() : id.resourceGroupId();
        }

        /** An extension resource belongs to what it extends; any other resource to everything around it. */
        private boolean belongs(Resource candidate) {
            return extended(candidate.id()).map(judged.id()::equals).orElse(true);
        }

        private boolean extendsJudged(Resource candidate) {
            return extended(candidate.id()).map(judged.id()::equals).orElse(false);
        }

        /** What an extension resource, or a child of one, extends; empty for any other. */
        private static Optional<ResourceId> extended(ResourceId id) {
            ResourceId at = id;
            while (at.kind() == ResourceId.Kind.CHILD) {
                at = at.parent().orElseThrow();
            }
            return at.kind() == ResourceId.Kind.EXTENSION ? at.parent() : Optional.empty();
        }
    }

    /** The wanted name, for messages. */
    static String nameOf(Details.Related wanted) {
        return wanted.name()
                .map(name -> name instanceof Template.Constant(JsonString text) ? " named `" + text.value() + "`" : "")
                .orElse("");
    }
}
