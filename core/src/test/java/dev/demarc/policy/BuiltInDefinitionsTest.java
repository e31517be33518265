package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Places;
import dev.demarc.knowledge.PolicyTypes;
import dev.demarc.knowledge.Providers;
import dev.demarc.knowledge.TagSupport;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every published definition can be read and made ready to judge. */
class BuiltInDefinitionsTest {

    @Test
    void everyDefinitionIsReadAndBoundWithoutAnError() {
        Optional<Path> definitions = SharedData.file("policy/definitions.jsonl.gz");
        Optional<Path> table = SharedData.file("policy/aliases.tsv.gz");
        assumeTrue(
                definitions.isPresent() && table.isPresent(),
                "skipped: the published definitions are not beside the project");
        var providers = new Providers(SharedData.aliases(table.orElseThrow()), TagSupport.NONE, PolicyTypes.NONE);
        var errors = new ArrayList<Diagnostic>();
        int ready = 0;
        for (String line : SharedData.lines(definitions.orElseThrow())) {
            Places places = Places.unknownLines(line.substring(0, 120));
            var parsed = PolicyParser.definition(SharedData.json(line), places);
            errors.addAll(parsed.errors());
            PolicyDefinition definition = parsed.value().orElseThrow();
            var check = PolicyCheck.of(
                    definition,
                    BuiltIns.withoutDefault(definition.parameters()),
                    places,
                    providers,
                    World.context(JsonObject.empty()));
            errors.addAll(check.errors());
            assertThat(check.value().flatMap(PolicyCheck::effect))
                    .as(definition.name() + " " + check.errors())
                    .isPresent();
            ready++;
        }
        assertThat(errors).isEmpty();
        assertThat(ready).isEqualTo(3601);
    }
}
