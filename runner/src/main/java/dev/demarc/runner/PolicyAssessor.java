package dev.demarc.runner;

import dev.demarc.check.Subject;
import dev.demarc.document.Places;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.assignment.AssignedPolicy;
import dev.demarc.policy.assignment.Assignment;
import dev.demarc.policy.assignment.PoliciesInForce;
import dev.demarc.policy.assignment.PolicyBinder;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.assignment.PolicyJudge;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.assignment.Published;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.policy.evaluation.EvaluationContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Judges estates by policies: those that the estate itself holds and those that are given beside it. Assignments say
 * where policies are in force; definitions that are given and assigned by nothing that is given are tried on everything.
 */
public final class PolicyAssessor {
    private final List<PolicyDocument> given;
    private final List<String> tried;
    private final Providers providers;
    private final EvaluationContext context;

    /**
     * An assessor.
     *
     * @param given documents beside the estate; they come before those of the estate where both have an id
     * @param tried ids or names of definitions and initiatives to try on everything; empty to try every definition given,
     *     where none of the documents given is an assignment
     */
    public PolicyAssessor(
            Collection<PolicyDocument> given, List<String> tried, Providers providers, EvaluationContext context) {
        this.given = List.copyOf(given);
        this.tried = List.copyOf(tried);
        this.providers = providers;
        this.context = context;
    }

    /** What is known about policies: what was given and what the estate holds. */
    public PolicyLibrary library(Estate estate) {
        var documents = new ArrayList<>(given);
        for (Resource resource : estate.resources()) {
            PolicyDocument.kindOf(resource.document())
                    .filter(kind -> kind.type().equalsIgnoreCase(resource.type().text()))
                    .ifPresent(kind ->
                            documents.add(new PolicyDocument(kind, resource.document(), places(resource, estate))));
        }
        return PolicyLibrary.of(documents, context.semantics());
    }

    private static Places places(Resource resource, Estate estate) {
        return estate.origin(resource.id())
                .<Places>map(origin -> origin::at)
                .orElse(Places.unknownLines(resource.id().text()));
    }

    /** The policies in force on an estate. */
    public PoliciesInForce inForce(PolicyLibrary library) {
        var binder = new PolicyBinder(library, providers, context).assignments();
        if (!tried.isEmpty()) {
            for (String name : tried) {
                library.definition(name).ifPresent(binder::definition);
                library.initiative(name).ifPresent(binder::initiative);
            }
        } else if (given.stream().noneMatch(document -> document.kind() == PolicyDocument.Kind.ASSIGNMENT)) {
            PolicyLibrary own = PolicyLibrary.of(given, context.semantics());
            own.definitions().stream()
                    .map(Published::id)
                    .forEach(id -> library.definition(id).ifPresent(binder::definition));
        }
        return binder.inForce();
    }

    /** The policies in force that a person means by a text; where none is, the definition or initiative, tried. */
    public List<AssignedPolicy> called(String text, PolicyLibrary library) {
        List<AssignedPolicy> found = inForce(library).policies().stream()
                .filter(policy -> policy.isCalled(text))
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        var binder = new PolicyBinder(library, providers, context);
        library.definition(text).ifPresent(binder::definition);
        library.initiative(text).ifPresent(binder::initiative);
        return binder.inForce().policies();
    }

    /** How an estate stands to the policies in force on it. The result does not depend on the number of threads. */
    public PolicyCompliance assess(Estate estate, PolicyLibrary library) {
        PoliciesInForce inForce = inForce(library);
        var judge = new PolicyJudge(inForce);
        List<PolicyState> states = estate.resources().parallelStream()
                .flatMap(resource -> judge.judge(new Subject(resource, estate)).stream())
                .toList();
        var gaps = new ArrayList<Gap>(library.gaps());
        gaps.addAll(inForce.gaps());
        assumed(estate, inForce).ifPresent(gaps::add);
        return PolicyCompliance.of(inForce.withGaps(gaps), states);
    }

    /** Subscriptions of which nothing tells all management groups, where management groups have assignments. */
    private static Optional<Gap> assumed(Estate estate, PoliciesInForce inForce) {
        boolean byGroups = inForce.policies().stream()
                .flatMap(policy -> policy.assignment().stream())
                .map(Assignment::scope)
                .anyMatch(scope -> scope.kind() == ResourceId.Kind.MANAGEMENT_GROUP);
        List<ResourceId> loose = !byGroups
                ? List.of()
                : estate.resources().stream()
                        .flatMap(resource -> resource.id().subscriptionId().stream())
                        .distinct()
                        .filter(subscription -> !estate.scopeIdsOf(subscription).contains(ResourceId.TENANT))
                        .toList();
        return loose.stream()
                .findFirst()
                .map(first -> new Gap(
                        Gap.Kind.NOT_COLLECTED,
                        loose.size() == 1 ? Optional.of(first) : Optional.empty(),
                        Optional.empty(),
                        "nothing tells the management groups of " + loose.size()
                                + (loose.size() == 1 ? " subscription" : " subscriptions")
                                + " up to the root, so assignments of others are taken to reach what is in it",
                        "export the management groups, or the subscriptions by Azure Resource Graph"));
    }
}
