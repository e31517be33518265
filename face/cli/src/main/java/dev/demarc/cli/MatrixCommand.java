package dev.demarc.cli;

import dev.demarc.posture.Assessment;
import dev.demarc.report.Format;
import dev.demarc.report.Matrix;
import dev.demarc.report.MatrixCsv;
import dev.demarc.report.MatrixJson;
import dev.demarc.report.MatrixText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code demarc matrix}: whose every layer is, by type or by resource. */
@Command(
        name = "matrix",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows whose every layer is, as a table to sign.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarc matrix examples/contoso",
            "  demarc matrix examples/contoso --by resource --format csv",
            "  demarc matrix examples/contoso --edition matrix-classic"
        })
final class MatrixCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Parameters(paramLabel = "SOURCE", arity = "0..*", description = EstateOptions.SOURCES)
    private List<Path> sources = new ArrayList<>();

    @Mixin
    private EstateOptions estate = new EstateOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--by", paramLabel = "WHAT", description = "One line for each `type` (default) or `resource`.")
    private String by = "type";

    @Override
    public Integer call() {
        Format format = output.format(EnumSet.of(Format.TEXT, Format.JSON, Format.CSV));
        Matrix.By rows = Matrix.By.parse(by)
                .orElseThrow(() -> new CannotContinueException(
                        ExitCode.WRONG_USAGE, "a matrix is not made by `" + by + "`", "one of: type, resource"));
        EstateOptions.Opened opened = estate.open(main.session(), sources);
        Assessment assessment = opened.assessor().assess(opened.estate());
        new Progress(main.session()).done();
        Matrix matrix = Matrix.of(assessment, rows);
        output.write(main.session(), out -> {
            switch (format) {
                case JSON -> MatrixJson.write(matrix, out);
                case CSV -> MatrixCsv.write(matrix, out);
                case TEXT, HTML -> MatrixText.write(matrix, output.screen(main.session()), out);
            }
        });
        Problems.tell(main.session(), opened.diagnostics());
        return (opened.isComplete() ? ExitCode.DONE : ExitCode.INCOMPLETE).number();
    }
}
