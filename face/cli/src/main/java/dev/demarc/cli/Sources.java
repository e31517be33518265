package dev.demarc.cli;

import dev.demarc.source.files.FileSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Files and folders that a person names to be read. */
final class Sources {
    private Sources() {}

    /** A path that is missing among others is a gap; where none is there, the arguments are wrong. */
    static void requireAny(List<Path> sources) {
        if (sources.stream().anyMatch(path -> path.equals(FileSource.STANDARD_INPUT) || Files.exists(path))) {
            return;
        }
        Path first = sources.getFirst();
        List<String> near = Nearest.to(String.valueOf(first.getFileName()), Named.beside(first));
        throw new CannotContinueException(
                ExitCode.WRONG_USAGE,
                "there is no file or folder `" + first + "`",
                near.isEmpty()
                        ? "check the path; this is the folder `" + Path.of("").toAbsolutePath() + "`"
                        : near.stream()
                                .map(name -> "`" + first.resolveSibling(name) + "`")
                                .collect(Collectors.joining(" or ", "did you mean ", "?")));
    }
}
