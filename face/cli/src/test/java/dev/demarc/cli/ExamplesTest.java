package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every example in the help of a verb and in the documents for users is run, and ends as it should. */
class ExamplesTest {
    private static final List<String> VERBS =
            List.of("assess", "matrix", "explain", "controls", "policy", "doctor", "completion");
    private static final List<String> DOCUMENTS =
            List.of("README.md", "CONTRIBUTING.md", "knowledge/README.md", "docs", "examples");
    private static final Pattern SHELL = Pattern.compile("(?ms)^```(?:sh|bash|console)\n(.*?)^```");

    /** In a document a comment may say with what a command ends, as in {@code # ends with 4}. */
    private static final Pattern ENDS = Pattern.compile("# ends with ([0-9])");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> examplesOfTheHelp() {
        var commands = new ArrayList<>(commands(Run.demarc("--help").out()));
        for (String verb : VERBS) {
            List<String> examples = commands(Run.demarc(verb, "--help").out());
            assertThat(examples).as("examples of " + verb).isNotEmpty();
            commands.addAll(examples);
        }
        List<String> ofTests = commands(Run.demarc("policy", "test", "--help").out());
        assertThat(ofTests).as("examples of policy test").hasSizeGreaterThan(2);
        commands.addAll(ofTests);
        return commands.stream().distinct().map(this::runs);
    }

    @TestFactory
    Stream<DynamicTest> examplesOfTheDocuments() throws IOException {
        var commands = new ArrayList<String>();
        for (Path file : documents()) {
            Matcher shell = SHELL.matcher(Files.readString(file));
            while (shell.find()) {
                commands.addAll(commands(shell.group(1)));
            }
        }
        assertThat(commands).as("examples in the documents").isNotEmpty();
        return commands.stream().distinct().map(this::runs);
    }

    /** A hint that names a verb names one that exists. */
    @Test
    void verbsInSentencesExist() throws IOException {
        Pattern verb = Pattern.compile("`demarc ([a-z]+)");
        for (String room : List.of("core", "source", "runner", "face")) {
            try (Stream<Path> files = Files.walk(Run.ROOT.resolve(room))) {
                for (Path file : files.filter(file -> file.toString().contains("src/main")
                                && file.toString().endsWith(".java"))
                        .toList()) {
                    Matcher named = verb.matcher(Files.readString(file));
                    while (named.find()) {
                        assertThat(VERBS).as(file.toString()).contains(named.group(1));
                    }
                }
            }
        }
    }

    private static List<Path> documents() throws IOException {
        var documents = new ArrayList<Path>();
        for (String name : DOCUMENTS) {
            try (Stream<Path> files = Files.walk(Run.ROOT.resolve(name))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            }
        }
        return documents;
    }

    @Test
    void theHelpNamesEveryVerbAndExitCode() {
        String help = Run.demarc("--help").out();
        VERBS.forEach(verb -> assertThat(help).contains("\n  " + verb));
        for (ExitCode code : ExitCode.values()) {
            assertThat(help).contains("  " + code.number() + "   " + code.says());
        }
    }

    /** Lines that are commands, without the prompt of a shell. */
    private static List<String> commands(String text) {
        return text.lines()
                .map(line -> line.strip().replaceFirst("^\\$ ", ""))
                .filter(line -> line.matches("(\\./)?demarc [a-z-].*"))
                .toList();
    }

    private DynamicTest runs(String example) {
        return DynamicTest.dynamicTest(example, () -> {
            Matcher ends = ENDS.matcher(example);
            int expected = ends.find() ? Integer.parseInt(ends.group(1)) : usual(example);
            String command = example.replaceFirst("^(\\./)?demarc ", "").replaceFirst(" #.*| [|>].*", "");
            var arguments = new ArrayList<>(Run.words(command));
            for (int i = 1; i < arguments.size(); i++) {
                if (arguments.get(i - 1).matches("-o|--out|--junit")) {
                    arguments.set(i, folder.resolve(arguments.get(i)).toString());
                }
            }
            Run.Ended ended = Run.demarc(arguments.toArray(String[]::new));
            assertThat(ended.code()).as(ended.err()).isEqualTo(expected);
        });
    }

    /** The example estate has critical findings, so that a threshold is always passed. */
    private static int usual(String example) {
        return example.contains("--fail-on") ? ExitCode.OVER_THRESHOLD.number() : ExitCode.DONE.number();
    }
}
