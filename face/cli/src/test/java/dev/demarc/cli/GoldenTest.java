package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.runner.ShippedKnowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the program prints of the example estate, as committed files. {@code ./mvnw -pl face/cli -am test -Dbless=true}
 * writes them anew, to be reviewed as a difference. The version of the knowledge stands in them as a word, so that only
 * knowledge that changes a result changes a file.
 */
class GoldenTest {
    private static final String AT = "--at 2026-11-24T08:00:00Z";
    private static final Map<String, String> COMMANDS = new TreeMap<>(Map.of(
            "assess-80.txt",
            "assess examples/contoso " + AT + " --width 80",
            "assess-160.txt",
            "assess examples/contoso " + AT + " --width 160",
            "assess-ascii.txt",
            "assess examples/contoso " + AT + " --ascii --top 1",
            "assess.json",
            "assess examples/contoso " + AT + " --format json",
            "assess.csv",
            "assess examples/contoso " + AT + " --format csv",
            "matrix-80.txt",
            "matrix examples/contoso " + AT,
            "matrix.csv",
            "matrix examples/contoso " + AT + " --format csv",
            "explain-80.txt",
            "explain nsg-jump-prod nsg-no-rdp-internet examples/contoso " + AT));

    @TestFactory
    Stream<DynamicTest> outputs() {
        return COMMANDS.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> compare(each.getKey(), each.getValue())));
    }

    @Test
    void everyFileHasItsCommand() throws IOException {
        try (Stream<Path> files = Files.list(Run.resources("golden"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(COMMANDS.keySet());
        }
    }

    private static void compare(String name, String command) throws IOException {
        Run.Ended ended = Run.demarc(Run.words(command).toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).isEmpty();
        String printed = ended.out().replace(ShippedKnowledge.catalogue().version(), "KNOWLEDGE");
        Path file = Run.resources("golden").resolve(name);
        if (Run.blessing()) {
            Files.writeString(file, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(file));
    }
}
