package dev.demarc.policy;

import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.knowledge.SecretFields;
import java.util.List;
import java.util.Random;

/** Choices from a seed, among texts and numbers that are few and near each other, so that they often meet. */
final class Chance {
    static final List<String> TEXTS = List.of(
            "",
            SecretFields.MARKER,
            "a",
            "A",
            "b",
            "ab",
            "a*",
            "*",
            "x y",
            "5",
            "1.50",
            "true",
            "2026-01-01T00:00:00Z",
            "2026-01-01T01:00:00+01:00",
            "10.0.0.0/8",
            "straße",
            "STRASSE",
            "a?",
            "env");
    private static final List<String> NUMBERS =
            List.of("0", "-1", "1", "2", "5", "5.0", "1e3", "1e-400", "12345678901");

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** A whole number from 0 to below a bound. */
    int upTo(int bound) {
        return random.nextInt(bound);
    }

    /** True once in so many times. */
    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String text() {
        return one(TEXTS);
    }

    JsonValue scalar() {
        return switch (random.nextInt(8)) {
            case 0 -> JsonBoolean.of(random.nextBoolean());
            case 1 -> JsonNull.NULL;
            case 2, 3 -> new JsonNumber(one(NUMBERS));
            default -> new JsonString(text());
        };
    }
}
