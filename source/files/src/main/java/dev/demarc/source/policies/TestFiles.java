package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.LocatedJson;
import dev.demarc.document.Place;
import dev.demarc.policy.syntax.Parsed;
import dev.demarc.policy.trial.PolicyTestFile;
import dev.demarc.policy.trial.PolicyTestReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Test files and what they name beside them. */
final class TestFiles implements PolicyTestReader.Files {
    private final Path file;
    private final Harvest harvest;
    private final Consumer<Path> reader;

    private TestFiles(Path file, Harvest harvest, Consumer<Path> reader) {
        this.file = file;
        this.harvest = harvest;
        this.reader = reader;
    }

    /** Whether a file is named as one of tests. */
    static boolean isTestFile(Path file) {
        return Checkout.name(file).matches(".*\\.tests?\\.jsonc?");
    }

    /** Whether a file stands in a folder of tests or beside one, where resources to try policies on are expected. */
    static boolean isBesideTests(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Checkout.names(folder).contains("tests")) {
            return folder != null;
        }
        try (Stream<Path> beside = Files.list(folder)) {
            return beside.anyMatch(TestFiles::isTestFile);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Reads the test files that were found.
     *
     * @param reader reads a file of policies that a test names, if it was not read yet
     */
    static void finish(Harvest harvest, Consumer<Path> reader) {
        for (Harvest.Pending tests : harvest.pending(Harvest.Pending.Kind.TESTS)) {
            var files = new TestFiles(tests.file(), harvest, reader);
            Parsed<PolicyTestFile> parsed = PolicyTestReader.read(tests.content(), tests.places(), files);
            parsed.diagnostics().forEach(harvest::problem);
            parsed.value().ifPresent(harvest::test);
        }
    }

    @Override
    public Optional<String> policy(String text) {
        Path named = beside(text);
        if (!text.matches("(?i).*\\.jsonc?") || !Files.isRegularFile(named)) {
            return Optional.empty();
        }
        Optional<String> known = document(named);
        if (known.isEmpty()) {
            reader.accept(named);
        }
        return document(named);
    }

    /** The name under which a file was read, whatever path led to it. */
    private Optional<String> document(Path wanted) {
        return harvest.documentNames().stream()
                .filter(name -> isSame(Path.of(name), wanted))
                .findFirst();
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public Optional<JsonObject> resource(String text, Place place) {
        Path named = beside(text);
        try (InputStream in = Files.newInputStream(named)) {
            return LocatedJson.read(in, named.toString(), harvest::problem)
                    .map(LocatedJson::value)
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast);
        } catch (IOException failure) {
            harvest.problem(Diagnostic.error(
                    "unreadable-path",
                    "the file `" + text + "` cannot be read",
                    place,
                    "check the path; it is relative to the test file"));
            return Optional.empty();
        }
    }

    private Path beside(String text) {
        return file.resolveSibling(text).normalize();
    }
}
