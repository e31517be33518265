package dev.demarc.cli;

import dev.demarc.report.Format;
import dev.demarc.report.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Objects;
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
            description = "text (default) or json; where a verb knows them, csv and html.")
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
        toFile(file, result);
    }

    /** Writes a result to a file, which appears whole or not at all. */
    static void toFile(Path file, Consumer<Appendable> result) {
        try {
            write(file, result);
        } catch (IOException | UncheckedIOException failure) {
            throw new CannotContinueException(
                    ExitCode.FAILED,
                    "`" + file + "` cannot be written" + reason(file, failure),
                    "choose a file in a folder that exists and that you may write to");
        }
    }

    private static void write(Path file, Consumer<Appendable> result) throws IOException {
        // A link is followed, and a device such as /dev/null is written to, not replaced.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (Writer writer = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
                result.accept(writer);
            }
            return;
        }
        Path unfinished =
                target.resolveSibling(".demarc-" + ProcessHandle.current().pid() + "-" + target.getFileName() + ".tmp");
        unfinished.toFile().deleteOnExit(); // when the program is ended from outside
        try {
            try (Writer writer = Files.newBufferedWriter(
                    unfinished, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                result.accept(writer);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static String reason(Path file, Exception failure) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            return ": it is a folder";
        }
        if (folder != null && !Files.isDirectory(folder)) {
            return ": there is no folder `" + folder + "`";
        }
        return failure instanceof AccessDeniedException
                ? ": permission denied"
                : ": " + Objects.requireNonNullElse(failure.getCause(), failure).getMessage();
    }
}
