package dev.demarc.cli;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.DocumentText;
import dev.demarc.knowledge.Providers;
import dev.demarc.report.CheckedPolicies;
import dev.demarc.report.DiagnosticText;
import dev.demarc.report.Format;
import dev.demarc.report.PolicyCheckJson;
import dev.demarc.runner.PolicyInspection;
import dev.demarc.source.policies.PolicyReading;
import dev.demarc.source.policies.PolicySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code demarc policy check}: every mistake in policies, with the line it is in. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Tells every mistake in policies, and what is doubtful, with its line and what to do about it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarc policy check examples/policies",
            "  demarc policy check examples/policies --fail-on warning --format json"
        })
final class PolicyCheckCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private PolicyCommand policy;

    @Parameters(paramLabel = "SOURCE", arity = "1..*", description = PolicyOptions.SOURCES)
    private List<Path> sources = new ArrayList<>();

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "End with 3 when anything is at least so bad: error (default), warning or note.")
    private String failOn = "error";

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            description = "The least severity that is shown: error, warning or note (default); what is not shown counts"
                    + " all the same.")
    private String least = "note";

    @Override
    public Integer call() {
        Format format = output.format(EnumSet.of(Format.TEXT, Format.JSON));
        Diagnostic.Severity threshold = severity(failOn);
        Diagnostic.Severity shown = severity(least);
        var problems = new ArrayList<Diagnostic>();
        Providers providers = options.providers(problems::add);
        Sources.requireAny(sources);
        PolicyReading reading =
                PolicySource.of(sources, policy.session().in(), PolicyOptions.secretFields(), problems::add);
        problems.addAll(PolicyInspection.of(
                reading.documents(),
                providers,
                options.semantics(),
                policy.session().now()));
        List<Diagnostic> told = problems.stream().distinct().toList();
        var checked = new CheckedPolicies(
                told, shown, reading.account().read() + reading.account().unopened());
        output.write(policy.session(), out -> write(checked, reading, format, out));
        if (told.stream().anyMatch(one -> one.severity().compareTo(threshold) <= 0)) {
            return ExitCode.OVER_THRESHOLD.number();
        }
        return (reading.account().refused() + reading.account().unopened() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE)
                .number();
    }

    private static Diagnostic.Severity severity(String word) {
        try {
            return Diagnostic.Severity.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw new CannotContinueException(
                    ExitCode.WRONG_USAGE, "`" + word + "` is not a severity", "one of: error, warning, note");
        }
    }

    private void write(CheckedPolicies checked, PolicyReading reading, Format format, Appendable out) {
        try {
            if (format == Format.JSON) {
                PolicyCheckJson.write(checked, out);
            } else {
                var lines = reading.texts().values().stream()
                        .map(DocumentText::lines)
                        .toList();
                new DiagnosticText(output.screen(policy.session()), lines).write(checked, out);
                out.append(PolicySources.counted(reading)).append('\n');
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
