package dev.demarc.source.files;

import dev.demarc.document.Bounds;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonReader;
import dev.demarc.document.Place;
import dev.demarc.document.Quote;
import dev.demarc.document.Spread;
import dev.demarc.estate.Collected;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Observation;
import dev.demarc.knowledge.SecretFields;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An estate in files: what `az`, Resource Graph and Azure Resource Manager print, saved as JSON or JSON Lines, gzipped
 * or not, in single files, folders, or on standard input.
 *
 * <p>Nothing read is lost from the account, nothing wrong stops the rest, and no secret's text leaves. A file is read as
 * a stream, so its size does not matter. May be read several times, by one thread at a time; standard input only once.
 */
public final class FileSource {
    /** The path that means standard input. */
    public static final Path STANDARD_INPUT = Path.of("-");

    private static final String STANDARD_INPUT_NAME = "standard input";
    private static final Spread LISTS = Spread.of("value", "data", "Value", "Data");
    private static final int BUFFER = 1 << 16;

    /** Files for people beside the exports; nobody means them to be read. */
    private static final Pattern PROSE = Pattern.compile("(?i)(readme.*|.*\\.(md|txt|adoc|rst))");

    private final List<Path> paths;
    private final InputStream standardInput;
    private final SecretFields secretFields;
    private final Bounds bounds;

    private FileSource(List<Path> paths, InputStream standardInput, SecretFields secretFields, Bounds bounds) {
        this.paths = List.copyOf(paths);
        this.standardInput = standardInput;
        this.secretFields = secretFields;
        this.bounds = bounds;
    }

    /** Files and folders. */
    public static FileSource of(List<Path> paths, SecretFields secretFields) {
        return of(paths, InputStream.nullInputStream(), secretFields);
    }

    /**
     * Files and folders.
     *
     * @param standardInput what {@link #STANDARD_INPUT} among the paths means
     */
    public static FileSource of(List<Path> paths, InputStream standardInput, SecretFields secretFields) {
        return new FileSource(paths, standardInput, secretFields, Bounds.DEFAULT);
    }

    /** The same source that takes other bounds for values. */
    public FileSource within(Bounds others) {
        return new FileSource(paths, standardInput, secretFields, others);
    }

    /** Reads everything and keeps it. */
    public Reading read() {
        return read((document, bytes, documents) -> {});
    }

    /** Reads everything and keeps it, telling now and then how far it is. */
    public Reading read(Progress progress) {
        var all = new Everything(progress);
        FileAccounts files = read(all);
        return new Reading(all.observations, all.collected, all.gaps, all.diagnostics, files.total(), files);
    }

    /** Reads everything and keeps nothing: each thing goes to the observer as it is read. */
    public FileAccounts read(Observer observer) {
        var pass = new Pass(observer);
        paths.forEach(pass::path);
        if (paths.isEmpty()) {
            String hint = "name a file or folder with exports, or `-` for standard input";
            observer.problem(Diagnostic.error("no-source", "no file was given", Place.of(STANDARD_INPUT_NAME), hint));
            pass.gap("no file was given", hint);
        }
        return new FileAccounts(pass.met, pass.accounts, pass.ignored, pass.unopened);
    }

    /** Is told how far a reading is. */
    @FunctionalInterface
    public interface Progress {
        /** So far this many bytes and documents of a file were read. */
        void at(String document, long bytes, long documents);
    }

    /** One reading of all paths. */
    private final class Pass {
        private final Observer observer;
        private final JsonReader reader = new JsonReader(bounds);
        private final List<FileAccount> accounts = new ArrayList<>();
        private final Set<Path> seen = new HashSet<>();
        private int met;
        private int ignored;
        private int unopened;

        Pass(Observer observer) {
            this.observer = observer;
        }

        void path(Path path) {
            if (path.equals(STANDARD_INPUT)) {
                met++;
                read(standardInput, STANDARD_INPUT_NAME);
            } else if (Files.isDirectory(path)) {
                folder(path);
            } else if (Files.exists(path)) {
                file(path);
            } else {
                unopened(path, "missing-path", "there is no such file or folder", "check the path");
            }
        }

        private void folder(Path path) {
            Folder folder;
            try {
                folder = Folder.of(path);
            } catch (IOException failure) {
                unopened(path, "unreadable-path", "the folder cannot be read", "check its permissions");
                return;
            }
            folder.failed()
                    .forEach(failed ->
                            unopened(failed, "unreadable-path", "this cannot be read", "check its permissions"));
            boolean any = false;
            for (Path file : folder.files()) {
                if (isJson(file)) {
                    any = true;
                    file(file);
                } else {
                    ignore(file);
                }
            }
            if (!any && folder.failed().isEmpty()) {
                String hint = "export into it, for example `az graph query -q resources --first 1000 > estate.json`";
                observer.problem(Diagnostic.error(
                        "empty-folder", "the folder holds no JSON file", Place.of(path.toString()), hint));
                gap("no JSON file is in " + Quote.of(path.toString()), hint);
            }
        }

        /** Whether a file found in a folder is meant: by its name, else by how it begins. */
        private boolean isJson(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (name.matches(".*\\.(json|jsonl|ndjson)(\\.gz)?")) {
                return true;
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 512)) {
                return JsonReader.looksLikeJson(in);
            } catch (IOException unreadable) {
                return true;
            }
        }

        private void ignore(Path file) {
            met++;
            ignored++;
            if (PROSE.matcher(file.getFileName().toString()).matches()) {
                return;
            }
            observer.problem(Diagnostic.note(
                    "not-json-ignored",
                    "the file is not JSON and was ignored",
                    Place.of(file.toString()),
                    "name it alone if it is meant to be read"));
        }

        private void file(Path path) {
            try {
                if (!seen.add(path.toRealPath())) {
                    met++;
                    ignored++;
                    observer.problem(Diagnostic.note(
                            "file-twice",
                            "the file was read already and is not read again",
                            Place.of(path.toString()),
                            "nothing to do"));
                    return;
                }
                try (InputStream in = Files.newInputStream(path)) {
                    met++;
                    read(in, path.toString());
                }
            } catch (IOException failure) {
                unopened(path, "unreadable-path", "the file cannot be read", "check its permissions");
            }
        }

        private void read(InputStream in, String document) {
            var counted = new CountedStream(in);
            var reading = new FileReading(document, secretFields, observer, counted::count);
            reader.read(new BufferedInputStream(counted, BUFFER), document, LISTS, reading);
            accounts.add(reading.end());
        }

        private void unopened(Path path, String code, String message, String hint) {
            met++;
            unopened++;
            observer.problem(Diagnostic.error(code, message, Place.of(path.toString()), hint));
            gap(message + ": " + Quote.of(path.toString()), hint);
        }

        private void gap(String says, String hint) {
            observer.gap(new Gap(Gap.Kind.UNREADABLE, Optional.empty(), Optional.empty(), says, hint));
        }
    }

    /** Keeps everything. */
    private static final class Everything implements Observer {
        private final Progress progress;
        private final List<Observation> observations = new ArrayList<>();
        private final List<Collected> collected = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();

        Everything(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void observed(Observation observation) {
            observations.add(observation);
        }

        @Override
        public void collected(Collected word) {
            collected.add(word);
        }

        @Override
        public void gap(Gap gap) {
            gaps.add(gap);
        }

        @Override
        public void problem(Diagnostic diagnostic) {
            diagnostics.add(diagnostic);
        }

        @Override
        public void progress(String document, long bytes, long documents) {
            progress.at(document, bytes, documents);
        }
    }
}
