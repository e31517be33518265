package dev.demarc.source.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The files of a folder and of those below it, in the order of their names. Hidden files and folders, {@code .git} and
 * {@code node_modules} are passed over; links are followed, but never in a circle.
 *
 * @param files what can be read
 * @param failed what could not be looked at
 */
public record Folder(List<Path> files, List<Path> failed) {
    private static final Set<String> PASSED_OVER = Set.of("node_modules");

    public Folder {
        files = List.copyOf(files);
        failed = List.copyOf(failed);
    }

    /** What a folder holds. */
    public static Folder of(Path root) throws IOException {
        var walk = new Walk(root);
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        walk.files.sort(Comparator.comparing(Path::toString));
        return new Folder(walk.files, walk.failed);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> files = new ArrayList<>();
        private final List<Path> failed = new ArrayList<>();

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isPassedOver(folder)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isPassedOver(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isRegularFile()) {
                files.add(file);
            } else if (attributes.isSymbolicLink()) {
                failed.add(file); // a link to nothing: others were followed
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            if (!(failure instanceof FileSystemLoopException)) {
                failed.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isPassedOver(Path path) {
            Path name = path.getFileName();
            return name != null && (name.toString().startsWith(".") || PASSED_OVER.contains(name.toString()));
        }
    }
}
