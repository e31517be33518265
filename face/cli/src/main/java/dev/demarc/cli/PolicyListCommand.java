package dev.demarc.cli;

import dev.demarc.document.Diagnostic;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.report.Format;
import dev.demarc.report.PolicyListCsv;
import dev.demarc.report.PolicyListJson;
import dev.demarc.report.PolicyListText;
import dev.demarc.report.PolicyListing;
import dev.demarc.source.policies.PolicyReading;
import dev.demarc.source.policies.PolicySource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code demarc policy list}: the definitions, initiatives and assignments in some sources. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists definitions, initiatives and assignments.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarc policy list examples/policies",
            "  demarc policy list examples/policies --filter tag --format csv"
        })
final class PolicyListCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private PolicyCommand policy;

    @Parameters(paramLabel = "SOURCE", arity = "1..*", description = PolicyOptions.SOURCES)
    private List<Path> sources = new ArrayList<>();

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = "Only those that have this text in a name or category.")
    private @Nullable String filter;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        Format format = output.format(EnumSet.of(Format.TEXT, Format.JSON, Format.CSV));
        var problems = new ArrayList<Diagnostic>();
        Sources.requireAny(sources);
        PolicyReading reading =
                PolicySource.of(sources, policy.session().in(), PolicyOptions.secretFields(), problems::add);
        PolicyLibrary library = PolicyLibrary.of(reading.documents());
        problems.addAll(library.diagnostics());
        PolicyListing all = PolicyListing.of(library);
        String wanted = filter == null ? "" : filter.toLowerCase(Locale.ROOT);
        PolicyListing listing = wanted.isEmpty()
                ? all
                : all.where(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
        Problems.tell(policy.session(), problems);
        output.write(policy.session(), out -> {
            switch (format) {
                case JSON -> PolicyListJson.write(listing, out);
                case CSV -> PolicyListCsv.write(listing, out);
                case TEXT, HTML -> PolicyListText.write(listing, output.screen(policy.session()), out);
            }
        });
        boolean whole = problems.stream().noneMatch(one -> one.severity() == Diagnostic.Severity.ERROR);
        return (whole ? ExitCode.DONE : ExitCode.INCOMPLETE).number();
    }
}
