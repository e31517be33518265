package dev.demarc.report.html;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A part of the data as the page carries it: JSON, packed by gzip, in base64, in a script element of a type that no
 * browser runs. Base64 has no character that could end the element.
 */
final class Block {
    private Block() {}

    /** Writes a block under an id. */
    static void write(String id, JsonValue value, Appendable out) throws IOException {
        out.append("<script type=\"application/octet-stream\" id=\"")
                .append(id)
                .append("\">")
                .append(packed(value))
                .append("</script>\n");
    }

    private static String packed(JsonValue value) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new BestGzip(bytes)) {
            gzip.write(JsonWriter.compact(value).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** A column of numbers. */
    static final class Column {
        private final List<JsonValue> numbers = new ArrayList<>();

        void add(long number) {
            numbers.add(JsonNumber.of(number));
        }

        JsonArray values() {
            return JsonArray.of(numbers);
        }
    }

    /** Numbers as an array. */
    static JsonArray numbers(Collection<Integer> numbers) {
        return JsonArray.of(numbers.stream().map(JsonNumber::of).toList());
    }

    /** Texts as an array. */
    static JsonArray texts(Collection<String> texts) {
        return JsonArray.of(texts.stream().map(JsonString::new).toList());
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
