package dev.demarc.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
            PolicyCommand.class,
            DoctorCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
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
            "3:a finding is at or above --fail-on, or a policy of --fail-on-policy is not complied with",
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
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(
                        new PipeOutput(new FileOutputStream(FileDescriptor.out)), StandardCharsets.UTF_8))),
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
        CommandLine help = commandLine.getSubcommands().get("help");
        if (help != null) {
            help.getCommandSpec().usageMessage().description("Shows how a verb is used, like --help behind it.");
        }
        int code = execute(commandLine, session, arguments);
        if (session.out().checkError()) {
            code = tell(
                    session.err(),
                    new CannotContinueException(
                            ExitCode.FAILED,
                            "the result could not be written to its end",
                            "check that there is room where standard output goes, or use --out"));
        }
        session.err().flush();
        return code;
    }

    private static int execute(CommandLine commandLine, Session session, String[] arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError tooLarge) {
            new Progress(session).done();
            return tell(
                    session.err(),
                    new CannotContinueException(
                            ExitCode.FAILED,
                            String.format(
                                    Locale.ROOT,
                                    "what was given does not fit in %,d MB of memory",
                                    Runtime.getRuntime().maxMemory() >> 20),
                            "give it more, as in DEMARC_HEAP=4g, or assess one subscription at a time"));
        }
    }

    private static int tell(PrintWriter err, CannotContinueException why) {
        err.println("demarc: " + why.getMessage());
        err.println("        " + why.hint());
        return why.exitCode().number();
    }

    /** What this run was handed from outside. */
    Session session() {
        return session;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "which verb? One of: " + String.join(", ", WrongUsage.verbs(spec)));
    }

    private static int explainWrongUsage(ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        WrongUsage usage = WrongUsage.of(wrong);
        return tell(err, new CannotContinueException(ExitCode.WRONG_USAGE, usage.says(), usage.hint()));
    }

    private static int explainFailure(Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed)
            throws Exception {
        PrintWriter err = commandLine.getErr();
        if (failure instanceof CannotContinueException known) {
            return tell(err, known);
        }
        err.println("demarc: this is a mistake of the program, not yours: " + failure);
        err.println("        please report it with the lines that follow");
        failure.printStackTrace(err);
        return ExitCode.FAILED.number();
    }
}
