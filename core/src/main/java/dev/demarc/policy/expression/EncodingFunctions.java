package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Values.wants;

import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Functions that write text in another form and read it back. */
final class EncodingFunctions {
    private static final String UNRESERVED = "-_.~";

    private EncodingFunctions() {}

    static Outcome base64(List<JsonValue> arguments) {
        return arguments.getFirst() instanceof JsonString text
                ? Outcome.of(Base64.getEncoder().encodeToString(text.value().getBytes(StandardCharsets.UTF_8)))
                : wants("base64", "text", arguments.getFirst());
    }

    static Outcome base64ToString(List<JsonValue> arguments) {
        if (!(arguments.getFirst() instanceof JsonString text)) {
            return wants("base64ToString", "text", arguments.getFirst());
        }
        try {
            return Outcome.of(new String(Base64.getDecoder().decode(text.value()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Outcome.failed("`base64ToString` cannot decode `" + text.value() + "`");
        }
    }

    static Outcome base64ToJson(List<JsonValue> arguments) {
        return base64ToString(arguments) instanceof Outcome.Value decoded
                ? json(List.of(decoded.value()))
                : wants("base64ToJson", "base64 text");
    }

    static Outcome json(List<JsonValue> arguments) {
        return switch (arguments.getFirst()) {
            case JsonString text -> JsonText.read(text.value());
            case JsonNull none -> Outcome.of(JsonObject.empty());
            default -> wants("json", "text", arguments.getFirst());
        };
    }

    static Outcome uriComponent(List<JsonValue> arguments) {
        return arguments.getFirst() instanceof JsonString text
                ? Outcome.of(percentEncoded(text.value()))
                : wants("uriComponent", "text", arguments.getFirst());
    }

    private static String percentEncoded(String text) {
        var encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    static Outcome uriComponentToString(List<JsonValue> arguments) {
        if (!(arguments.getFirst() instanceof JsonString text)) {
            return wants("uriComponentToString", "text", arguments.getFirst());
        }
        try {
            return Outcome.of(URLDecoder.decode(text.value().replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Outcome.failed("`uriComponentToString` cannot decode `" + text.value() + "`");
        }
    }

    /** {@code uri}: a relative address made absolute; a base without a slash at the end loses its last segment. */
    static Outcome uri(List<JsonValue> arguments) {
        if (!(arguments.get(0) instanceof JsonString base) || !(arguments.get(1) instanceof JsonString relative)) {
            return wants("uri", "two texts");
        }
        try {
            URI root = new URI(base.value());
            if (!root.isAbsolute()) {
                return Outcome.failed("`uri` wants an absolute address, not `" + base.value() + "`");
            }
            boolean bare = root.getRawPath() != null && root.getRawPath().isEmpty();
            return Outcome.of((bare ? root.resolve("/") : root)
                    .resolve(new URI(relative.value()))
                    .toString());
        } catch (URISyntaxException notAnAddress) {
            return Outcome.failed("`uri` cannot read `" + notAnAddress.getInput() + "`");
        }
    }

    static Outcome dataUri(List<JsonValue> arguments) {
        return base64(arguments) instanceof Outcome.Value(JsonString encoded)
                ? Outcome.of("data:text/plain;charset=utf8;base64," + encoded.value())
                : wants("dataUri", "text", arguments.getFirst());
    }

    static Outcome dataUriToString(List<JsonValue> arguments) {
        if (!(arguments.getFirst() instanceof JsonString text)) {
            return wants("dataUriToString", "text", arguments.getFirst());
        }
        int comma = text.value().indexOf(',');
        if (!text.value().regionMatches(true, 0, "data:", 0, 5) || comma < 0) {
            return Outcome.failed("`dataUriToString` wants text that starts with `data:`");
        }
        var body = new JsonString(text.value().substring(comma + 1));
        boolean encoded =
                text.value().substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64");
        return encoded ? base64ToString(List.of(body)) : uriComponentToString(List.of(body));
    }
}
