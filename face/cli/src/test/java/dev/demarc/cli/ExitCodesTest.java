package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Runs {@code cases/exit-codes.yaml}. */
class ExitCodesTest {
    private static final Set<String> KEYS = Set.of("says", "run", "input", "code", "out", "err");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return read().stream().map(each -> DynamicTest.dynamicTest(each.getOrDefault("says", ""), () -> run(each)));
    }

    @Test
    void everyExitCodeOccursInACase() throws IOException {
        Set<String> codes =
                read().stream().map(each -> each.getOrDefault("code", "")).collect(Collectors.toSet());
        for (ExitCode code : ExitCode.values()) {
            assertThat(codes).contains(Integer.toString(code.number()));
        }
    }

    @Test
    void aResultThatCannotBeWrittenIsAFailure() {
        var full = new Writer() {
            @Override
            public void write(char[] letters, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var err = new StringWriter();
        int code = Main.run(
                new String[] {"controls"},
                new Session(
                        System.in,
                        new PrintWriter(full),
                        new PrintWriter(err),
                        new Terminal(80, false, true, false),
                        Run.NOW));
        assertThat(code).isEqualTo(ExitCode.FAILED.number());
        assertThat(err.toString()).startsWith("demarc: the result could not be written to its end\n");
    }

    private static List<Map<String, String>> read() throws IOException {
        String text = Files.readString(Run.resources("cases").resolve("exit-codes.yaml"));
        List<Map<String, String>> cases = ((List<?>)
                        new Load(LoadSettings.builder().build()).loadFromString(text))
                .stream().map(ExitCodesTest::texts).toList();
        assertThat(cases).as("cases found").hasSizeGreaterThan(30);
        return cases;
    }

    private static Map<String, String> texts(Object each) {
        return ((Map<?, ?>) each)
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()), entry -> String.valueOf(entry.getValue())));
    }

    private void run(Map<String, String> each) {
        assertThat(KEYS).containsAll(each.keySet());
        String command = each.getOrDefault("run", "").replace("{folder}", folder.toString());
        Run.Ended ended = Run.reading(each.getOrDefault("input", "").getBytes(StandardCharsets.UTF_8))
                .with(Run.words(command).toArray(String[]::new));
        assertThat(ended.code())
                .as(ended.out() + ended.err())
                .isEqualTo(Integer.parseInt(each.getOrDefault("code", "-1")));
        assertThat(ended.out()).startsWith(each.getOrDefault("out", "").stripTrailing());
        assertThat(ended.err())
                .startsWith(each.getOrDefault("err", "").stripTrailing().replace("{folder}", folder.toString()));
        if (each.containsKey("err")) {
            assertThat(ended.out()).as("standard output of what failed").isEmpty();
        }
    }
}
