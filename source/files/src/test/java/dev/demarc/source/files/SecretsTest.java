package dev.demarc.source.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceId;
import dev.demarc.knowledge.SecretFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is a secret and what only sounds like one. */
class SecretsTest {
    private static final Path CASES = Path.of("source/files/src/test/resources/secrets.yaml");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        var fields = Tables.secretFields();
        var cases = (JsonArray) Tables.yaml(Tables.ROOT.resolve(CASES));
        assertThat(cases.size()).as("cases found").isGreaterThan(5);
        return cases.stream()
                .map(JsonObject.class::cast)
                .map(each -> DynamicTest.dynamicTest(each.text("says").orElseThrow(), () -> {
                    assertThat(each.names()).containsOnly("says", "source", "id", "given", "kept", "expected");
                    run(fields, each);
                }));
    }

    private static void run(SecretFields fields, JsonObject each) {
        ResourceId id = ResourceId.of(each.text("id").orElseThrow());
        JsonObject given = JsonObject.builder()
                .put("properties", each.object("given"))
                .put("tags", each.object("kept"))
                .build();
        var cleaned = fields.without(id, id.type(), given);
        assertThat(cleaned.document().object("properties")).isEqualTo(marked(each.object("expected")));
        assertThat(cleaned.document().object("tags")).isEqualTo(each.object("kept"));
        assertThat(fields.without(id, id.type(), cleaned.document()).dropped()).isZero();
    }

    /** The marker is written as an exclamation mark in the cases. */
    private static JsonValue marked(JsonValue value) {
        if (value instanceof JsonObject object) {
            var copy = JsonObject.builder();
            object.forEach((name, each) -> copy.put(name, marked(each)));
            return copy.build();
        }
        if (value instanceof JsonArray array) {
            return JsonArray.of(array.stream().map(SecretsTest::marked).toList());
        }
        return value.equals(new JsonString("!")) ? new JsonString(SecretFields.MARKER) : value;
    }

    @Test
    void aTableThatIsNotWholeIsNotTaken() {
        assertThatThrownBy(() -> SecretFields.of(JsonObject.empty())).isInstanceOf(IllegalStateException.class);
    }
}
