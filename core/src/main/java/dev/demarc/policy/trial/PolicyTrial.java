package dev.demarc.policy.trial;

import dev.demarc.check.Subject;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.ResourceId;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.assignment.AssignedPolicy;
import dev.demarc.policy.assignment.Assignment;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.assignment.PoliciesInForce;
import dev.demarc.policy.assignment.PolicyBinder;
import dev.demarc.policy.assignment.PolicyJudge;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.syntax.Parsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries policies of a library on the resources of test files. A definition or initiative is tried as if the tenant had an
 * assignment of it with the parameters of the case; an assignment is tried as it stands, with those parameters over its
 * own.
 */
public final class PolicyTrial {
    private static final ResourceId TRIED = ResourceId.of("/providers/Microsoft.Authorization/policyAssignments/test");

    private final PolicyLibrary library;
    private final Providers providers;
    private final SemanticsProfile semantics;
    private final Instant now;

    /**
     * A trial of what a library holds.
     *
     * @param semantics how disputed points are read where a case does not say
     * @param now the instant where a file says none
     */
    public PolicyTrial(PolicyLibrary library, Providers providers, SemanticsProfile semantics, Instant now) {
        this.library = library;
        this.providers = providers;
        this.semantics = semantics;
        this.now = now;
    }

    /** What is tried. */
    public PolicyLibrary library() {
        return library;
    }

    /** How disputed points are read where a case does not say. */
    public SemanticsProfile semantics() {
        return semantics;
    }

    /** What became of one case of a file. */
    public TrialResult of(PolicyTestFile file, PolicyTestCase one) {
        Parsed<TestedPolicy> found = TestedPolicy.find(file.policy(), library);
        if (found.value().isEmpty()) {
            return notRun(one, found.diagnostics());
        }
        TestedPolicy tested = found.value().get();
        PoliciesInForce inForce = inForce(tested, file, one);
        List<AssignedPolicy> meant = meant(inForce.policies(), one);
        List<Diagnostic> problems = problems(tested, inForce, one, meant);
        return problems.isEmpty() ? judged(inForce, meant, one) : notRun(one, problems);
    }

    private static TrialResult notRun(PolicyTestCase one, List<Diagnostic> problems) {
        return new TrialResult(one, new TrialResult.NotRun(problems), List.of(), Duration.ZERO);
    }

    private PoliciesInForce inForce(TestedPolicy tested, PolicyTestFile file, PolicyTestCase one) {
        EvaluationContext scan = EvaluationContext.at(file.at().orElse(now));
        var context = new EvaluationContext(
                scan.now(), one.profile().orElse(semantics), one.request().or(scan::request), Optional.empty());
        var binder = new PolicyBinder(library, providers, context);
        return switch (tested) {
            case TestedPolicy.OfDefinition of ->
                binder.definition(of.definition(), everywhere(of, file, one)).inForce();
            case TestedPolicy.OfInitiative of ->
                binder.initiative(of.initiative(), everywhere(of, file, one)).inForce();
            case TestedPolicy.OfAssignment of ->
                binder.assignment(over(of.assignment(), one)).inForce();
        };
    }

    /** An assignment to the tenant, for what nobody assigned. */
    private static Assignment everywhere(TestedPolicy tested, PolicyTestFile file, PolicyTestCase one) {
        return new Assignment(
                TRIED,
                ResourceId.TENANT,
                List.of(),
                "test",
                tested.id(),
                Optional.empty(),
                one.parameters(),
                true,
                List.of(),
                List.of(),
                List.of(),
                JsonObject.empty(),
                file.policy().place(),
                file.policy().place(),
                one.parameterPlaces());
    }

    /** An assignment with the parameters of a case over its own. */
    private static Assignment over(Assignment of, PolicyTestCase one) {
        Places places = pointer -> !pointer.tokens().isEmpty()
                        && one.parameters().containsKey(pointer.tokens().getFirst())
                ? one.parameterPlaces().of(pointer)
                : of.parameterPlaces().of(pointer);
        return new Assignment(
                of.id(),
                of.scope(),
                of.notScopes(),
                of.displayName(),
                of.target(),
                of.version(),
                PolicyTestReader.over(of.parameters(), one.parameters()),
                of.enforced(),
                of.selectors(),
                of.overrides(),
                of.messages(),
                of.metadata(),
                of.place(),
                of.targetPlace(),
                places);
    }

