package dev.demarc.cli;

import dev.demarc.report.Format;
import dev.demarc.report.Screen;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How and where to a result is written. */
final class OutputOptions {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text (default), json, csv or html.")
    private String format = Format.TEXT.word();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Write to this file instead of standard output; it is replaced only when all went well.")
    private @Nullable Path file;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Width of text; default: the terminal's, else 80.")
    private @Nullable Integer width;

    @Option(names = "--ascii", description = "Write text without characters beyond ASCII.")
    private boolean ascii;

    /** The format asked for, when it is one of those that the verb can write. */
    Format format(Set<Format> possible) {
        return Format.parse(format)
                .filter(possible::contains)
                .orElseThrow(() -> new CannotContinueException(
                        ExitCode.WRONG_USAGE,
                        "there is no format `" + format + "` here",
                        "one of: "
                                + EnumSet.copyOf(possible).stream()
                                        .map(Format::word)
                                        .collect(Collectors.joining(", "))));
    }

    /** What text is laid out for. */
    Screen screen(Session session) {
        Screen screen = session.terminal().screen(file != null);
        int columns = width == null ? screen.width() : width;
        return Screen.of(columns, screen.colour(), screen.unicode() && !ascii);
    }

    /** Writes a result to where it was asked for. A file appears whole or not at all. */
    void write(Session session, Consumer<Appendable> result) {
        if (file == null) {
            result.accept(session.out());
            session.out().flush();
            return;
        }
        Path target = file.toAbsolutePath();
        try {
            Path folder = target.getParent();
            if (folder == null) {
                throw new IOException("it is a root folder");
            }
            Path unfinished = Files.createTempFile(folder, ".demarc-", ".tmp");
            try {
                try (Writer writer = new BufferedWriter(Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8))) {
                    result.accept(writer);
                }
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException | UncheckedIOException failure) {
            throw new CannotContinueException(
                    ExitCode.FAILED,
                    "`" + file + "` cannot be written: " + failure.getMessage(),
                    "choose a folder that exists and that you may write to");
        }
    }
}
