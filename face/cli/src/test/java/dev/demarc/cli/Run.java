package dev.demarc.cli;

import dev.demarc.document.JsonObject;
import dev.demarc.document.LocatedJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The program as a user starts it, in this process: the clock stands still, the streams are kept. Paths are relative to
 * the project's root.
 */
final class Run {
    /** What counts as now. */
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    /** The project's root. */
    static final Path ROOT = Path.of(System.getProperty("demarc.root", "../.."));

    private byte[] in = new byte[0];
    private Terminal terminal = new Terminal(80, false, true, false);

    private Run() {}

    /** What came of a run. */
    record Ended(int code, String out, String err) {
        String firstLine() {
            return out.lines().findFirst().orElse("");
        }

        JsonObject json() {
            var problems = new ArrayList<String>();
            var read = LocatedJson.read(
                    new ByteArrayInputStream(out.getBytes(StandardCharsets.UTF_8)),
                    "output",
                    problem -> problems.add(problem.toString()));
            return (JsonObject)
                    read.orElseThrow(() -> new AssertionError(problems + out)).value();
        }
    }

    /** A run whose output is piped, 80 columns wide. */
    static Ended demarc(String... arguments) {
        return new Run().with(arguments);
    }

    /** A run with something on standard input. */
    static Run reading(byte[] in) {
        var run = new Run();
        run.in = in.clone();
        return run;
    }

    /** A run on another terminal. */
    static Run on(Terminal terminal) {
        var run = new Run();
        run.terminal = terminal;
        return run;
    }

    Ended with(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.run(
                arguments,
                new Session(
                        new ByteArrayInputStream(in), new PrintWriter(out), new PrintWriter(err, true), terminal, NOW));
        return new Ended(code, out.toString(), err.toString());
    }

    /** Splits a command as a shell does, as far as the examples need it: at spaces, except in single quotes. */
    static List<String> words(String command) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean quoted = false;
        for (char letter : (command + " ").toCharArray()) {
            if (letter == '\'') {
                quoted = !quoted;
            } else if (letter == ' ' && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
            } else {
                word.append(letter);
            }
        }
        return words;
    }

    /** A folder of this module's test resources, in the sources. */
    static Path resources(String name) throws IOException {
        return ROOT.toRealPath().resolve("face/cli/src/test/resources").resolve(name);
    }
}
