package dev.demarc.cli;

import dev.demarc.report.Format;
import dev.demarc.report.ProfileJson;
import dev.demarc.report.ProfileText;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code demarc policy profile}: how disputed points of the policy language are read. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the points on which sources of the policy language disagree, and how each is read.",
        footerHeading = "%nExamples:%n",
        footer = {"  demarc policy profile", "  demarc policy profile --semantics regorus --format json"})
final class PolicyProfileCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private PolicyCommand policy;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        Format format = output.format(EnumSet.of(Format.TEXT, Format.JSON));
        var profile = options.semantics();
        output.write(policy.session(), out -> {
            if (format == Format.JSON) {
                ProfileJson.write(profile, out);
            } else {
                ProfileText.write(profile, output.screen(policy.session()), out);
            }
        });
        return ExitCode.DONE.number();
    }
}