    private static List<AssignedPolicy> meant(List<AssignedPolicy> policies, PolicyTestCase one) {
        return policies.stream()
                .filter(policy -> one.referenceId()
                        .map(policy.referenceId()::equalsIgnoreCase)
                        .orElse(true))
                .toList();
    }

    /** Why the policies meant are not all in force; what concerns others of the initiative only is left alone. */
    private static List<Diagnostic> problems(
            TestedPolicy tested, PoliciesInForce inForce, PolicyTestCase one, List<AssignedPolicy> meant) {
        if (one.referenceId().isPresent() && !meant.isEmpty()) {
            return List.of();
        }
        var problems = new ArrayList<>(inForce.diagnostics().stream()
                .filter(problem -> problem.severity() == Diagnostic.Severity.ERROR)
                .toList());
        if (problems.isEmpty()) {
            inForce.gaps().forEach(gap -> problems.add(notInForce(gap.says(), one.place())));
        }
        if (problems.isEmpty() && meant.isEmpty()) {
            problems.add(
                    one.referenceId().isPresent()
                            ? unknownMember(tested, one.referenceId().get(), inForce, one.place())
                            : notInForce("`" + tested.name() + "` has no policies", one.place()));
        }
        return problems;
    }

    private static Diagnostic notInForce(String says, Place place) {
        return Diagnostic.error("policy-not-in-force", says, place, "give its definition too, as another source");
    }

    private static Diagnostic unknownMember(
            TestedPolicy tested, String referenceId, PoliciesInForce inForce, Place place) {
        List<String> known =
                inForce.policies().stream().map(AssignedPolicy::referenceId).toList();
        return Diagnostic.error(
                "unknown-member",
                "`" + tested.name() + "` has no policy with the reference id `" + referenceId + "`",
                place,
                PolicyTestReader.didYouMean(referenceId, known));
    }

    private TrialResult judged(PoliciesInForce inForce, List<AssignedPolicy> meant, PolicyTestCase one) {
        Subject subject = TrialEstate.subject(one);
        List<PolicyState> states = new PolicyJudge(inForce)
                .judge(subject).stream()
                        .filter(state -> meant.stream().anyMatch(policy -> isSame(policy, state.policy())))
                        .toList();
        Optional<ComplianceState> state =
                ComplianceState.rolledUp(states.stream().map(PolicyState::state).toList());
        List<TrialResult.Found> said = state.isEmpty()
                ? meant.stream().map(policy -> Findings.ofNone(policy, subject)).toList()
                : states.stream()
                        .filter(each -> each.state() == state.get())
                        .map(each -> Findings.of(each, subject))
                        .toList();
        return new TrialResult(one, outcome(said, one), covered(meant, states, one), Duration.ZERO);
    }

    @SuppressWarnings("ReferenceEquality") // this very policy in force, not another of the same definition
    private static boolean isSame(AssignedPolicy one, AssignedPolicy other) {
        return one == other;
    }

    /** One policy that is as expected is enough: of an initiative, only some decide. */
    private static TrialResult.Outcome outcome(List<TrialResult.Found> said, PolicyTestCase one) {
        TrialResult.Outcome first = null;
        for (TrialResult.Found found : said) {
            List<TrialResult.Difference> differences =
                    Differences.of(one.expectation(), found, TrialEstate.resource(one.resource()));
            if (differences.isEmpty()) {
                return new TrialResult.Passed(found);
            }
            first = first == null ? new TrialResult.Failed(found, differences) : first;
        }
        if (first == null) {
            throw new IllegalStateException("a case was judged by no policy");
        }
        return first;
    }

    /** A policy by itself counts as tried for what the case expects, one among others for what it said. */
    private static List<TrialResult.Covered> covered(
            List<AssignedPolicy> meant, List<PolicyState> states, PolicyTestCase one) {
        if (meant.size() == 1) {
            return List.of(new TrialResult.Covered(
                    meant.getFirst().definition().id(), one.expectation().state()));
        }
        return states.stream()
                .map(state ->
                        new TrialResult.Covered(state.policy().definition().id(), Optional.of(state.state())))
                .toList();
    }
}
