package dev.demarc.cli;

import dev.demarc.knowledge.Severity;
import dev.demarc.policy.assignment.Assignment;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.posture.Assessment;
import dev.demarc.report.AssessmentCsv;
import dev.demarc.report.AssessmentJson;
import dev.demarc.report.AssessmentText;
import dev.demarc.report.Format;
import dev.demarc.report.Report;
import dev.demarc.report.html.HtmlReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code demarc assess}: the main job. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says whose every layer is, what on your side is failing, the score, and what to do first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarc assess examples/contoso",
            "  demarc assess examples/contoso --format html --out report.html",
            "  demarc assess examples/contoso --format json --at 2026-11-24T08:00:00Z",
            "  demarc assess examples/contoso --fail-on critical --top 3",
            "  demarc assess examples/contoso -p examples/policies  # ends with 4: two policies are not given",
            "  demarc assess examples/contoso --edition matrix-classic --owner-tag owner --owner-tag cost-center"
        })
final class AssessCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Parameters(paramLabel = "SOURCE", arity = "0..*", description = EstateOptions.SOURCES)
    private List<Path> sources = new ArrayList<>();

    @Mixin
    private EstateOptions estate = new EstateOptions();

    @Mixin
    private GivenPolicies policies = new GivenPolicies();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "End with 3 when a finding of yours is at least so severe: critical, high, medium or low.")
    private @Nullable String failOn;

    @Option(
            names = "--fail-on-policy",
            paramLabel = "EFFECT",
            description =
                    "End with 3 when something does not comply with a policy in force: deny (only policies that would"
                            + " refuse it) or any.")
    private @Nullable String failOnPolicy;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "How many recommendations the text shows; default: ${DEFAULT-VALUE}.")
    private int top = AssessmentText.RECOMMENDATIONS;

    @Override
    public Integer call() {
        if (top < 0) {
            throw new CannotContinueException(
                    ExitCode.WRONG_USAGE, "`" + top + "` recommendations cannot be shown", "give --top 0 or more");
        }
        Format format = output.format(EnumSet.allOf(Format.class));
        Optional<Severity> threshold = threshold();
        Predicate<PolicyState> unwanted = unwanted();
        EstateOptions.Opened opened =
                estate.open(main.session(), sources, policies.options().semantics());
        var diagnostics = new ArrayList<>(opened.diagnostics());
        GivenPolicies.Ready ready = policies.read(main.session(), opened, diagnostics::add);
        Optional<PolicyCompliance> compliance = GivenPolicies.compliance(ready, opened.estate(), diagnostics::add);
        Assessment assessment = opened.assessor().assess(opened.estate(), compliance);
        new Progress(main.session()).done();
        var report =
                new Report(assessment, opened.account(), diagnostics, opened.title(), opened.names(), policies.names());
        output.write(main.session(), out -> write(report, format, out));
        return exitCode(report, threshold, unwanted).number();
    }

    private void write(Report report, Format format, Appendable out) {
        switch (format) {
            case TEXT -> AssessmentText.write(report, output.screen(main.session()), top, out);
            case JSON -> AssessmentJson.write(report, out);
            case CSV -> AssessmentCsv.write(report, out);
            case HTML -> HtmlReport.write(report, out);
        }
    }

    private Optional<Severity> threshold() {
        if (failOn == null) {
            return Optional.empty();
        }
        Optional<Severity> severity = Severity.parse(failOn.toLowerCase(Locale.ROOT));
        if (severity.isEmpty()) {
            throw new CannotContinueException(
                    ExitCode.WRONG_USAGE, "`" + failOn + "` is not a severity", "one of: critical, high, medium, low");
        }
        return severity;
    }

    /** The policy states with which the run does not end well. */
    private Predicate<PolicyState> unwanted() {
        if (failOnPolicy == null) {
            return state -> false;
        }
        return switch (failOnPolicy.toLowerCase(Locale.ROOT)) {
            case "any" -> state -> true;
            case "deny" ->
                state -> state.policy().assignment().map(Assignment::enforced).orElse(true)
                        && state.policy()
                                .effectOn(state.resource())
                                .filter(Effect.DENY::equals)
                                .isPresent();
            default ->
                throw new CannotContinueException(
                        ExitCode.WRONG_USAGE, "`" + failOnPolicy + "` is no choice of policies", "one of: deny, any");
        };
    }

    private static ExitCode exitCode(Report report, Optional<Severity> threshold, Predicate<PolicyState> unwanted) {
        boolean fails = threshold.isPresent() && report.assessment().fails(threshold.get());
        boolean breaks = report.assessment().policies().stream()
                .flatMap(policies -> policies.states().stream())
                .filter(state ->
                        state.state() == ComplianceState.NON_COMPLIANT || state.state() == ComplianceState.CONFLICT)
                .anyMatch(unwanted);
        if (fails || breaks) {
            return ExitCode.OVER_THRESHOLD;
        }
        return report.isComplete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
}
