package dev.demarc.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.knowledge.Side;
import dev.demarc.posture.CellState;
import dev.demarc.posture.Coverage.LayerCoverage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class TextTest {
    private static final Map<String, Report> REPORTS = new LinkedHashMap<>();

    static {
        REPORTS.put("estate", Fixture.estate());
        REPORTS.put("governed", Fixture.governed());
        REPORTS.put("empty", Fixture.empty());
        REPORTS.put("gaps", Fixture.onlyGaps());
        REPORTS.put("perfect", Fixture.perfect());
        REPORTS.put("unclassified", Fixture.noneOfYours());
        REPORTS.put("hostile", Fixture.hostile());
    }

    private static String assess(Report report, Screen screen) {
        return Golden.written(out -> AssessmentText.write(report, screen, 4, out));
    }

    private static String matrix(Report report, Matrix.By by, Screen screen) {
        return Golden.written(out -> MatrixText.write(Matrix.of(report.assessment(), by), screen, out));
    }

    private static String explain(Report report, String nameEnd, Screen screen) {
        return Golden.written(out ->
                ExplanationText.write(Fixture.explanation(report, nameEnd, "storage-secure-transfer"), screen, out));
    }

    private static String controls(Screen screen) {
        return Golden.written(out -> ControlsText.write(Azure.CATALOGUE, Azure.CATALOGUE.controls(), screen, out));
    }

    private static String control(Screen screen) {
        return Golden.written(out -> ControlsText.write(Azure.CATALOGUE, Azure.DISK_ENCRYPTION, screen, out));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 160})
    void readsAsCommitted(int width) throws IOException {
        Screen screen = Screen.plain(width);
        for (var report : REPORTS.entrySet()) {
            Golden.check("assess-" + report.getKey() + "-" + width + ".txt", assess(report.getValue(), screen));
        }
        for (Matrix.By by : Matrix.By.values()) {
            Golden.check("matrix-" + by.word() + "-" + width + ".txt", matrix(Fixture.estate(), by, screen));
        }
        Golden.check("explain-" + width + ".txt", explain(Fixture.estate(), "stweb", screen));
        Golden.check("controls-" + width + ".txt", controls(screen));
        Golden.check("control-" + width + ".txt", control(screen));
    }

    @Test
    void readsAsCommittedInColourAndAscii() throws IOException {
        Golden.check("assess-colour.txt", assess(Fixture.estate(), Screen.of(100, true, true)));
        Golden.check("assess-ascii.txt", assess(Fixture.estate(), Screen.of(80, false, false)));
        Golden.check("matrix-ascii.txt", matrix(Fixture.estate(), Matrix.By.TYPE, Screen.of(80, false, false)));
        Golden.check("explain-hostile.txt", explain(Fixture.hostile(), "~ #", Screen.plain(80)));
    }

    @Test
    void colourChangesNothingButColour() {
        String coloured = assess(Fixture.estate(), Screen.of(100, true, true));
        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(assess(Fixture.estate(), Screen.of(100, false, true)));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 79, 80, 100, 119, 120, 160, 240})
    void noLineIsWiderThanTheScreen(int width) {
        for (boolean unicode : List.of(true, false)) {
            Screen screen = Screen.of(width, false, unicode);
            REPORTS.values().forEach(report -> {
                assertFits(assess(report, screen), width);
                for (Matrix.By by : Matrix.By.values()) {
                    assertFits(matrix(report, by, screen), width);
                }
            });
            assertFits(controls(screen), width);
            assertFits(withoutCommands(control(screen)), width);
            assertFits(withoutCommands(explain(Fixture.estate(), "stweb", screen)), width);
            assertFits(withoutCommands(explain(Fixture.hostile(), "exe", screen)), width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 64, 70, 80, 100})
    void figuresOfTheLineAreWhole(int width) {
        Report report = Fixture.estate();
        String text = assess(report, Screen.plain(width));
        for (LayerCoverage layer : report.assessment().coverage().layers()) {
            int yours = layer.count(Side.CUSTOMER) + layer.count(Side.SHARED);
            String figures = Stream.of(
                            CellState.VERIFIED,
                            CellState.FAILING,
                            CellState.UNKNOWN,
                            CellState.UNWATCHED,
                            CellState.EXEMPT,
                            CellState.ATTESTED)
                    .filter(state -> report.assessment().coverage().count(state) > 0)
                    .map(state -> "\\s+" + layer.count(state))
                    .collect(Collectors.joining());
            String row = yours == 0 ? "\\s+none" : "\\s+" + yours + figures;
            assertThat(text.lines())
                    .as(layer.layer().shortTitle())
                    .anyMatch(line -> line.matches("  " + layer.layer().shortTitle() + "[^0-9]*?" + row));
        }
    }

    @Test
    void aSourceWithoutADateEndsWithoutParentheses() {
        assertThat(control(Screen.plain(160)))
                .contains("Storage accounts, Microsoft, rest/api/storagerp (2025-06)\n")
                .contains("How disks are encrypted, Microsoft, docs/disks.md\n");
    }

    private static void assertFits(String text, int width) {
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(Measure.width(line)).as(line).isLessThanOrEqualTo(width));
    }

    /** The text without the part whose commands are to be copied. */
    private static String withoutCommands(String text) {
        return text.replaceAll("(?s)What to do.*?References", "References");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesCannotDriveTheTerminal(boolean unicode) {
        Screen screen = Screen.of(80, false, unicode);
        Report hostile = Fixture.hostile();
        String all = assess(hostile, screen)
                + matrix(hostile, Matrix.By.RESOURCE, screen)
                + explain(hostile, "\u0007", screen)
                + explain(hostile, "exe", screen)
                + Golden.written(out -> AssessmentJson.write(hostile, out))
                + Golden.written(out -> AssessmentCsv.write(hostile, out)).replace("\r\n", "\n");
        assertThat(all.codePoints()).allMatch(c -> c == '\n' || Printable.isVisible(c));
        if (!unicode) {
            assertThat(assess(hostile, screen).chars()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
        }
    }

    @Test
    void saysInTheFirstLineWhetherItIsComplete() {
        assertThat(assess(Fixture.estate(), Screen.plain(160))).startsWith("INCOMPLETE: 6 gaps, 2 refused documents");
        assertThat(assess(Fixture.onlyGaps(), Screen.plain(80))).startsWith("NOTHING SEEN:");
        assertThat(assess(Fixture.empty(), Screen.plain(80))).startsWith("NOTHING SEEN:");
        assertThat(assess(Fixture.perfect(), Screen.plain(80))).startsWith("COMPLETE:");
    }

    @Test
    void theSameInputGivesTheSameText() {
        Screen screen = Screen.plain(80);
        assertThat(assess(Fixture.estate(), screen)).isEqualTo(assess(Fixture.estate(), screen));
        assertThat(Golden.written(out -> AssessmentJson.write(Fixture.estate(), out)))
                .isEqualTo(Golden.written(out -> AssessmentJson.write(Fixture.estate(), out)));
    }
}
