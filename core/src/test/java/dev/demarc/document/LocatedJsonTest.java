package dev.demarc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocatedJsonTest {
    private static final String POLICY = """
            {
              "properties": {
                "displayName": "Größe", "policyRule": {"if": {"field": "type"}},
                "list": [1,
                  {"a": null}]
              }
            }
            """;

    @Test
    void everyValueHasItsLineAndColumn() {
        LocatedJson located = read(POLICY, new ArrayList<>());
        assertThat(places(located, "", "/properties", "/properties/displayName", "/properties/policyRule/if/field"))
                .containsExactly("1:1", "2:17", "3:20", "3:60");
        assertThat(places(located, "/properties/list", "/properties/list/0", "/properties/list/1/a"))
                .containsExactly("4:13", "4:14", "5:13");
    }

    @Test
    void aPointerToNothingHasThePlaceAroundIt() {
        LocatedJson located = read(POLICY, new ArrayList<>());
        Place place = located.places().of(JsonPointer.parse("/properties/list/7/x"));
        assertThat(place.line()).isEqualTo(4);
        assertThat(place.pointer()).hasToString("/properties/list/7/x");
    }

    @Test
    void whatIsNotOneDocumentIsRefused() {
        assertThat(codes("{}\n{}")).containsExactly("several-documents");
        assertThat(codes("")).containsExactly("empty");
        assertThat(codes("{\"a\":1,\"a\":2}")).containsExactly("duplicate-name");
        assertThat(codes("{\n\"a\": \n")).containsExactly("truncated");
        assertThat(codes("{} x")).containsExactly("trailing-garbage");
        assertThat(codes("\ufeff\ufeff[]")).as("marked twice").containsExactly("not-json");
        assertThat(codes(" ".repeat((32 << 20) + 1))).containsExactly("too-large");
    }

    @Test
    void ofValuesWithoutEndOnlyTheFirstArePlaced() {
        String many = "[".repeat(100) + "0,".repeat(1_000_000) + "0" + "]".repeat(100);
        JsonPointer inside = JsonPointer.parse("/0".repeat(99));
        LocatedJson located = read(many, new ArrayList<>());
        assertThat(located.places().of(inside.child(3)).column()).isEqualTo(107);
        assertThat(located.places().of(inside.child(999_999)).column()).isEqualTo(100);
    }

    private static List<String> codes(String text) {
        var problems = new ArrayList<Diagnostic>();
        assertThat(LocatedJson.read(stream(text), "policy.json", problems::add)).isEmpty();
        return problems.stream().map(Diagnostic::code).toList();
    }

    private static LocatedJson read(String text, List<Diagnostic> problems) {
        LocatedJson located =
                LocatedJson.read(stream(text), "policy.json", problems::add).orElseThrow();
        assertThat(problems).isEmpty();
        return located;
    }

    private static List<String> places(LocatedJson located, String... pointers) {
        return List.of(pointers).stream()
                .map(pointer -> located.places().of(JsonPointer.parse(pointer)))
                .map(place -> place.line() + ":" + place.column())
                .toList();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
