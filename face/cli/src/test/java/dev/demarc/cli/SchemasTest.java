package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs read is as the published schemas say, for good input and for bad. */
class SchemasTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @CsvSource({
        "assessment, assess examples/contoso",
        "assessment, assess examples/contoso --edition matrix-classic --owner-tag cost-center",
        "assessment, assess examples/contoso/production/network.json",
        "assessment, assess examples/contoso/README.md",
        "matrix, matrix examples/contoso",
        "matrix, matrix examples/contoso --by resource",
        "controls, controls",
        "controls, controls storage-secure-transfer",
        "explanation, explain nsg-jump-prod nsg-no-rdp-internet examples/contoso",
        "policy-check, policy check examples/policies",
        "policy-check, policy check examples/contoso examples/nowhere --severity warning",
        "policy-test-result, policy test examples/policies",
        "policy-test-result, policy test examples/policies --filter vault --semantics regorus",
        "explanation, explain nsg-jump-prod storage-secure-transfer examples/contoso"
    })
    void outputIsValid(String schema, String command) throws IOException {
        Run.Ended ended = Run.demarc(Run.words(command + " --format json").toArray(String[]::new));
        assertThat(mistakes(schema, ended.out())).as(ended.err()).isEmpty();
    }

    @Test
    void anErrorAnswerIsValidToo() throws IOException {
        byte[] denied = "{\"error\":{\"code\":\"AuthorizationFailed\"}}".getBytes(StandardCharsets.UTF_8);
        Run.Ended ended = Run.reading(denied).with("assess", "-", "--format", "json");
        assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE.number());
        assertThat(mistakes("assessment", ended.out())).isEmpty();
    }

    @Test
    void theSchemaBites() throws IOException {
        assertThat(mistakes("assessment", "{\"kind\":\"assessment\"}")).isNotEmpty();
    }

    private static Iterable<String> mistakes(String schema, String json) throws IOException {
        String text = Files.readString(Run.ROOT.resolve("docs/schema/" + schema + ".schema.json"));
        return REGISTRY.getSchema(text, InputFormat.JSON).validate(json, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
