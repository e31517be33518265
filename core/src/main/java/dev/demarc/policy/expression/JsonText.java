package dev.demarc.policy.expression;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.ArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads the small JSON texts that the functions {@code json} and {@code base64ToJson} are given. */
final class JsonText {
    /** As lenient as the reader of .NET: names without quotes, single quotes, comments, a comma at the end. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private JsonText() {}

    /** The value that a text spells; a failure when it spells none, or more than one. */
    static Outcome read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return Outcome.failed("`json` cannot read an empty text");
            }
            JsonValue value = value(parser);
            return parser.nextToken() == null
                    ? Outcome.of(value)
                    : Outcome.failed("`json` finds more than one value in the text");
        } catch (JacksonException notJson) {
            return Outcome.failed("`json` cannot read the text `" + text + "`");
        }
    }

    private static JsonValue value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new JsonString(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> throw new IllegalStateException("a value starts with " + parser.currentToken());
        };
    }

    /** A number that a decimal can hold; one with an exponent beyond that is no JSON to us. */
    private static JsonNumber number(String text) {
        var number = new JsonNumber(text);
        try {
            number.decimal();
            return number;
        } catch (NumberFormatException outOfRange) {
            throw new StreamReadException("the number " + text + " is out of range: " + outOfRange.getMessage());
        }
    }

    private static JsonObject object(JsonParser parser) {
        var object = JsonObject.builder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object.build();
    }

    private static JsonArray array(JsonParser parser) {
        var items = new ArrayList<JsonValue>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return JsonArray.of(items);
    }
}
