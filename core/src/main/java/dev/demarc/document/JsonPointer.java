package dev.demarc.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place inside a JSON value, as RFC 6901 writes it: {@code /properties/ipRules/0/value}. The root is the empty
 * pointer. Tokens are kept unescaped.
 */
public record JsonPointer(List<String> tokens) {
    /** The whole document. */
    public static final JsonPointer ROOT = new JsonPointer(List.of());

    public JsonPointer {
        tokens = List.copyOf(tokens);
    }

    /**
     * Reads a pointer's text.
     *
     * @throws IllegalArgumentException when the text is not empty and does not start with a slash, or has a tilde that is not
     *     followed by 0 or 1
     */
    public static JsonPointer parse(String text) {
        if (text.isEmpty()) {
            return ROOT;
        }
        if (text.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON pointer starts with `/`, this one is `" + text + "`");
        }
        var tokens = new ArrayList<String>();
        for (String token : text.substring(1).split("/", -1)) {
            tokens.add(unescaped(token, text));
        }
        return new JsonPointer(tokens);
    }

    private static String unescaped(String token, String text) {
        for (int tilde = token.indexOf('~'); tilde >= 0; tilde = token.indexOf('~', tilde + 1)) {
            if (!token.startsWith("~0", tilde) && !token.startsWith("~1", tilde)) {
                throw new IllegalArgumentException(
                        "in a JSON pointer `~` is followed by `0` or `1`, not so in `" + text + "`");
            }
        }
        return token.replace("~1", "/").replace("~0", "~");
    }

    /** The pointer to a member of the value that this one points at. */
    public JsonPointer child(String name) {
        var longer = new ArrayList<>(tokens);
        longer.add(name);
        return new JsonPointer(longer);
    }

    /** The pointer to an item of the array that this one points at. */
    public JsonPointer child(int index) {
        return child(Integer.toString(index));
    }

    /** The value at this place; empty when the document has no such place. Names compare exactly. */
    public Optional<JsonValue> in(JsonValue root) {
        JsonValue at = root;
        for (String token : tokens) {
            JsonValue next = switch (at) {
                case JsonObject object -> object.get(token);
                case JsonArray array -> {
                    int index = index(token, array.size());
                    yield index < 0 ? null : array.get(index);
                }
                case JsonString string -> null;
                case JsonNumber number -> null;
                case JsonBoolean bool -> null;
                case JsonNull none -> null;
            };
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    private static int index(String token, int size) {
        if (token.isEmpty() || token.length() > 9 || (token.length() > 1 && token.charAt(0) == '0')) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            index = 10 * index + (c - '0');
        }
        return index < size ? index : -1;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (String token : tokens) {
            text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }
}
