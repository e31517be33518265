package dev.demarc.report;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.LocatedJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullMarked;

/** The blocks of a page, unpacked as the page does. */
@NullMarked
final class HtmlBlocks {
    private static final Pattern BLOCK =
            Pattern.compile("<script type=\"application/octet-stream\" id=\"([^\"]+)\">([A-Za-z0-9+/=]*)</script>");

    private final Map<String, JsonObject> blocks = new LinkedHashMap<>();

    HtmlBlocks(String page) {
        BLOCK.matcher(page).results().forEach(block -> blocks.put(block.group(1), unpacked(block.group(2))));
    }

    private static JsonObject unpacked(String base64) {
        try (var in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            var read = LocatedJson.read(in, "block", problem -> {
                throw new AssertionError(problem);
            });
            return (JsonObject) read.orElseThrow().value();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int size() {
        return blocks.size();
    }

    JsonObject block(String id) {
        return Objects.requireNonNull(blocks.get(id), id);
    }

    /** The pages of evidence, in order. */
    List<JsonObject> evidence() {
        return blocks.entrySet().stream()
                .filter(block -> block.getKey().startsWith("evidence-"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A column of numbers. */
    int[] column(String block, String name) {
        return block(block).array(name).stream().mapToInt(HtmlBlocks::number).toArray();
    }

    static int number(JsonValue value) {
        return ((JsonNumber) value).decimal().intValueExact();
    }

    int number(String block, String name) {
        return number(Objects.requireNonNull(block(block).get(name), name));
    }

    /** The ids of all resources. */
    List<String> ids() {
        int[] shared = column("resources", "shared");
        JsonArray rest = block("resources").array("rest");
        List<String> texts = block("resources").texts("rest");
        var ids = new ArrayList<String>(rest.size());
        String before = "";
        for (int i = 0; i < shared.length; i++) {
            before = before.substring(0, shared[i]) + texts.get(i);
            ids.add(before);
        }
        return ids;
    }
}
