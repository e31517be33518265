package dev.demarc.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Generated JSON values. */
final class Generated {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "A",
            "id",
            "~",
            "~1",
            "/",
            "a/b",
            "\"",
            "\\",
            "\n\r\t",
            "\u0000",
            "\u001f",
            "\u007f",
            "é",
            "測試",
            "\u2028",
            "\ud83d\ude00",
            "0",
            "-",
            "ſ",
            "İ");
    private static final List<String> NUMBERS =
            List.of("0", "-0", "5", "5.0", "5e0", "-12", "1E+2", "0.10", "9007199254740993", "1e-7");

    private Generated() {}

    static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size())) + TEXTS.get(random.nextInt(TEXTS.size()));
    }

    static JsonValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> new JsonString(text(random));
            case 1 -> new JsonNumber(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 2 -> JsonBoolean.of(random.nextBoolean());
            case 3 -> JsonNull.NULL;
            case 4 -> {
                var items = new ArrayList<JsonValue>();
                for (int left = random.nextInt(4); left > 0; left--) {
                    items.add(value(random, depth - 1));
                }
                yield JsonArray.of(items);
            }
            default -> object(random, depth - 1);
        };
    }

    static JsonObject object(Random random, int depth) {
        var object = JsonObject.builder();
        for (int left = random.nextInt(5); left > 0; left--) {
            object.set(text(random), value(random, depth));
        }
        return object.build();
    }

    /** The same value with the members of every object in another order. */
    static JsonValue shuffled(JsonValue value, Random random) {
        return switch (value) {
            case JsonObject object -> {
                var names = new ArrayList<>(object.names());
                Collections.shuffle(names, random);
                var other = JsonObject.builder();
                for (String name : names) {
                    JsonValue member = object.get(name);
                    if (member != null) {
                        other.put(name, shuffled(member, random));
                    }
                }
                yield other.build();
            }
            case JsonArray array ->
                JsonArray.of(array.stream().map(item -> shuffled(item, random)).toList());
            case JsonString string -> new JsonString(string.value());
            case JsonNumber number -> new JsonNumber(number.text());
            case JsonBoolean bool -> bool;
            case JsonNull none -> none;
        };
    }
}
