package dev.demarc.cli;

import dev.demarc.document.Diagnostic;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.trial.PolicyTrial;
import dev.demarc.policy.trial.TrialRun;
import dev.demarc.report.Format;
import dev.demarc.report.TrialJson;
import dev.demarc.report.TrialJunit;
import dev.demarc.report.TrialText;
import dev.demarc.runner.PolicyTrials;
import dev.demarc.source.policies.PolicyReading;
import dev.demarc.source.policies.PolicySource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code demarc policy test}: whether policies say of resources what their tests expect. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Tries policies on the resources in their test files, and tells where they say something else than"
                        + " expected. docs/policy-tests.md shows how tests are written.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarc policy test examples/policies",
            "  demarc policy test examples/policies --junit policy-tests.xml",
            "  demarc policy test examples/policies --filter cost-center --format json"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every case is as expected",
            "1:a case could not be run, or something could not be read",
            "2:the arguments are wrong, or there is no test",
            "3:a case is not as expected"
        })
final class PolicyTestCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private PolicyCommand policy;

    @Parameters(
            paramLabel = "SOURCE",
            arity = "1..*",
            description = PolicyOptions.SOURCES + " Test files among them are run.")
    private List<Path> sources = new ArrayList<>();

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results to this file as JUnit's XML too.")
    private @Nullable Path junit;

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = "Only cases that have this text in their name, or in that of their file or policy.")
    private String filter = "";

    @Override
    public Integer call() {
        Format format = output.format(EnumSet.of(Format.TEXT, Format.JSON));
        SemanticsProfile semantics = options.semantics();
        Session session = policy.session();
        var problems = new ArrayList<Diagnostic>();
        Providers providers = options.providers(problems::add);
        Sources.requireAny(sources);
        PolicyReading reading = PolicySource.of(sources, session.in(), PolicyOptions.secretFields(), problems::add);
        List<Diagnostic> unread = errors(problems);
        PolicyLibrary library = PolicyLibrary.of(reading.documents(), semantics);
        var trial = new PolicyTrial(library, providers, semantics, session.now());
        TrialRun run = PolicyTrials.run(reading.tests(), filter, trial, unread);
        problems.addAll(errors(library.diagnostics()));
        Problems.tell(session, problems);
        requireAny(reading, run);
        output.write(session, out -> {
            if (format == Format.JSON) {
                TrialJson.write(run, out);
            } else {
                TrialText.write(run, output.screen(session), out);
            }
        });
        if (junit != null) {
            OutputOptions.toFile(junit, out -> TrialJunit.write(run, out));
        }
        return ended(run).number();
    }

    private static List<Diagnostic> errors(List<Diagnostic> problems) {
        return problems.stream()
                .filter(one -> one.severity() == Diagnostic.Severity.ERROR)
                .toList();
    }

    /** Where nothing is tested, nothing has passed. */
    private void requireAny(PolicyReading reading, TrialRun run) {
        if (run.cases() > 0) {
            return;
        }
        if (!reading.tests().isEmpty()) {
            throw new CannotContinueException(
                    ExitCode.WRONG_USAGE,
                    "no case has `" + filter + "` in its name, file or policy",
                    "leave out --filter to run all");
        }
        if (!run.unread().isEmpty()) {
            throw new CannotContinueException(
                    ExitCode.FAILED,
                    "no test could be read",
                    "see what stands above: " + run.unread().getFirst().message());
        }
        throw new CannotContinueException(
                ExitCode.WRONG_USAGE,
                "there is no test in "
                        + sources.stream().map(one -> "`" + one + "`").collect(Collectors.joining(", ")),
                "write one, such as `deny-public-blob.test.json`; docs/policy-tests.md shows how");
    }

    private static ExitCode ended(TrialRun run) {
        if (run.notRun() > 0 || !run.unread().isEmpty()) {
            return ExitCode.FAILED;
        }
        return run.failed() > 0 ? ExitCode.OVER_THRESHOLD : ExitCode.DONE;
    }
}
