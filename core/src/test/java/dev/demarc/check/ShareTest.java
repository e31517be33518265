package dev.demarc.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class ShareTest {

    @ParameterizedTest
    @CsvSource({
        "77, 90, 85.6",
        "1, 8, 12.5",
        "1, 2000, 0.1",
        "1, 100000, 0.1",
        "0, 100000, 0.0",
        "99999, 100000, 99.9",
        "5, 5, 100.0",
        "13, 80, 16.2"
    })
    void isRoundedHalfEvenAndNeverToAllOrNothing(int part, int whole, BigDecimal percent) {
        assertThat(Share.percent(part, whole)).contains(percent);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThat(Share.percent(0, 0)).isEmpty();
    }

    @Test
    void mayHaveMoreDecimals() {
        assertThat(Share.percent(BigDecimal.ONE, BigDecimal.valueOf(1_000_000), 2))
                .isEqualByComparingTo("0.01");
    }
}
