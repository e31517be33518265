package dev.demarc.cli;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Place;
import dev.demarc.estate.Estate;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.assignment.Published;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.runner.PolicyAssessor;
import dev.demarc.source.files.FileSource;
import dev.demarc.source.policies.PolicyReading;
import dev.demarc.source.policies.PolicySource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Policies that are given beside an estate: the options of the verbs that judge an estate by policies. */
final class GivenPolicies {
    @Option(
            names = {"-p", "--policies"},
            paramLabel = "SOURCE",
            description = PolicyOptions.SOURCES
                    + " May be repeated. Those of the estate itself are read as well; definitions that nothing given"
                    + " assigns are tried on everything.")
    private List<Path> sources = new ArrayList<>();

    @Option(
            names = "--assign",
            paramLabel = "POLICY",
            description = "Try this definition or initiative on everything, by its id or name; may be repeated."
                    + " Default: every definition given, unless assignments are given too.")
    private List<String> tried = new ArrayList<>();

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "Of Enterprise Policy as Code: only the assignments and exemptions of this environment.")
    private Optional<String> environment = Optional.empty();

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    /** Where policies are given, as it was written. */
    List<String> names() {
        return sources.stream().map(Path::toString).toList();
    }

    /** How the policy language is read. */
    PolicyOptions options() {
        return options;
    }

    /** What was read of policies, and what judges by them. */
    record Ready(PolicyAssessor assessor, PolicyLibrary library, Optional<PolicyReading> reading) {}

    /** Reads what is given, and what the estate holds. */
    Ready read(Session session, EstateOptions.Opened opened, Consumer<Diagnostic> problems) {
        requireOneInput();
        if (!sources.isEmpty()) {
            Sources.requireAny(sources);
        }
        Optional<PolicyReading> reading = sources.isEmpty()
                ? Optional.empty()
                : Optional.of(PolicySource.of(
                        sources, session.in(), opened.catalogue().secretFields(), environment, problems));
        environment.ifPresent(name -> requireEnvironment(
                name, reading.map(PolicyReading::environments).orElse(List.of())));
        List<PolicyDocument> documents = reading.map(PolicyReading::documents).orElse(List.of());
        Estate estate = opened.estate();
        boolean any = !documents.isEmpty()
                || estate.resources().stream()
                        .anyMatch(one -> PolicyDocument.kindOf(one.document()).isPresent());
        Providers providers = any ? options.providers(problems) : Providers.NONE;
        var assessor = new PolicyAssessor(
                documents, tried, providers, opened.assessor().context());
        PolicyLibrary library = assessor.library(estate);
        tried.forEach(name -> requireKnown(name, library));
        library.diagnostics().forEach(problems);
        return new Ready(assessor, library, reading);
    }

    private void requireOneInput() {
        if (sources.stream().filter(FileSource.STANDARD_INPUT::equals).count() > 1) {
            throw new CannotContinueException(ExitCode.WRONG_USAGE, "standard input can be read once", "give `-` once");
        }
    }

    private static void requireEnvironment(String name, List<String> environments) {
        if (environments.isEmpty()) {
            throw new CannotContinueException(
                    ExitCode.WRONG_USAGE,
                    "no environment of Enterprise Policy as Code is in what was given",
                    "leave `--environment " + name + "` out, or give the folder with `global-settings.jsonc`");
        }
        if (!environments.contains(name)) {
            throw new CannotContinueException(
                    ExitCode.WRONG_USAGE,
                    "there is no environment `" + name + "` in what was given",
                    "one of: " + String.join(", ", environments));
        }
    }

    private static void requireKnown(String name, PolicyLibrary library) {
        if (library.definition(name).isPresent() || library.initiative(name).isPresent()) {
            return;
        }
        List<String> names = Stream.concat(
                        library.definitions().stream().map(Published::name),
                        library.initiatives().stream().map(Published::name))
                .toList();
        List<String> near = Nearest.to(name, names);
        throw new CannotContinueException(
                ExitCode.WRONG_USAGE,
                "there is no definition or initiative `" + name + "` in what was read",
                near.isEmpty() ? "`demarc policy list` lists them" : "did you mean " + String.join(" or ", near) + "?");
    }

    /** Assignments whose definitions nobody gave: policies are not in the report at all, and that is said. */
    private static Optional<Diagnostic> notJudged(PolicyLibrary library) {
        int count = library.assignments().size();
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        Diagnostic.note(
                                "assignments-not-judged",
                                "the estate has " + count + (count == 1 ? " policy assignment" : " policy assignments")
                                        + ", and no definition was given to judge by",
                                Place.of("policy assignments"),
                                "save `az policy definition list` and `az policy set-definition list` and give both with --policies"));
    }

    /** How the estate stands to the policies; empty when there are none. */
    static Optional<PolicyCompliance> compliance(Ready ready, Estate estate, Consumer<Diagnostic> problems) {
        PolicyLibrary library = ready.library();
        if (library.definitions().isEmpty()) {
            notJudged(library).ifPresent(problems);
            ready.reading()
                    .filter(reading -> reading.documents().isEmpty())
                    .ifPresent(reading -> problems.accept(Diagnostic.error(
                            "no-policies-read",
                            "nothing was judged by policies, since none could be read",
                            Place.of("--policies"),
                            "check what was given with `demarc policy check`")));
            return Optional.empty();
        }
        PolicyCompliance compliance = ready.assessor().assess(estate, library);
        compliance.inForce().diagnostics().stream().distinct().forEach(problems);
        return Optional.of(compliance);
    }
}
