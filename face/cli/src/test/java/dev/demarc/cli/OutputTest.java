package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a result goes, and what it looks like there. */
class OutputTest {
    @TempDir
    Path folder;

    @Test
    void aFileHoldsTheSameAsStandardOutput() throws IOException {
        Path file = folder.resolve("assessment.json");
        Files.writeString(file, "what stood here before, which is longer than nothing");
        Run.Ended ended = Run.demarc("assess", "examples/contoso", "--format", "json", "--out", file.toString());
        assertThat(ended).isEqualTo(new Run.Ended(0, "", ""));
        assertThat(Files.readString(file))
                .isEqualTo(Run.demarc("assess", "examples/contoso", "--format", "json")
                        .out());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aNewFileMayBeReadAsAnyOther() throws IOException {
        Path usual = Files.writeString(folder.resolve("usual"), "");
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no permissions here: skipped");
        Path file = folder.resolve("controls.txt");
        Run.demarc("controls", "--out", file.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(usual)));
    }

    @Test
    void aLinkIsFollowedAndADeviceIsNotReplaced() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "no /dev/null here: skipped");
        Path file = Files.writeString(folder.resolve("real.txt"), "");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        Run.demarc("controls", "--out", link.toString());
        assertThat(link).isSymbolicLink();
        assertThat(file).isNotEmptyFile();
        assertThat(Run.demarc("controls", "--out", device.toString()).code()).isZero();
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void aPipeThatIsClosedEndsQuietlyAndAFullDiskDoesNot() throws IOException {
        var closed = new PipeOutput(failing("Broken pipe"));
        closed.write(new byte[] {1, 2});
        closed.write(3);
        closed.flush();
        var full = new PipeOutput(failing("No space left on device"));
        assertThatThrownBy(() -> full.write(1)).isInstanceOf(IOException.class);
        var kept = new ByteArrayOutputStream();
        var open = new PipeOutput(kept);
        open.write(new byte[] {1, 2, 3}, 1, 2);
        open.write(4);
        open.flush();
        assertThat(kept.toByteArray()).containsExactly(2, 3, 4);
    }

    @Test
    void colourIsForATerminalOnly() {
        String escape = "\u001b[";
        String[] command = {"assess", "examples/contoso", "--top", "1"};
        Terminal terminal = Terminal.of(Map.of("LANG", "C.UTF-8", "TERM", "xterm", "COLUMNS", "100"), true, true);
        assertThat(Run.on(terminal).with(command).out()).contains(escape);
        Terminal plain = Terminal.of(Map.of("LANG", "C.UTF-8", "TERM", "xterm", "NO_COLOR", "1"), true, false);
        assertThat(Run.on(plain).with(command).out()).doesNotContain(escape);
        assertThat(Run.on(Terminal.of(Map.of(), false, false)).with(command).out())
                .doesNotContain(escape);
    }

    @Test
    void asciiIsAscii() {
        for (String verb : new String[] {"assess", "matrix"}) {
            String out = Run.demarc(verb, "examples/contoso", "--ascii").out();
            assertThat(out.chars().allMatch(letter -> letter < 128)).isTrue();
        }
        assertThat(Run.demarc("explain", "nsg-jump-prod", "nsg-no-rdp-internet", "examples/contoso", "--ascii")
                        .out()
                        .chars()
                        .allMatch(letter -> letter < 128))
                .isTrue();
    }

    @Test
    void textKeepsToItsWidth() {
        for (int width : new int[] {60, 80, 100, 160}) {
            Run.demarc("assess", "examples/contoso", "--width", Integer.toString(width))
                    .out()
                    .lines()
                    .forEach(line -> assertThat(line.codePointCount(0, line.length()))
                            .as(line)
                            .isLessThanOrEqualTo(width));
        }
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
