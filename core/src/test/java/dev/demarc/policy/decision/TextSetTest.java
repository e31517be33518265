package dev.demarc.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A set of texts finds what a look at each would find. */
class TextSetTest {
    /** Letters whose other case is far away, has several forms, or lies beyond the first plane. */
    private static final List<String> LETTERS = List.of(
            "a",
            "A",
            "z",
            "Z",
            "0",
            "[",
            "ß",
            "İ",
            "ı",
            "i",
            "I",
            "ſ",
            "s",
            "\u212a",
            "k",
            "µ",
            "μ",
            "\ud801\udc00",
            "\ud801\udc28");

    private final Random random = new Random(13);

    @Test
    void findsWhatALookAtEachFinds() {
        int found = 0;
        for (int round = 0; round < 2_000; round++) {
            List<String> texts = texts(random.nextInt(200));
            var set = TextSet.of(texts);
            for (int i = 0; i < 20; i++) {
                String asked = text();
                boolean there = texts.stream().anyMatch(asked::equalsIgnoreCase);
                assertThat(set.holds(asked)).as(asked + " in " + texts).isEqualTo(there);
                found += there ? 1 : 0;
            }
        }
        assertThat(found).isBetween(4_000, 36_000);
    }

    private List<String> texts(int size) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(LETTERS.get(random.nextInt(LETTERS.size())));
        }
        return text.toString();
    }
}
