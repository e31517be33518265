package dev.demarc.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A page taken apart again, as a browser would. */
record ReadPage(String markup, String policy, String style, String script, Map<String, String> blocks) {
    private static final Pattern BLOCK =
            Pattern.compile("<script type=\"application/octet-stream\" id=\"([^\"]+)\">([^<]*)</script>\n");
    private static final Pattern POLICY =
            Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"");

    static ReadPage of(String page) {
        var blocks = new LinkedHashMap<String, String>();
        var matcher = BLOCK.matcher(page);
        while (matcher.find()) {
            blocks.put(matcher.group(1), unpacked(matcher.group(2)));
        }
        String rest = BLOCK.matcher(page).replaceAll("");
        String style = between(rest, "<style>", "</style>");
        String script = between(rest, "<script>", "</script>");
        var policy = POLICY.matcher(rest);
        assertThat(policy.find()).isTrue();
        String markup = rest.replace(style, "").replace(script, "");
        return new ReadPage(markup, policy.group(1), style, script, blocks);
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    private static String unpacked(String base64) {
        try (var in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How many items an array member of a block has. */
    int size(String block, String member) {
        try (JsonParser parser =
                new JsonFactory().createParser(ObjectReadContext.empty(), Objects.requireNonNull(blocks.get(block)))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!name.equals(member)) {
                    parser.skipChildren();
                    continue;
                }
                assertThat(value).isEqualTo(JsonToken.START_ARRAY);
                int size = 0;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    parser.skipChildren();
                    size++;
                }
                return size;
            }
        }
        throw new AssertionError("block " + block + " has no " + member);
    }
}
