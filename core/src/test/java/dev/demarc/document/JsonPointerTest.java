package dev.demarc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JsonPointerTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.of(
                "document/pointer",
                "pointer",
                Set.of("document", "pointer"),
                given -> Cases.orError(() -> {
                    JsonPointer pointer =
                            JsonPointer.parse(given.text("pointer").orElseThrow());
                    JsonValue document = given.get("document");
                    var answers = JsonObject.builder()
                            .put("tokens", Cases.texts(pointer.tokens().stream()))
                            .put("printed", pointer.toString());
                    if (document != null) {
                        answers.put("found", pointer.in(document).isPresent())
                                .put("value", pointer.in(document).orElse(JsonNull.NULL));
                    }
                    return answers.build();
                }));
    }

    @Test
    void whatIsPrintedParsesTheSame() {
        Law.holds(random -> {
            var tokens = new ArrayList<String>();
            for (int left = random.nextInt(5); left > 0; left--) {
                tokens.add(Generated.text(random));
            }
            var pointer = new JsonPointer(tokens);
            assertThat(JsonPointer.parse(pointer.toString())).isEqualTo(pointer);
        });
    }

    @Test
    void everyValueIsFoundByThePathToIt() {
        Law.holds(random -> {
            JsonValue root = Generated.value(random, 4);
            findAll(root, JsonPointer.ROOT, root);
        });
    }

    private static void findAll(JsonValue root, JsonPointer at, JsonValue value) {
        assertThat(at.in(root)).as(at.toString()).contains(value);
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> findAll(root, at.child(name), member));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                findAll(root, at.child(i), array.get(i));
            }
            assertThat(at.child(array.size()).in(root)).isEmpty();
        }
    }
}
