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
        Golden.check("assess-governed.json", assessment(Fixture.governed()));
        for (Report report : List.of(
                Fixture.estate(),
                Fixture.governed(),
                Fixture.empty(),
                Fixture.onlyGaps(),
                Fixture.perfect(),
                Fixture.noneOfYours(),
                Fixture.hostile())) {
            assertValid("assessment", assessment(report));
        }
    }

    @Test
    void matricesAreAsCommittedAndValid() throws IOException {
        for (Matrix.By by : Matrix.By.values()) {
            String json = Golden.written(
                    out -> MatrixJson.write(Matrix.of(Fixture.estate().assessment(), by), out));
            Golden.check("matrix-" + by.word() + ".json", json);
            assertValid("matrix", json);
        }
        assertValid(
                "matrix",
                Golden.written(out -> MatrixJson.write(Matrix.of(Fixture.empty().assessment(), Matrix.By.TYPE), out)));
    }

    @Test
    void controlsAreAsCommittedAndValid() throws IOException {
        String json = Golden.written(out -> ControlsJson.write(Azure.CATALOGUE, Azure.CATALOGUE.controls(), out));
        Golden.check("controls.json", json);
        assertValid("controls", json);
        assertValid("controls", Golden.written(out -> ControlsJson.write(Azure.CATALOGUE, List.of(Azure.PURGE), out)));
    }

    @Test
    void explanationsAreAsCommittedAndValid() throws IOException {
        String json = Golden.written(out ->
                ExplanationJson.write(Fixture.explanation(Fixture.estate(), "stweb", "storage-secure-transfer"), out));
        Golden.check("explain.json", json);
        assertValid("explanation", json);
        assertValid(
                "explanation",
                Golden.written(out -> ExplanationJson.write(
                        Fixture.explanation(Fixture.hostile(), "exe", "storage-secure-transfer"), out)));
    }

    @Test
    void refusesWhatTheSchemaDoesNotName() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMAS.resolve("assessment.schema.json")), InputFormat.JSON);
        String json = assessment(Fixture.perfect());
        assertThat(schema.validate(json.replace("\"complete\"", "\"whole\""), InputFormat.JSON))
                .isNotEmpty();
    }
}
