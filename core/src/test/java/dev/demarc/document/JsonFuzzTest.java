package dev.demarc.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.junit.Lifecycle;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** No bytes crash the reader; what it reads it reads again from its own print, and every place is in the text. */
class JsonFuzzTest {
    @FuzzTest(lifecycle = Lifecycle.PER_TEST)
    @DictionaryFile(resourcePath = "json.dict")
    void reader(byte[] bytes) {
        for (Spread spread : new Spread[] {Spread.NOTHING, Spread.of("value")}) {
            var whole = Recorded.of(bytes, spread);
            assertThat(Recorded.of(Recorded.byteByByte(bytes), spread, Bounds.DEFAULT).events)
                    .isEqualTo(whole.events);
            whole.values.forEach(JsonFuzzTest::holds);
            whole.envelopes.forEach(JsonFuzzTest::holds);
        }
        located(bytes);
    }

    private static void holds(JsonValue value) {
        for (String text : new String[] {JsonWriter.compact(value), JsonWriter.indented(value)}) {
            var again = Recorded.of(text.getBytes(StandardCharsets.UTF_8), Spread.NOTHING);
            assertThat(again.problems).isEmpty();
            assertThat(again.values).singleElement().isEqualTo(value);
            assertThat(again.values.getFirst()).hasSameHashCodeAs(value);
        }
    }

    private static void located(byte[] bytes) {
        var problems = new ArrayList<Diagnostic>();
        var located = LocatedJson.read(new ByteArrayInputStream(bytes), "fuzzed", problems::add);
        assertThat(located.isEmpty()).isEqualTo(!problems.isEmpty());
        located.ifPresent(document -> {
            var before = new Place[] {Place.of("fuzzed", 1, 0)};
            walk(document.value(), JsonPointer.ROOT, document.places(), before);
        });
    }

    /** Values stand one after another in the text, and a pointer finds the value it was made for. */
    private static void walk(JsonValue value, JsonPointer at, Places places, Place[] before) {
        Place place = places.of(at);
        assertThat(place.pointer()).isEqualTo(at);
        assertThat(JsonPointer.parse(at.toString())).isEqualTo(at);
        boolean later = place.line() > before[0].line()
                || (place.line() == before[0].line() && place.column() > before[0].column());
        assertThat(later).as("%s after %s", place, before[0]).isTrue();
        before[0] = place;
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.get(i), at.child(i), places, before);
            }
        } else if (value instanceof JsonObject object) {
            object.forEach((name, member) -> walk(member, at.child(name), places, before));
        }
    }
}
