package dev.demarc.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code demarc policy}: policies of Azure, by themselves and on an estate. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            PolicyCheckCommand.class,
            PolicyListCommand.class,
            PolicyExplainCommand.class,
            PolicyTestCommand.class,
            PolicyProfileCommand.class
        },
        description = "Checks, lists, explains and tests policies of Azure.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarc policy check examples/policies",
            "  demarc policy list examples/policies",
            "  demarc policy explain stpoctelemetry01 require-cost-center examples/contoso --policies examples/policies",
            "  demarc policy profile",
            "  demarc policy test examples/policies"
        })
final class PolicyCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Spec
    private @Nullable CommandSpec spec;

    /** What the verbs below work in. */
    Session session() {
        return main.session();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), "which verb of `policy`?");
    }
}
