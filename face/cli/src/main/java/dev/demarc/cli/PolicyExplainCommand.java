package dev.demarc.cli;

import dev.demarc.check.Subject;
import dev.demarc.check.Verdict;
import dev.demarc.document.Diagnostic;
import dev.demarc.estate.Resource;
import dev.demarc.policy.PolicyExplanation;
import dev.demarc.policy.assignment.AssignedPolicy;
import dev.demarc.policy.assignment.PolicyJudge;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.assignment.Published;
import dev.demarc.report.ExplainedPolicy;
import dev.demarc.report.Format;
import dev.demarc.report.PolicyExplanationJson;
import dev.demarc.report.PolicyExplanationText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code demarc policy explain}: why a policy says what it says of a resource. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says how a resource stands to a policy, why, and what the policy would change.",
        footerHeading = "%nExamples:%n",
        footer = {"  demarc policy explain nsg-jump-prod require-cost-center examples/contoso -p examples/policies"})
final class PolicyExplainCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private PolicyCommand policy;

    @Parameters(
            index = "0",
            paramLabel = "RESOURCE",
            description = "The id of a resource, or a name or end of an id that only one resource has.")
    @SuppressWarnings("NullAway.Init")
    private String resource;

    @Parameters(
            index = "1",
            paramLabel = "POLICY",
            description = "The id, name or display name of a definition, a reference id, the name of an assignment, or"
                    + " assignment/reference.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Parameters(index = "2..*", paramLabel = "SOURCE", description = EstateOptions.SOURCES)
    private List<Path> sources = new ArrayList<>();

    @Mixin
    private EstateOptions estate = new EstateOptions();

    @Mixin
    private GivenPolicies policies = new GivenPolicies();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        Format format = output.format(EnumSet.of(Format.TEXT, Format.JSON));
        Session session = policy.session();
        EstateOptions.Opened opened =
                estate.open(session, sources, policies.options().semantics());
        var problems = new ArrayList<>(opened.diagnostics());
        GivenPolicies.Ready ready = policies.read(session, opened, problems::add);
        new Progress(session).done();
        Problems.tell(
                session,
                problems.stream()
                        .filter(one -> one.severity() == Diagnostic.Severity.ERROR)
                        .toList());
        Resource about = Named.resource(opened.estate(), resource);
        List<AssignedPolicy> called = called(ready, format);
        var explained = called.stream()
                .map(one -> explained(one, about, opened, ready))
                .sorted(ExplainedPolicy.GRAVEST_FIRST)
                .toList();
        output.write(session, out -> {
            if (format == Format.TEXT && explained.size() > 1) {
                PolicyExplanationText.overview(explained, output.screen(session), out);
            }
            explained.forEach(one -> {
                if (format == Format.JSON) {
                    PolicyExplanationJson.write(one, out);
                } else {
                    PolicyExplanationText.write(one, output.screen(session), out);
                }
            });
        });
        boolean open = explained.stream()
                .map(ExplainedPolicy::judgement)
                .anyMatch(judgement -> judgement.verdict() == Verdict.UNKNOWN);
        return (open ? ExitCode.INCOMPLETE : ExitCode.DONE).number();
    }

    private List<AssignedPolicy> called(GivenPolicies.Ready ready, Format format) {
        List<AssignedPolicy> called = ready.assessor().called(name, ready.library());
        if (called.isEmpty()) {
            List<String> near = Nearest.to(
                    name,
                    ready.library().definitions().stream().map(Published::name).toList());
            throw new CannotContinueException(
                    ExitCode.WRONG_USAGE,
                    "there is no policy `" + name + "` in what was read",
                    near.isEmpty()
                            ? "give its definition with --policies; `demarc policy list` lists names"
                            : "did you mean " + String.join(" or ", near) + "?");
        }
        if (called.size() > 1 && format == Format.JSON) {
            throw new CannotContinueException(
                    ExitCode.WRONG_USAGE,
                    called.size() + " policies in force are called `" + name + "`",
                    "give one of "
                            + called.stream()
                                    .limit(5)
                                    .map(one -> one.assignment()
                                                    .map(assignment ->
                                                            assignment.id().name() + "/")
                                                    .orElse("")
                                            + one.referenceId())
                                    .collect(Collectors.joining(", ")));
        }
        return called;
    }

    private static ExplainedPolicy explained(
            AssignedPolicy policy, Resource about, EstateOptions.Opened opened, GivenPolicies.Ready ready) {
        var subject = new Subject(about, opened.estate());
        PolicyExplanation explanation = policy.checkFor(about).explain(subject);
        var judge = new PolicyJudge(ready.assessor().inForce(ready.library()));
        Optional<String> apart = PolicyJudge.whyNotReached(policy, subject);
        Optional<PolicyState> state = apart.isPresent() ? Optional.empty() : judge.judge(policy, subject);
        ExplainedPolicy.Standing standing = state.<ExplainedPolicy.Standing>map(ExplainedPolicy.Stands::new)
                .orElseGet(() -> new ExplainedPolicy.Apart(
                        apart.orElse(explanation.judgement().reason())));
        return new ExplainedPolicy(
                opened.assessor().instant(), opened.assessor().profile(), policy, about, standing, explanation);
    }
}
