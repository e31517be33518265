package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion script, in a real bash. */
class CompletionTest {
    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    Path folder;

    @BeforeEach
    void present() {
        assumeTrue(Files.exists(BASH), "there is no bash here: skipped");
    }

    /** What stands before the cursor, and a completion that must be among those offered. */
    @ParameterizedTest
    @CsvSource({
        "'demarc ', assess",
        "'demarc mat', matrix",
        "'demarc assess --fo', --format",
        "'demarc explain --wi', --width",
        "'demarc controls --ar', --area"
    })
    void completes(String typed, String offered) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("demarc.bash"), Run.demarc("completion").out());
        String[] words = typed.split(" ", -1);
        var program = new StringBuilder("source '" + script + "'\nCOMP_WORDS=(");
        for (String word : words) {
            program.append('\'').append(word).append("' ");
        }
        program.append(")\nCOMP_CWORD=").append(words.length - 1).append('\n');
        program.append("COMP_LINE='").append(typed).append("'\nCOMP_POINT=").append(typed.length());
        program.append("\n_complete_demarc\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
        Process bash = new ProcessBuilder(BASH.toString(), "--norc", "-c", program.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(printed).isZero();
        assertThat(printed.lines().map(String::strip)).contains(offered);
    }
}
