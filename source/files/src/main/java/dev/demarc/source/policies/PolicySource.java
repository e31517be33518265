package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.DocumentText;
import dev.demarc.document.Place;
import dev.demarc.knowledge.SecretFields;
import dev.demarc.source.files.FileSource;
import dev.demarc.source.files.Folder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Policies in files, folders and on standard input: single documents, lists as Azure answers them, JSON Lines, templates,
 * checkouts of Azure's own repository of policies and of Enterprise Policy as Code; gzipped or not.
 *
 * <p>Nothing read is lost from the account, and nothing wrong stops the rest. Policies leave without their secrets; files
 * are kept as text beside them, so that places in them can be shown to who gave them.
 */
public final class PolicySource {
    /** The text of one file, in bytes; all definitions of Azure take a tenth. */
    private static final int MOST = 128 << 20;

    private final InputStream standardInput;
    private final Harvest harvest;
    private final Set<Path> seen = new HashSet<>();
    private final PolicyParts parts;

    private PolicySource(InputStream standardInput, Harvest harvest) {
        this.standardInput = standardInput;
        this.harvest = harvest;
        this.parts = new PolicyParts(harvest);
    }

    /**
     * What files and folders hold, of every EPAC environment.
     *
     * @param standardInput what {@link FileSource#STANDARD_INPUT} among the sources means
     * @param secretFields what is dropped from what is read
     * @param told is told what is wrong as it is met
     */
    public static PolicyReading of(
            List<Path> sources, InputStream standardInput, SecretFields secretFields, Consumer<Diagnostic> told) {
        return of(sources, standardInput, secretFields, Optional.empty(), told);
    }

    /**
     * What files and folders hold.
     *
     * @param environment the EPAC environment, its {@code pacSelector}, whose assignments and exemptions are meant; empty
     *     for all
     */
    public static PolicyReading of(
            List<Path> sources,
            InputStream standardInput,
            SecretFields secretFields,
            Optional<String> environment,
            Consumer<Diagnostic> told) {
        var harvest = new Harvest(secretFields, told);
        var source = new PolicySource(standardInput, harvest);
        if (sources.isEmpty()) {
            harvest.problem(Diagnostic.error(
                    "no-source", "no file was given", Place.of("policies"), "name a file or folder with policies"));
        }
        sources.forEach(source::path);
        source.parts.finish();
        List<String> environments = Epac.finish(harvest, environment);
        TestFiles.finish(harvest, file -> {
            source.file(file, true);
            source.parts.finish();
        });
        return harvest.reading(environments);
    }

    private void path(Path path) {
        int before = harvest.remarks();
        if (path.equals(FileSource.STANDARD_INPUT)) {
            harvest.met();
            read(standardInput, path, "standard input", false);
        } else if (Files.isDirectory(path)) {
            folder(path);
        } else if (Files.exists(path)) {
            file(path, false);
        } else {
            harvest.unopened(path, "there is no such file or folder", "check the path");
        }
        parts.finish();
        if (harvest.remarks() == before) {
            harvest.problem(
                    Diagnostic.error(
                            "no-policies",
                            "no policy is in it",
                            Place.of(path.toString()),
                            "give definitions, initiatives or assignments as JSON: `az policy definition list > policies.json`"));
        }
    }

    private void folder(Path path) {
        Folder folder;
        try {
            folder = Folder.of(path);
        } catch (IOException failure) {
            harvest.unopened(path, "the folder cannot be read", "check its permissions");
            return;
        }
        folder.failed().forEach(failed -> harvest.unopened(failed, "this cannot be read", "check its permissions"));
        Checkout checkout = Checkout.of(path, folder);
        harvest.leftOut(checkout.ignored()
                + checkout.government().size()
                + checkout.bicep().size());
        checkout.files().forEach(file -> file(file, checkout.epac()));
        if (!checkout.government().isEmpty()) {
            harvest.problem(Diagnostic.note(
                    "government-left-out",
                    counted(checkout.government().size(), "policy file") + " for Azure Government left out",
                    Place.of(path.toString()),
                    "give the folder `" + governmentFolder(checkout.government().getFirst())
                            + "` itself to read them"));
        }
        if (!checkout.bicep().isEmpty()) {
            harvest.problem(Diagnostic.note(
                    "bicep-not-read",
                    counted(checkout.bicep().size(), "Bicep file") + " not read",
                    Place.of(checkout.bicep().getFirst().toString()),
                    "turn them into JSON with `az bicep build` if they deploy policies"));
        }
    }

    private static Path governmentFolder(Path file) {
        Path folder = file;
        while (folder.getParent() != null && !Checkout.name(folder).equals("azure government")) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static String counted(int count, String what) {
        return count == 1 ? "1 " + what + " was" : count + " " + what + "s were";
    }

    /** Reads a file, unless it was read already. */
    private void file(Path path, boolean comments) {
        try {
            if (!seen.add(path.toRealPath())) {
                harvest.again();
                return;
            }
            try (InputStream in = Files.newInputStream(path)) {
                harvest.met();
                read(in, path, path.toString(), comments);
            }
        } catch (IOException failure) {
            harvest.unopened(path, "the file cannot be read", "check its permissions");
        }
    }

    private void read(InputStream in, Path path, String document, boolean comments) {
        Optional<DocumentText> text = DocumentText.read(new BufferedInputStream(in), document, MOST, harvest::refused);
        if (text.isEmpty()) {
            harvest.endOfFile(document);
            return;
        }
        harvest.text(text.get());
        if (Checkout.name(path).endsWith(".csv")) {
            ExemptionTable.read(text.get(), path, harvest);
        } else {
            boolean mayComment = comments || Checkout.name(path).contains(".jsonc");
            new PolicyFile(path, text.get(), harvest, parts).read(mayComment);
        }
        harvest.endOfFile(document);
    }
}
