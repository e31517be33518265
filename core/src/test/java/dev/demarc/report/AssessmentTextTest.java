package dev.demarc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class AssessmentTextTest {

    private static String text(Report report, Screen screen) {
        return Golden.written(out -> AssessmentText.write(report, screen, 4, out));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 160})
    void readsAsCommitted(int width) throws IOException {
        Golden.check("assess-" + width + ".txt", text(Fixture.estate(), Screen.plain(width)));
        Golden.check("assess-empty-" + width + ".txt", text(Fixture.empty(), Screen.plain(width)));
        Golden.check("assess-gaps-" + width + ".txt", text(Fixture.onlyGaps(), Screen.plain(width)));
        Golden.check("assess-perfect-" + width + ".txt", text(Fixture.perfect(), Screen.plain(width)));
        Golden.check("assess-unclassified-" + width + ".txt", text(Fixture.noneOfYours(), Screen.plain(width)));
        Golden.check("assess-hostile-" + width + ".txt", text(Fixture.hostile(), Screen.plain(width)));
    }

    @Test
    void readsAsCommittedInColourAndAscii() throws IOException {
        Golden.check("assess-colour.txt", text(Fixture.estate(), Screen.of(100, true, true)));
        Golden.check("assess-ascii.txt", text(Fixture.estate(), Screen.of(80, false, false)));
    }

    @Test
    void colourChangesNothingButColour() {
        String coloured = text(Fixture.estate(), Screen.of(100, true, true));
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(text(Fixture.estate(), Screen.of(100, false, true)));
    }
}
