package dev.demarc.document;

import java.util.ArrayList;
import java.util.Random;

/** Random JSON values from a seed: every kind of value, odd texts, numbers written in every way. */
final class Generator {
    private static final String[] NUMBERS = {
        "0", "-0", "5", "5.0", "5e0", "1E+05", "-12.50", "1e-300", "123456789012345678901234567890"
    };
    private static final String[] TEXTS = {
        "",
        "Enabled",
        "a \"quoted\" \\ text",
        "tab\tline\nreturn\r",
        "ü é ß",
        "日本語",
        "😀 smile",
        "\u0000\u001f\u007f",
        "/",
        "\u2028"
    };

    private final Random random;

    Generator(long seed) {
        this.random = new Random(seed);
    }

    JsonValue value(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 -> new JsonString(TEXTS[random.nextInt(TEXTS.length)]);
            case 1 -> new JsonNumber(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 2 -> JsonBoolean.of(random.nextBoolean());
            case 3 -> JsonNull.NULL;
            case 4 -> array(depth);
            default -> object(depth);
        };
    }

    JsonObject object(int depth) {
        var object = JsonObject.builder();
        int size = random.nextInt(8) == 0 ? 40 : random.nextInt(5);
        for (int i = 0; i < size; i++) {
            object.put("n" + i + TEXTS[random.nextInt(TEXTS.length)], value(depth - 1));
        }
        return object.build();
    }

    private JsonArray array(int depth) {
        var items = new ArrayList<JsonValue>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            items.add(value(depth - 1));
        }
        return JsonArray.of(items);
    }
}
