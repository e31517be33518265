package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Places;
import dev.demarc.policy.assignment.PoliciesInForce;
import dev.demarc.policy.assignment.PolicyBinder;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.assignment.Published;
import dev.demarc.policy.syntax.Initiative;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every published initiative can be read, and every policy of it made ready to judge. */
class BuiltInInitiativesTest {

    @Test
    void everyInitiativeIsReadAndEveryPolicyOfItIsBoundWithoutAnError() {
        Optional<Path> definitions = SharedData.file("policy/definitions.jsonl.gz");
        Optional<Path> initiatives = SharedData.file("policy/initiatives.jsonl.gz");
        assumeTrue(
                definitions.isPresent() && initiatives.isPresent(),
                "skipped: the published initiatives are not beside the project");
        List<PolicyDocument> policies = documents(definitions.orElseThrow(), PolicyDocument.Kind.DEFINITION);
        int read = 0;
        int references = 0;
        var errors = new ArrayList<Diagnostic>();
        for (PolicyDocument initiative : documents(initiatives.orElseThrow(), PolicyDocument.Kind.INITIATIVE)) {
            PolicyLibrary own = PolicyLibrary.of(List.of(initiative));
            own.diagnostics().stream()
                    .filter(one -> one.severity() == Diagnostic.Severity.ERROR)
                    .forEach(errors::add);
            read += own.initiatives().size();
            references += own.initiatives().getFirst().value().members().size();
        }
        var all = new ArrayList<>(policies);
        all.addAll(documents(initiatives.orElseThrow(), PolicyDocument.Kind.INITIATIVE));
        PolicyLibrary library = PolicyLibrary.of(all);
        int wanted = 0;
        var binder = new PolicyBinder(library, World.PROVIDERS, World.context(JsonObject.empty()));
        for (Published<Initiative> initiative : library.initiatives()) {
            wanted += initiative.value().members().size();
            binder.initiative(initiative);
        }
        PoliciesInForce inForce = binder.inForce();
        inForce.diagnostics().stream()
                .filter(one -> one.severity() == Diagnostic.Severity.ERROR)
                .forEach(errors::add);
        assertThat(errors).isEmpty();
        assertThat(inForce.gaps()).isEmpty();
        assertThat(inForce.notGiven()).isEmpty();
        assertThat(inForce.misfits()).hasSize(75).allMatch(one -> one.severity() == Diagnostic.Severity.WARNING);
        assertThat(read).isEqualTo(257);
        assertThat(references).isEqualTo(20_923);
        assertThat(inForce.policies()).hasSize(wanted);
    }

    private static List<PolicyDocument> documents(Path file, PolicyDocument.Kind kind) {
        return SharedData.lines(file).stream()
                .map(line -> new PolicyDocument(
                        kind,
                        (JsonObject) SharedData.json(line),
                        Places.unknownLines(line.substring(0, Math.min(80, line.length())))))
                .toList();
    }
}
