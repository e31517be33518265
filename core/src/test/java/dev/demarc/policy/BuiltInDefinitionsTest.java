package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Places;
import dev.demarc.policy.syntax.PolicyParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every published built-in definition can be read. */
class BuiltInDefinitionsTest {

    @Test
    void everyDefinitionIsReadWithoutAnError() {
        Optional<Path> file = SharedData.file("policy/definitions.jsonl.gz");
        assumeTrue(file.isPresent(), "skipped: the published definitions are not beside the project");
        var errors = new ArrayList<Diagnostic>();
        int read = 0;
        for (String line : SharedData.lines(file.orElseThrow())) {
            var parsed = PolicyParser.definition(SharedData.json(line), Places.unknownLines(line.substring(0, 120)));
            errors.addAll(parsed.errors());
            read += parsed.value().isPresent() ? 1 : 0;
        }
        assertThat(errors).isEmpty();
        assertThat(read).isEqualTo(3601);
    }
}
