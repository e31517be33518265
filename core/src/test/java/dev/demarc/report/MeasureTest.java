package dev.demarc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullMarked
class MeasureTest {

    @Test
    void countsColumnsAsTerminalsDo() {
        assertThat(Measure.width("abc")).isEqualTo(3);
        assertThat(Measure.width("倉庫")).isEqualTo(4);
        assertThat(Measure.width("e\u0301")).isEqualTo(1);
        assertThat(Measure.width("🔥")).isEqualTo(2);
        assertThat(Measure.width("█░")).isEqualTo(2);
    }

    @Test
    void keepsTheLastNamesOfAPath() {
        assertThat(Measure.cutMiddle("/subscriptions/1234/resourceGroups/rg/name", 24, "…"))
                .isEqualTo("/subscriptions/…/rg/name");
        assertThat(Measure.cutMiddle("abcdefghij", 7, "…")).isEqualTo("abc…hij");
        assertThat(Measure.cutMiddle("short", 7, "…")).isEqualTo("short");
        assertThat(Measure.width(Measure.cutMiddle("倉庫倉庫倉庫倉庫", 8, "…"))).isLessThanOrEqualTo(8);
    }

    @Test
    void wrapsAtBlanksAndInsideLongWords() {
        assertThat(Measure.wrap("one two three", 8)).containsExactly("one two", "three");
        assertThat(Measure.wrap("abcdefghijkl mn", 5)).containsExactly("abcde", "fghij", "kl mn");
        assertThat(Measure.wrap("", 5)).containsExactly("");
    }

    @Test
    void groupsDigits() {
        assertThat(Numbers.count(1234567)).isEqualTo("1,234,567");
        assertThat(Numbers.count(-123456)).isEqualTo("-123,456");
        assertThat(Numbers.count(999)).isEqualTo("999");
        assertThat(Numbers.decimal(new BigDecimal("12345.60"))).isEqualTo("12,345.60");
    }

    @Test
    void barsAreAsLongAsAskedAndHideNoPart() {
        var line = new TextLine(Screen.plain(80), SubscriptionNames.NONE);
        new Bar()
                .part('a', Tone.PLAIN, 100_000)
                .part('b', Tone.PLAIN, 1)
                .part('c', Tone.PLAIN, 1)
                .part('d', Tone.PLAIN, 0)
                .addTo(line, 10);
        assertThat(line.finished()).isEqualTo("aaaaaaaabc");
    }

    /** Contrast by WCAG 2 of at least 3 : 1, what it asks of large text and graphics, on black and on white. */
    @ParameterizedTest
    @EnumSource(Tone.class)
    void coloursCanBeReadOnDarkAndOnLightGround(Tone tone) {
        if (!tone.codes().startsWith("38;5;")) {
            return;
        }
        double luminance = luminance(Integer.parseInt(tone.codes().substring(5)));
        assertThat((luminance + 0.05) / 0.05).isGreaterThan(3);
        assertThat(1.05 / (luminance + 0.05)).isGreaterThan(3);
    }

    /** Of a colour of the 256 that terminals know, by the values that xterm gives them. */
    private static double luminance(int colour) {
        if (colour >= 232) {
            return linear(8 + 10 * (colour - 232));
        }
        int cube = colour - 16;
        return 0.2126 * linear(step(cube / 36)) + 0.7152 * linear(step(cube / 6 % 6)) + 0.0722 * linear(step(cube % 6));
    }

    private static int step(int level) {
        return level == 0 ? 0 : 55 + 40 * level;
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
