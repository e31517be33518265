package dev.demarc.document;

import java.util.Arrays;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * One JSON text in memory as a value. Tokens come from Jackson; what it lets pass and we do not (names written twice,
 * half surrogate pairs, invalid UTF-8, numbers beyond {@link Bounds}) is checked here.
 */
final class JsonText {
    private static final int FEW = 16;
    private static final int UNLIMITED = Integer.MAX_VALUE;
    /** The bytes from which Jackson would guess UTF-16 or UTF-32 where one of them is a NUL. */
    private static final int SNIFFED = 4;
    /** The first byte of a mark, which Jackson would pass over; no JSON begins with it. */
    private static final byte BYTE_ORDER_MARK = (byte) 0xef;

    private final Bounds bounds;
    private final TextPool pool = new TextPool();
    private final JsonFactory factory;
    private Object[] stack = new Object[256];
    private int top;

    JsonText(Bounds bounds) {
        this.bounds = bounds;
        this.factory = JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.newBoundedPool(1))
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(bounds.depth() + 1)
                        .maxStringLength(UNLIMITED)
                        .maxNumberLength(UNLIMITED)
                        .maxNameLength(UNLIMITED)
                        .build())
                .build();
    }

    /**
     * The one value that these bytes spell.
     *
     * @param offsets takes the offset of every value; null when nobody asks
     */
    JsonValue parse(byte[] bytes, int from, int to, @Nullable Offsets offsets) throws Refusal {
        int invalid = Utf8.firstInvalid(bytes, from, to);
        if (invalid >= 0) {
            throw Refusal.value(
                    "encoding-invalid",
                    "the text is not valid UTF-8",
                    invalid - from,
                    "save the file as UTF-8 and read it again");
        }
        for (int i = from; i < Math.min(from + SNIFFED, to); i++) {
            if (bytes[i] == 0 || (i == from && bytes[i] == BYTE_ORDER_MARK)) {
                throw new SyntaxError(i - from).of(bytes, from, to, "");
            }
        }
        top = 0;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            try {
                JsonToken first = parser.nextToken();
                if (first == null) {
                    throw new SyntaxError(to - from).of(bytes, from, to, "");
                }
                JsonValue value = value(parser, first, offsets);
                if (parser.nextToken() != null) {
                    throw new SyntaxError(offset(parser)).of(bytes, from, to, "");
                }
                return value;
            } catch (StreamConstraintsException beyond) {
                throw Refusal.value(
                        "too-deep",
                        "the value is nested more than " + bounds.depth() + " deep",
                        0,
                        "export the resource without what is nested in it");
            } catch (JacksonException notJson) {
                var location = notJson.getLocation();
                int offset = location == null ? 0 : (int) Math.max(0, location.getByteOffset());
                throw new SyntaxError(offset).of(bytes, from, to, notJson.getOriginalMessage());
            }
        }
    }

    private JsonValue value(JsonParser parser, JsonToken token, @Nullable Offsets offsets) throws Refusal {
        if (offsets != null) {
            offsets.here(offset(parser));
        }
        return switch (token) {
            case START_OBJECT -> object(parser, offsets);
            case START_ARRAY -> array(parser, offsets);
            case VALUE_STRING -> string(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw Refusal.syntax("syntax", "a value is missing", offset(parser), SyntaxError.HINT);
        };
    }

    private JsonValue object(JsonParser parser, @Nullable Offsets offsets) throws Refusal {
        int start = top;
        HashSet<String> seen = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = name(parser);
            if (seen == null && top - start >= 2 * FEW) {
                seen = new HashSet<>();
                for (int i = start; i < top; i += 2) {
                    seen.add((String) stack[i]);
                }
            }
            if (seen == null ? isAmong(name, start) : !seen.add(name)) {
                throw Refusal.value(
                        "duplicate-name",
                        "the member " + Quote.of(name)
                                + " is written twice in one object, so the document is ambiguous",
                        offset(parser),
                        "export the resource again; if it was edited by hand, remove one of the two");
            }
            push(name);
            if (offsets != null) {
                offsets.enter(name);
            }
            push(value(parser, parser.nextToken(), offsets));
            if (offsets != null) {
                offsets.leave();
            }
        }
        var object = JsonObject.owning(Arrays.copyOfRange(stack, start, top));
        top = start;
        return object;
    }

    private boolean isAmong(String name, int start) {
        for (int i = start; i < top; i += 2) {
            if (stack[i].equals(name)) {
                return true;
            }
        }
        return false;
    }

    private JsonValue array(JsonParser parser, @Nullable Offsets offsets) throws Refusal {
        int start = top;
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            if (offsets != null) {
                offsets.enter(Integer.toString(top - start));
            }
            push(value(parser, token, offsets));
            if (offsets != null) {
                offsets.leave();
            }
            token = parser.nextToken();
        }
        var array = JsonArray.owning(Arrays.copyOfRange(stack, start, top, JsonValue[].class));
        top = start;
        return array;
    }

    private void push(Object item) {
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, 2 * top);
        }
        stack[top++] = item;
    }

    private String name(JsonParser parser) throws Refusal {
        String name = parser.currentName();
        if (name.length() > bounds.nameLength()) {
            throw Refusal.value(
                    "name-too-long",
                    "a member name is longer than " + bounds.nameLength() + " characters",
                    offset(parser),
                    "this is not what Azure returns; export the resource again");
        }
        if (hasLoneSurrogate(name)) {
            throw loneSurrogate(parser);
        }
        return pool.name(name);
    }

    private JsonValue string(JsonParser parser) throws Refusal {
        char[] text = parser.getStringCharacters();
        int length = parser.getStringLength();
        int from = parser.getStringOffset();
        if (length > bounds.stringLength()) {
            throw Refusal.value(
                    "string-too-long",
                    "a string is longer than " + bounds.stringLength() + " characters",
                    offset(parser),
                    "export the resource without this value");
        }
        for (int i = from; i < from + length; i++) {
            if (Character.isSurrogate(text[i]) && hasLoneSurrogate(new String(text, from, length))) {
                throw loneSurrogate(parser);
            }
        }
        return pool.string(text, from, length);
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private static Refusal loneSurrogate(JsonParser parser) {
        return Refusal.value(
                "lone-surrogate",
                "a text holds half of a surrogate pair, which no Unicode text may",
                offset(parser),
                "correct the text in Azure, or export the resource again");
    }

    private JsonValue number(JsonParser parser) throws Refusal {
        char[] text = parser.getStringCharacters();
        int length = parser.getStringLength();
        int from = parser.getStringOffset();
        if (length > bounds.numberLength()) {
            throw beyond(parser, "a number is written with more than " + bounds.numberLength() + " characters");
        }
        if (exponent(text, from, from + length) > bounds.exponent()) {
            throw beyond(parser, "the number " + Quote.of(new String(text, from, length)) + " is out of range");
        }
        return pool.number(text, from, length);
    }

    private static long exponent(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == 'e' || text[i] == 'E') {
                int digits = text[i + 1] == '+' || text[i + 1] == '-' ? i + 2 : i + 1;
                while (digits < to - 1 && text[digits] == '0') {
                    digits++;
                }
                return to - digits > 9 ? Long.MAX_VALUE : Long.parseLong(new String(text, digits, to - digits));
            }
        }
        return 0;
    }

    private static Refusal beyond(JsonParser parser, String sentence) {
        return Refusal.value(
                "number-out-of-range",
                sentence,
                offset(parser),
                "this is not what Azure returns; export the resource again");
    }

    private static int offset(JsonParser parser) {
        return (int) Math.max(0, parser.currentTokenLocation().getByteOffset());
    }
}
