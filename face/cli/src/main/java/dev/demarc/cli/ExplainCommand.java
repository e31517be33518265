package dev.demarc.cli;

import dev.demarc.check.Verdict;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.estate.Resource;
import dev.demarc.knowledge.Control;
import dev.demarc.report.ExplainedFinding;
import dev.demarc.report.ExplanationJson;
import dev.demarc.report.ExplanationText;
import dev.demarc.report.ExplanationTree;
import dev.demarc.report.Format;
import dev.demarc.runner.Assessor;
import dev.demarc.runner.ShippedKnowledge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code demarc explain}: why a control says what it says of a resource, and how to fix it. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says why a control says what it says of a resource, whose the layer is, and how to fix it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarc explain nsg-jump-prod nsg-no-rdp-internet examples/contoso",
            "  demarc explain stpoctelemetry01 storage-secure-transfer examples/contoso --format json"
        })
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Parameters(
            index = "0",
            paramLabel = "RESOURCE",
            description = "The id of a resource, or a name or end of an id that only one resource has.")
    @SuppressWarnings("NullAway.Init")
    private String resource;

    @Parameters(index = "1", paramLabel = "CONTROL", description = "The id of a control; `demarc controls` lists them.")
    @SuppressWarnings("NullAway.Init")
    private String control;

    @Parameters(index = "2..*", paramLabel = "SOURCE", description = EstateOptions.SOURCES)
    private List<Path> sources = new ArrayList<>();

    @Mixin
    private EstateOptions estate = new EstateOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        Format format = output.format(EnumSet.of(Format.TEXT, Format.JSON));
        Control asked = Named.controlOf(ShippedKnowledge.catalogue(), resource, control);
        EstateOptions.Opened opened = estate.open(main.session(), sources);
        new Progress(main.session()).done();
        Problems.tell(main.session(), opened.diagnostics());
        Assessor assessor = opened.assessor();
        Resource about = Named.resource(opened.estate(), resource);
        ExplainedFinding explanation = explanation(assessor, opened, asked, about);
        output.write(main.session(), out -> {
            if (format == Format.JSON) {
                ExplanationJson.write(explanation, out);
            } else {
                ExplanationText.write(explanation, output.screen(main.session()), out);
            }
        });
        return (explanation.finding().verdict() == Verdict.UNKNOWN ? ExitCode.INCOMPLETE : ExitCode.DONE).number();
    }

    private static ExplainedFinding explanation(
            Assessor assessor, EstateOptions.Opened opened, Control control, Resource resource) {
        Assessor.Explained explained = assessor.explain(resource, control, opened.estate());
        SidedFinding finding = explained.finding();
        return new ExplainedFinding(
                assessor.instant(),
                assessor.catalogue(),
                assessor.edition(),
                assessor.profile(),
                finding,
                explained.cell(),
                ExplanationTree.of(explained.explanation(), resource.type()));
    }
}
