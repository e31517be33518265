package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Values.wants;

import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Functions that write text in another form and read it back. */
final class EncodingFunctions {
    private static final String UNRESERVED = "-_.~";
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

    private EncodingFunctions() {}

    static Outcome base64(List<JsonValue> arguments) {
        return Values.textOrNull(arguments.getFirst())
                .map(text -> Outcome.of(encoded(text)))
                .orElseGet(() -> wants("base64", "text", arguments.getFirst()));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Outcome base64ToString(List<JsonValue> arguments) {
        if (!(arguments.getFirst() instanceof JsonString text)) {
            return wants("base64ToString", "text", arguments.getFirst());
        }
        return decoded(text.value())
                .map(bytes -> Outcome.of(new String(bytes, StandardCharsets.UTF_8)))
                .orElseGet(() -> Outcome.failed("`base64ToString` cannot decode `" + text.value() + "`"));
    }

    /** The bytes of base 64 with its padding; white space in it does not count. */
    private static Optional<byte[]> decoded(String text) {
        String plain = BLANKS.matcher(text).replaceAll("");
        try {
            return plain.length() % 4 == 0 ? Optional.of(Base64.getDecoder().decode(plain)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
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
        return Outcome.of(new String(percentDecoded(text.value()), StandardCharsets.UTF_8));
    }

    /** The bytes of a text as forms encode it: {@code +} is a blank, and what is no escape stands for itself. */
    private static byte[] percentDecoded(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int high = c == '%' && at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), 16);
            if (low >= 0) {
                bytes.write(high * 16 + low);
                at += 2;
            } else if (c == '+') {
                bytes.write(' ');
            } else {
                int end = Character.isHighSurrogate(c) && at + 1 < text.length() ? at + 2 : at + 1;
                bytes.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
                at = end - 1;
            }
        }
        return bytes.toByteArray();
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

    /** {@code dataUri}: of text as it is, of any other value as JSON. */
    static Outcome dataUri(List<JsonValue> arguments) {
        JsonValue value = arguments.getFirst();
        return Outcome.of(Values.textOrNull(value)
                .map(text -> "data:text/plain;charset=utf8;base64," + encoded(text))
                .orElseGet(() -> "data:application/json;charset=utf8;base64," + encoded(Values.text(value))));
    }

    static Outcome dataUriToString(List<JsonValue> arguments) {
        if (!(arguments.getFirst() instanceof JsonString text)) {
            return wants("dataUriToString", "text", arguments.getFirst());
        }
        int comma = text.value().indexOf(',');
        if (!text.value().regionMatches(true, 0, "data:", 0, 5) || comma < 0) {
            return Outcome.failed("`dataUriToString` wants text that starts with `data:`");
        }
        String[] tokens = text.value().substring(5, comma).split(";", -1);
        boolean base64 = tokens.length > 1 && tokens[tokens.length - 1].equalsIgnoreCase("base64");
        String charset = tokens.length > 1 && tokens[1].regionMatches(true, 0, "charset=", 0, 8)
                ? tokens[1].substring(8)
                : "utf8";
        boolean sound = tokens.length == 1 || !tokens[0].isEmpty() || (tokens.length == 2 && base64);
        for (int i = 1; i < tokens.length; i++) {
            sound &= !tokens[i].isBlank();
        }
        if (!sound || !(charset.equalsIgnoreCase("utf8") || charset.equalsIgnoreCase("utf-8"))) {
            return Outcome.failed(
                    "`dataUriToString` cannot read what stands before the data in `" + text.value() + "`");
        }
        String data = text.value().substring(comma + 1);
        return (base64 ? decoded(data) : Optional.of(percentDecoded(data)))
                .map(bytes -> Outcome.of(new String(bytes, StandardCharsets.UTF_8)))
                .orElseGet(() -> Outcome.failed("`dataUriToString` cannot decode `" + text.value() + "`"));
    }
}
