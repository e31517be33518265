package dev.demarc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void whatIsWrittenReadsTheSame() {
        Law.holds(random -> {
            JsonValue value = Generated.value(random, 4);
            assertThat(TestJson.of(JsonWriter.compact(value))).isEqualTo(value);
            assertThat(TestJson.of(JsonWriter.indented(value))).isEqualTo(value);
            assertThat(JsonWriter.compact(value)).isEqualTo(value.toString()).doesNotContain("\n");
        });
    }

    @Test
    void everyCharacterReadsTheSame() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            if (!Character.isSurrogate(c)) {
                JsonValue value = new JsonString("x" + c + "y");
                assertThat(TestJson.of(JsonWriter.compact(value)))
                        .as("character %x", (int) c)
                        .isEqualTo(value);
            }
        }
    }

    @Test
    void controlCharactersAreEscaped() {
        assertThat(JsonWriter.compact(new JsonString("\"\\\n\r\t\b\f\u0000\u001b\u007f/\u0080é")))
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0008\\u000c\\u0000\\u001b\\u007f/\u0080é\"");
    }

    @Test
    void halvesOfPairsAreEscapedAndWholePairsAreNot() {
        assertThat(JsonWriter.compact(new JsonString("\ud83d\ude00"))).isEqualTo("\"\ud83d\ude00\"");
        assertThat(JsonWriter.compact(new JsonString("\ud83d"))).isEqualTo("\"\\ud83d\"");
        assertThat(JsonWriter.compact(new JsonString("\ude00\ud83d"))).isEqualTo("\"\\ude00\\ud83d\"");
        assertThat(JsonWriter.compact(new JsonString("\ud83d\ud83d\ude00"))).isEqualTo("\"\\ud83d\ud83d\ude00\"");
        assertThat(JsonWriter.compact(new JsonString("\ud83d\ude00\ude00"))).isEqualTo("\"\ud83d\ude00\\ude00\"");
    }

    @Test
    void indentsByTwo() {
        assertThat(JsonWriter.indented(TestJson.of("{\"a\":[1,{\"b\":[]}],\"c\":{}}")))
                .isEqualTo("""
                        {
                          "a": [
                            1,
                            {
                              "b": []
                            }
                          ],
                          "c": {}
                        }""");
    }

    @Test
    void aTargetThatFailsIsNotSilent() {
        Appendable broken = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("the disk is full");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("the disk is full");
            }

            @Override
            public Appendable append(char c) throws IOException {
                throw new IOException("the disk is full");
            }
        };
        assertThatThrownBy(() -> JsonWriter.write(JsonNull.NULL, broken, false))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the disk is full");
    }
}
