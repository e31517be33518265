package dev.demarc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What holds for every input: parse(print(x)) = x in every encoding, chunks do not matter, nothing is ever thrown. */
class JsonReaderLawsTest {
    private static final int SEEDS = 150;

    @Test
    void readingWhatWasPrintedGivesTheSameValueInEveryEncoding() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            JsonValue value = new Generator(seed).object(4);
            for (String text : List.of(JsonWriter.compact(value), JsonWriter.indented(value) + "\n")) {
                for (byte[] input : encodings(text)) {
                    var read = Recorded.of(input, Spread.NOTHING);
                    assertThat(read.problems).as("seed %d", seed).isEmpty();
                    assertThat(read.values).as("seed %d", seed).containsExactly(value);
                    assertThat(Recorded.of(Recorded.byteByByte(input), Spread.NOTHING, Bounds.DEFAULT).events)
                            .as("seed %d byte by byte", seed)
                            .isEqualTo(read.events);
                }
            }
        }
    }

    @Test
    void listsGiveTheSameItemsHoweverTheyAreWritten() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            var generator = new Generator(seed);
            List<JsonValue> items = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                items.add(generator.object(3));
            }
            var lines = new StringBuilder();
            items.forEach(item -> lines.append(JsonWriter.compact(item)).append("\r\n"));
            var array = JsonArray.of(items);
            var answer = JsonObject.builder()
                    .put("count", 5)
                    .put("value", array)
                    .put("nextLink", "there")
                    .build();
            for (String text : List.of(
                    lines.toString(),
                    JsonWriter.compact(array),
                    JsonWriter.indented(array),
                    JsonWriter.compact(answer),
                    JsonWriter.indented(answer))) {
                for (byte[] input : encodings(text)) {
                    var read = Recorded.of(input, Spread.of("value"));
                    assertThat(read.problems).as("seed %d", seed).isEmpty();
                    assertThat(read.values).as("seed %d", seed).isEqualTo(items);
                }
            }
            assertThat(Recorded.of(JsonWriter.compact(answer).getBytes(StandardCharsets.UTF_8), Spread.of("value"))
                            .envelopes)
                    .containsExactly(JsonObject.builder()
                            .put("count", 5)
                            .put("nextLink", "there")
                            .build());
        }
    }

    @Test
    void aBrokenLineOfManyLosesOnlyItself() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var generator = new Generator(seed);
            int broken = random.nextInt(6);
            var text = new StringBuilder();
            List<JsonValue> good = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                JsonValue item = generator.object(3);
                String line =
                        JsonWriter.compact(JsonObject.builder().put("id", item).build());
                if (i == broken) {
                    text.append(line, 0, cut(line, i == 0, random)).append('\n');
                } else {
                    good.add(JsonObject.builder().put("id", item).build());
                    text.append(line).append('\n');
                }
            }
            var read = Recorded.of(text.toString().getBytes(StandardCharsets.UTF_8), Spread.of("value"));
            assertThat(read.values).as("seed %d: %s", seed, text).isEqualTo(good);
            assertThat(read.problems).as("seed %d", seed).hasSize(1);
        }
    }

    /** Where to cut a line; the first not where the next line could continue it, which nobody could tell apart. */
    private static int cut(String line, boolean first, Random random) {
        int at = 1 + random.nextInt(line.length() - 1);
        while (first && at > 1 && ":,[".indexOf(line.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    @Test
    void damagedBytesAreToldAndNeverThrown() throws IOException {
        for (int seed = 0; seed < 4 * SEEDS; seed++) {
            var random = new Random(seed);
            List<byte[]> inputs = encodings(JsonWriter.indented(new Generator(seed).value(4)));
            byte[] input = inputs.get(random.nextInt(inputs.size())).clone();
            for (int i = 0; i < 3 && input.length > 0; i++) {
                input[random.nextInt(input.length)] = (byte) random.nextInt(256);
            }
            var whole = Recorded.of(input, Spread.of("value"));
            var slow = Recorded.of(Recorded.byteByByte(input), Spread.of("value"), Bounds.DEFAULT);
            if (whole.problems.stream().noneMatch(problem -> problem.code().startsWith("gzip-"))) {
                assertThat(slow.events).as("seed %d", seed).isEqualTo(whole.events);
            }
            assertThat(whole.problems)
                    .as("seed %d", seed)
                    .extracting(Diagnostic::message)
                    .noneMatch(message -> message.contains("Exception") || message.endsWith("."));
        }
    }

    @Test
    void gzipCutAnywhereIsTold() throws IOException {
        byte[] packed =
                gzip("{\"a\":\"some text that compresses\"}\n".repeat(20).getBytes(StandardCharsets.UTF_8));
        for (int length = 2; length < packed.length; length++) {
            var read = Recorded.of(new ByteArrayInputStream(packed, 0, length), Spread.of("value"), Bounds.DEFAULT);
            assertThat(read.problems)
                    .as("cut at %d", length)
                    .extracting(Diagnostic::code)
                    .containsExactly("gzip-truncated");
        }
    }

    @Test
    void aLineOfAGigabyteCostsItsLineAndNoMemory() {
        long gigabyte = 1L << 30;
        byte[] start = "{\"a\":1}\n{\"a\":\"".getBytes(StandardCharsets.UTF_8);
        byte[] end = "\"}\n{\"a\":3}\n".getBytes(StandardCharsets.UTF_8);
        var read = Recorded.of(
                new Filled(start, gigabyte, end), Spread.of("value"), Bounds.DEFAULT.withValueBytes(1 << 20));
        assertThat(read.values).extracting(JsonValue::toString).containsExactly("{\"a\":1}", "{\"a\":3}");
        assertThat(read.problems).extracting(Diagnostic::code).containsExactly("too-large");
        assertThat(read.problems.getFirst().place().line()).isEqualTo(2);
    }

    @Test
    void aFirstLineWithoutEndCostsNoMemoryEither() {
        byte[] end = "\n{\"a\":2}\n{\"a\":3}\n".getBytes(StandardCharsets.UTF_8);
        for (String start : List.of("{\"a\":\"", "xxx", "{\"a\":[1,")) {
            var read = Recorded.of(
                    new Filled(start.getBytes(StandardCharsets.UTF_8), 100 << 20, end),
                    Spread.of("value"),
                    Bounds.DEFAULT.withValueBytes(1 << 20));
            assertThat(read.values).as(start).extracting(JsonValue::toString).containsExactly("{\"a\":2}", "{\"a\":3}");
            assertThat(read.problems).as(start).hasSize(1);
        }
    }

    @Test
    void depthIsBoundedAndTheGoodElementsSurvive() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        var among = Recorded.of(
                ("[{\"a\":1},{\"b\":" + deep + "},{\"a\":3}]").getBytes(StandardCharsets.UTF_8), Spread.of());
        assertThat(among.values).hasSize(2);
        assertThat(among.problems).extracting(Diagnostic::code).containsExactly("too-deep");
        var open = Recorded.of("[".repeat(100_000).getBytes(StandardCharsets.UTF_8), Spread.NOTHING);
        assertThat(open.problems).extracting(Diagnostic::code).containsExactly("truncated");
        String most = "[".repeat(128) + "]".repeat(128);
        assertThat(Recorded.of(most.getBytes(StandardCharsets.UTF_8), Spread.NOTHING).values)
                .hasSize(1);
        assertThat(Recorded.of(("[" + most + "]").getBytes(StandardCharsets.UTF_8), Spread.NOTHING).problems)
                .extracting(Diagnostic::code)
                .containsExactly("too-deep");
    }

    static List<byte[]> encodings(String text) throws IOException {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] marked = ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
        int middle = plain.length / 2;
        var members = new ByteArrayOutputStream();
        members.write(gzip(Arrays.copyOfRange(plain, 0, middle)));
        members.write(gzip(Arrays.copyOfRange(plain, middle, plain.length)));
        return List.of(
                plain,
                marked,
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE),
                gzip(plain),
                gzip(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)),
                members.toByteArray());
    }

    static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    /** A start, a very long run of one letter, an end; made as it is read. */
    private static final class Filled extends InputStream {
        private final byte[] start;
        private final long filling;
        private final byte[] end;
        private long at;

        Filled(byte[] start, long filling, byte[] end) {
            this.start = start;
            this.filling = filling;
            this.end = end;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] out, int offset, int length) {
            long total = start.length + filling + end.length;
            int count = (int) Math.min(length, total - at);
            for (int i = 0; i < count; i++) {
                long inEnd = at - start.length - filling;
                out[offset + i] = at < start.length ? start[(int) at] : inEnd < 0 ? (byte) '1' : end[(int) inEnd];
                at++;
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
