package dev.demarc.cli;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code demarc}. */
@Command(
        name = "demarc",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            AssessCommand.class,
            MatrixCommand.class,
            ExplainCommand.class,
            ControlsCommand.class,
            DoctorCommand.class,
            CompletionCommand.class
        },
        description = {
            "Says for every resource of an Azure estate whose it is, what on your side of the line is failing, and what"
                    + " to do first.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarc assess examples/contoso",
            "  demarc assess examples/contoso --format html --out report.html",
            "  demarc matrix examples/contoso",
            "  demarc controls",
            "",
            "`demarc <verb> --help` says more, with examples."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, everything was seen, nothing at or above --fail-on",
            "1:it could not be carried out",
            "2:the arguments are wrong",
            "3:a finding is at or above --fail-on",
            "4:done, but something needed was not seen; the result says what"
        })
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Session session;

    private Main(Session session) {
        this.session = session;
    }

    /** Runs one verb and ends the process with its exit code. */
    public static void main(String[] arguments) {
        var session = new Session(
                System.in,
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
                Terminal.of(System.getenv(), isTerminal("demarc.stdout"), isTerminal("demarc.stderr")),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        System.exit(run(arguments, session));
    }

    /** Whether the launcher saw a terminal there; Java itself cannot tell one stream from another. */
    private static boolean isTerminal(String property) {
        return "terminal".equals(System.getProperty(property));
    }

    /** Runs one verb; the number is the exit code. */
    static int run(String[] arguments, Session session) {
        var commandLine = new CommandLine(new Main(session))
                .setOut(session.out())
                .setErr(session.err())
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(Main::explainWrongUsage)
                .setExecutionExceptionHandler(Main::explainFailure);
        int code = commandLine.execute(arguments);
        session.out().flush();
        session.err().flush();
        return code;
    }

    /** What this run was handed from outside. */
    Session session() {
        return session;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which verb? One of: " + String.join(", ", spec.subcommands().keySet()));
    }

    private static int explainWrongUsage(ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        String message = wrong.getMessage() == null ? "wrong arguments" : wrong.getMessage();
        err.println("demarc: " + message);
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("try `" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help`");
        err.flush();
        return ExitCode.WRONG_USAGE.number();
    }

    private static int explainFailure(Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed)
            throws Exception {
        PrintWriter err = commandLine.getErr();
        if (failure instanceof CannotContinueException known) {
            err.println("demarc: " + known.getMessage());
            err.println("        " + known.hint());
            return known.exitCode().number();
        }
        err.println("demarc: this is a mistake of the program, not yours: " + failure);
        err.println("        please report it with the lines that follow");
        failure.printStackTrace(err);
        return ExitCode.FAILED.number();
    }
}
