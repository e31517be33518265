package dev.demarc.cli;

import dev.demarc.check.Decisions;
import dev.demarc.demarcation.Owners;
import dev.demarc.document.Diagnostic;
import dev.demarc.estate.Account;
import dev.demarc.estate.Estate;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Edition;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.runner.Assessor;
import dev.demarc.runner.ShippedKnowledge;
import dev.demarc.source.files.Contradictions;
import dev.demarc.source.files.DecisionFile;
import dev.demarc.source.files.FileSource;
import dev.demarc.source.files.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which estate, read and judged how: the options that every verb about an estate has. */
final class EstateOptions {
    /** What a source may be, for the help of every verb that takes some. */
    static final String SOURCES =
            "Files or folders with exports as JSON or JSON Lines, gzipped or not; `-` is standard input.";

    @Option(
            names = "--edition",
            paramLabel = "ID",
            description = "Edition of Microsoft's responsibility matrix: matrix-2026-01 (default) or matrix-classic.")
    private String edition = Catalogue.DEFAULT_EDITION;

    @Option(
            names = "--owner-tag",
            paramLabel = "NAME",
            description = "Tag that names who owns a resource; may be repeated, the first that is there counts."
                    + " Default: owner.")
    private List<String> ownerTags = new ArrayList<>();

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "Exemptions and attestations that people decided, as JSON.")
    private @Nullable Path decisions;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "What counts as now, such as 2026-11-24T08:00:00Z; for results that repeat.")
    private @Nullable String at;

    /** An estate that was read, by what is known of Azure, and what judges it. */
    record Opened(
            Estate estate,
            Reading reading,
            List<Diagnostic> diagnostics,
            Catalogue catalogue,
            Assessor assessor,
            List<String> names) {

        /** Whether everything that was given could be read. */
        boolean isComplete() {
            return estate.size() > 0
                    && estate.gaps().isEmpty()
                    && account().refused() == 0
                    && diagnostics.stream().noneMatch(problem -> problem.severity() == Diagnostic.Severity.ERROR);
        }

        /** What the estate is called: by where it was read. */
        String title() {
            return names.stream()
                    .map(name -> name.equals(FileSource.STANDARD_INPUT.toString()) ? "standard input" : name)
                    .collect(Collectors.joining(", "));
        }

        /** What became of every document. */
        Account account() {
            return reading.account();
        }
    }

    /** Reads the estate. Without any source it is a wrong usage. */
    Opened open(Session session, List<Path> sources) {
        return open(session, sources, SemanticsProfile.DOCUMENTED);
    }

    /** The same, with a reading of the policy language. */
    Opened open(Session session, List<Path> sources, SemanticsProfile semantics) {
        if (sources.isEmpty()) {
            throw new CannotContinueException(
                    ExitCode.WRONG_USAGE,
                    "which estate? No file or folder was given",
                    "try `demarc assess examples/contoso`, or `-` for standard input");
        }
        Sources.requireAny(sources);
        Catalogue catalogue = ShippedKnowledge.catalogue();
        Edition chosen = edition(catalogue);
        Instant instant = instant(session);
        var progress = new Progress(session);
        Reading reading =
                FileSource.of(sources, session.in(), catalogue.secretFields()).read(progress);
        progress.doing("judging");
        var diagnostics = new ArrayList<>(reading.diagnostics());
        Decisions decided = decisions(catalogue, diagnostics, instant);
        var owners = new Owners(ownerTags.isEmpty() ? List.of("owner") : ownerTags);
        var assessor =
                new Assessor(catalogue, chosen, EvaluationContext.at(instant).with(semantics), owners, decided);
        Estate estate = Estate.of(reading.observations(), reading.gaps(), reading.collected());
        Contradictions.tell(reading.observations(), estate, diagnostics::add);
        return new Opened(
                estate,
                reading,
                List.copyOf(diagnostics),
                catalogue,
                assessor,
                sources.stream().map(Path::toString).toList());
    }

    private Edition edition(Catalogue catalogue) {
        return catalogue
                .edition(edition)
                .orElseThrow(() -> new CannotContinueException(
                        ExitCode.WRONG_USAGE,
                        "there is no edition `" + edition + "`",
                        "one of: "
                                + String.join(
                                        ", ",
                                        catalogue.editions().stream()
                                                .map(Edition::id)
                                                .toList())));
    }

    private Instant instant(Session session) {
        if (at == null) {
            return session.now();
        }
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException notAnInstant) {
            throw new CannotContinueException(
                    ExitCode.WRONG_USAGE, "`" + at + "` is not an instant", "write it like 2026-11-24T08:00:00Z");
        }
    }

    private Decisions decisions(Catalogue catalogue, List<Diagnostic> diagnostics, Instant instant) {
        return decisions == null ? Decisions.NONE : DecisionFile.read(decisions, catalogue, instant, diagnostics::add);
    }
}
