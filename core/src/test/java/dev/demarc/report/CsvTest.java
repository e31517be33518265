package dev.demarc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class CsvTest {

    private static String row(String... values) {
        return Golden.written(out -> new Csv(out, List.of(values)));
    }

    @Test
    void readsAsCommitted() throws IOException {
        Golden.check("assess.csv", Golden.written(out -> AssessmentCsv.write(Fixture.estate(), out)));
        Golden.check("assess-governed.csv", Golden.written(out -> AssessmentCsv.write(Fixture.governed(), out)));
        Golden.check("assess-hostile.csv", Golden.written(out -> AssessmentCsv.write(Fixture.hostile(), out)));
        for (Matrix.By by : Matrix.By.values()) {
            Golden.check(
                    "matrix-" + by.word() + ".csv",
                    Golden.written(
                            out -> MatrixCsv.write(Matrix.of(Fixture.estate().assessment(), by), out)));
        }
        Golden.check(
                "controls.csv",
                Golden.written(out -> ControlsCsv.write(Azure.CATALOGUE, Azure.CATALOGUE.controls(), out)));
    }

    @Test
    void quotesWhatRfc4180AsksFor() {
        assertThat(row("a,b", "say \"so\"", "two\r\nlines", "", " edge", "plain"))
                .isEqualTo("\"a,b\",\"say \"\"so\"\"\",\"two\r\nlines\",,\" edge\",plain\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "=1+1|'=1+1",
                "+1|'+1",
                "-1|'-1",
                "@SUM(A1)|'@SUM(A1)",
                "a=1|a=1",
            })
    void formulasStayText(String value, String written) {
        assertThat(row(value)).isEqualTo(written + "\r\n");
    }

    @Test
    void formulasBehindTabsAndReturnsStayText() {
        assertThat(row("\t=1")).isEqualTo("'\t=1\r\n");
        assertThat(row("\r=1")).isEqualTo("\"'\r=1\"\r\n");
    }

    @Test
    void namesCannotDriveTheTerminal() {
        assertThat(row("a\u001b[2Jb\u009bc\u202ed")).isEqualTo("a\\u001b[2Jb\\u009bc\\u202ed\r\n");
    }
}
