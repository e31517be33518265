package dev.demarc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class JsonSchemaTest {
    private static final Path SCHEMAS = Path.of(System.getProperty("demarc.root", ".."), "docs/schema");

    private static void assertValid(String name, String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMAS.resolve(name + ".schema.json")), InputFormat.JSON);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }

    private static String assessment(Report report) {
        return Golden.written(out -> AssessmentJson.write(report, out));
    }

    @Test
    void assessmentsAreAsCommittedAndValid() throws IOException {
        Golden.check("assess.json", assessment(Fixture.estate()));
        for (Report report : List.of(
                Fixture.estate(),
                Fixture.empty(),
                Fixture.onlyGaps(),
                Fixture.perfect(),
                Fixture.noneOfYours(),
                Fixture.hostile())) {
            assertValid("assessment", assessment(report));
        }
    }
}
