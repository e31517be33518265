package dev.demarc.cli;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Place;
import dev.demarc.knowledge.Providers;
import dev.demarc.knowledge.SecretFields;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.syntax.Parsed;
import dev.demarc.runner.ShippedKnowledge;
import dev.demarc.source.files.AliasDump;
import dev.demarc.source.files.AliasFile;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the policy language is read: the options that every verb about policies has. */
final class PolicyOptions {
    /** What a source of policies may be, for the help of every verb that takes some. */
    static final String SOURCES =
            "Policies: JSON files, JSON Lines, folders, what `az policy definition list` prints, a checkout laid out like"
                    + " Azure's policy repository or like Enterprise Policy as Code; gzipped or not.";

    @Option(
            names = "--aliases",
            paramLabel = "FILE",
            description = "Fresher aliases than those that ship: `az provider list --expand resourceTypes/aliases -o"
                    + " json`.")
    private @Nullable Path aliases;

    @Option(
            names = "--semantics",
            paramLabel = "PROFILE",
            description = "How disputed points of the policy language are read: documented (default) or regorus, with"
                    + " switches behind it, such as documented,question-mark-is-wildcard=on; `demarc policy profile`"
                    + " lists them.")
    private String semantics = SemanticsProfile.names().getFirst();

    /** What is dropped from every policy that is read. */
    static SecretFields secretFields() {
        return ShippedKnowledge.catalogue().secretFields();
    }

    /** The semantics asked for. */
    SemanticsProfile semantics() {
        Parsed<SemanticsProfile> parsed = SemanticsProfile.parse(semantics, Place.of("--semantics"));
        return parsed.value().orElseThrow(() -> {
            Diagnostic first = parsed.errors().getFirst();
            return new CannotContinueException(ExitCode.WRONG_USAGE, first.message(), first.hint());
        });
    }

    /** What resource providers publish: what ships, under what is fresher. */
    Providers providers(Consumer<Diagnostic> problems) {
        Providers shipped = ShippedKnowledge.providers();
        if (aliases == null) {
            return shipped;
        }
        AliasDump dump = AliasFile.read(aliases, problems);
        return shipped.under(dump.providers());
    }
}
