package dev.demarc.cli;

import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import dev.demarc.report.ControlsCsv;
import dev.demarc.report.ControlsJson;
import dev.demarc.report.ControlsText;
import dev.demarc.report.Format;
import dev.demarc.runner.ShippedKnowledge;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code demarc controls}: what is checked, as a list or one control in full. */
@Command(
        name = "controls",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the controls, or shows those that are named in full.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarc controls",
            "  demarc controls storage-secure-transfer",
            "  demarc controls --area network --format csv"
        })
final class ControlsCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "CONTROL", arity = "0..*", description = "Ids of controls to show in full.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--area", paramLabel = "AREA", description = "Only those of an area; may be repeated.")
    private List<String> areas = new ArrayList<>();

    @Override
    public Integer call() {
        Format format = output.format(EnumSet.of(Format.TEXT, Format.JSON, Format.CSV));
        Catalogue catalogue = ShippedKnowledge.catalogue();
        List<Control> chosen = chosen(catalogue);
        output.write(main.session(), out -> {
            switch (format) {
                case JSON -> ControlsJson.write(catalogue, chosen, out);
                case CSV -> ControlsCsv.write(catalogue, chosen, out);
                case TEXT, HTML -> text(catalogue, chosen, out);
            }
        });
        return ExitCode.DONE.number();
    }

    private void text(Catalogue catalogue, List<Control> chosen, Appendable out) {
        if (ids.isEmpty()) {
            ControlsText.write(catalogue, chosen, output.screen(main.session()), out);
        } else {
            chosen.forEach(control -> ControlsText.write(catalogue, control, output.screen(main.session()), out));
        }
    }

    private List<Control> chosen(Catalogue catalogue) {
        for (String area : areas) {
            if (catalogue.areas().stream().noneMatch(known -> known.id().equals(area))) {
                List<String> known =
                        catalogue.areas().stream().map(each -> each.id()).toList();
                throw new CannotContinueException(
                        ExitCode.WRONG_USAGE, "there is no area `" + area + "`", "one of: " + String.join(", ", known));
            }
        }
        if (!ids.isEmpty()) {
            return ids.stream().map(id -> Named.control(catalogue, id)).toList();
        }
        return catalogue.controls().stream()
                .filter(control -> areas.isEmpty() || areas.contains(control.area()))
                .toList();
    }
}
