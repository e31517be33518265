package dev.demarc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonValueTest {
    @Test
    void equalityIgnoresTheOrderOfMembersAndNothingElse() {
        Law.holds(random -> {
            JsonValue value = Generated.value(random, 3);
            JsonValue other = Generated.shuffled(value, random);
            assertThat(other).isEqualTo(value);
            assertThat(value).isEqualTo(other);
            assertThat(other.hashCode()).isEqualTo(value.hashCode());
            JsonValue third = Generated.value(random, 3);
            assertThat(third.equals(value)).isEqualTo(value.equals(third));
            if (third.equals(value)) {
                assertThat(third.hashCode()).isEqualTo(value.hashCode());
            }
        });
    }

    @Test
    void arraysAreEqualOnlyInTheSameOrder() {
        assertThat(TestJson.of("[1,2]")).isNotEqualTo(TestJson.of("[2,1]")).isNotEqualTo(TestJson.of("[1]"));
    }

    @Test
    void absentNullEmptyAndBlankAreFourThings() {
        var values = new HashSet<JsonValue>(List.of(
                TestJson.of("null"),
                TestJson.of("\"\""),
                TestJson.of("[]"),
                TestJson.of("{}"),
                TestJson.of("0"),
                TestJson.of("false")));
        assertThat(values).hasSize(6);
        assertThat(TestJson.object("{}").get("a")).isNull();
        assertThat(TestJson.object("{\"a\":null}").get("a")).isEqualTo(JsonNull.NULL);
    }

    @Test
    void aNumberIsItsText() {
        assertThat(TestJson.of("5")).isNotEqualTo(TestJson.of("5.0")).isNotEqualTo(TestJson.of("5e0"));
        assertThat(new JsonNumber("5e0").decimal()).isEqualByComparingTo("5");
        assertThat(new JsonNumber("-12").isInteger()).isTrue();
        assertThat(new JsonNumber("1E2").isInteger()).isFalse();
        assertThat(new JsonNumber("1.0").isInteger()).isFalse();
        assertThat(JsonNumber.of(new BigDecimal("1E+3")).text()).isEqualTo("1000");
        assertThat(JsonNumber.of(Long.MIN_VALUE).text()).isEqualTo("-9223372036854775808");
    }

    @Test
    void kindsAreCalledAsJsonCallsThem() {
        JsonArray all = (JsonArray) TestJson.of("[{},[],\"\",0,true,null]");
        assertThat(all.stream().map(JsonValue::kind))
                .containsExactly("object", "array", "string", "number", "boolean", "null");
    }

    @Test
    void anExactNameWinsOverOneThatDiffersInCase() {
        JsonObject object = TestJson.object("{\"NAME\":1,\"name\":2,\"Name\":3}");
        assertThat(object.getIgnoreCase("Name")).isEqualTo(JsonNumber.of(3));
        assertThat(object.getIgnoreCase("nAME")).isEqualTo(JsonNumber.of(1));
        assertThat(object.getIgnoreCase("names")).isNull();
        assertThat(object.get("nAME")).isNull();
    }

    @Test
    void accessorsOfTheWrongKindSayNothing() {
        JsonObject object = TestJson.object("{\"n\":1,\"s\":\"x\",\"a\":[\"x\",1,\"y\"],\"z\":null}");
        assertThat(object.text("n")).isEmpty();
        assertThat(object.text("s")).contains("x");
        assertThat(object.object("s")).isEqualTo(JsonObject.empty());
        assertThat(object.array("z")).isEqualTo(JsonArray.of());
        assertThat(object.texts("a")).containsExactly("x", "y");
        assertThat(object.texts("absent")).isEmpty();
        assertThat(object.names()).containsExactly("n", "s", "a", "z");
    }

    @Test
    void aBuilderRefusesANameTwiceAndReplacesWhenAsked() {
        var builder = JsonObject.builder()
                .put("a", 1)
                .put("b", "x")
                .put("c", true)
                .put("d", Optional.empty())
                .put("e", Optional.of("y"));
        assertThatThrownBy(() -> builder.put("a", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("member `a` is put twice");
        JsonObject before = builder.build();
        JsonObject after = builder.set("a", JsonNull.NULL).build();
        assertThat(before.toString()).isEqualTo("{\"a\":1,\"b\":\"x\",\"c\":true,\"e\":\"y\"}");
        assertThat(after.toString()).isEqualTo("{\"a\":null,\"b\":\"x\",\"c\":true,\"e\":\"y\"}");
        assertThat(JsonObject.builder().build()).isSameAs(JsonObject.empty());
    }

    @Test
    void valuesAreCopiedIn() {
        var items = new ArrayList<JsonValue>(List.of(JsonNull.NULL));
        JsonValue[] array = {JsonNull.NULL};
        JsonArray ofList = JsonArray.of(items);
        JsonArray ofArray = JsonArray.of(array);
        items.set(0, JsonBoolean.TRUE);
        array[0] = JsonBoolean.TRUE;
        assertThat(ofList).isEqualTo(TestJson.of("[null]")).isEqualTo(ofArray);
        assertThatThrownBy(() -> ofList.values().removeFirst()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> {
                    var iterator = ofList.iterator();
                    iterator.next();
                    iterator.remove();
                })
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
