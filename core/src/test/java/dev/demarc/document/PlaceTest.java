package dev.demarc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final JsonPointer POINTER = JsonPointer.parse("/value/0/id");

    @Test
    void isPrintedAsFarAsItIsKnown() {
        assertThat(Place.of("a.json")).hasToString("a.json");
        assertThat(Place.of("a.json", 3, 7)).hasToString("a.json:3:7");
        assertThat(Place.of("a.json", 3, 0)).hasToString("a.json:3");
        assertThat(Place.of("a.json", 3, 7).at(POINTER)).hasToString("a.json:3:7 /value/0/id");
        assertThat(Places.unknownLines("a.json").of(POINTER)).hasToString("a.json /value/0/id");
    }

    @Test
    void doesNotCountBelowZero() {
        for (int[] wrong : new int[][] {{-1, 0}, {0, -1}}) {
            assertThatThrownBy(() -> Place.of("a.json", wrong[0], wrong[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("lines and columns count from 1, or are 0 for the whole document");
        }
    }

    @Test
    void aDiagnosticSaysWhatAndWhatToDo() {
        Place place = Place.of("a.json");
        assertThat(Diagnostic.error("code", "message", place, "hint").severity())
                .isEqualTo(Diagnostic.Severity.ERROR);
        assertThat(Diagnostic.warning("code", "message", place, "hint").severity())
                .isEqualTo(Diagnostic.Severity.WARNING);
        assertThat(Diagnostic.note("code", "message", place, "hint").severity()).isEqualTo(Diagnostic.Severity.NOTE);
        for (String[] wrong : new String[][] {{" ", "m", "h"}, {"c", "", "h"}, {"c", "m", "\n"}}) {
            assertThatThrownBy(() -> Diagnostic.note(wrong[0], wrong[1], place, wrong[2]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a diagnostic needs a code, a message and a hint");
        }
    }
}
