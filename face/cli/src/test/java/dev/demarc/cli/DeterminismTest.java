package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same bytes, in whatever order and files it comes. */
class DeterminismTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv"})
    void twoRunsGiveEqualBytes(String format) {
        assertThat(Run.demarc("assess", "examples/contoso", "--format", format))
                .isEqualTo(Run.demarc("assess", "examples/contoso", "--format", format));
    }

    @Test
    void theOrderOfFilesDoesNotMatter() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of("examples/contoso"))) {
            files = new ArrayList<>(walk.filter(file ->
                            file.toString().endsWith(".json") || file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList());
        }
        String inOrder = judged(files);
        var random = new Random(20261124);
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(files, random);
            assertThat(judged(files)).isEqualTo(inOrder);
        }
        Collections.shuffle(files, random);
        Path renamed = Files.createDirectories(folder.resolve("renamed"));
        int number = 0;
        for (Path file : files) {
            Files.copy(file, renamed.resolve(number++ + file.getFileName().toString()));
        }
        assertThat(judged(List.of(renamed))).isEqualTo(inOrder);
    }

    /** What is judged, without where it was read. */
    private static String judged(List<Path> sources) {
        var arguments = new ArrayList<>(List.of("assess", "--format", "json"));
        sources.forEach(source -> arguments.add(source.toString()));
        Run.Ended ended = Run.demarc(arguments.toArray(String[]::new));
        assertThat(ended.code()).isZero();
        return ended.out().replaceAll("(?m)^\"(title|sources)\": .*\n", "");
    }
}
