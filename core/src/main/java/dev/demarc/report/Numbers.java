package dev.demarc.report;

import java.math.BigDecimal;
import java.util.Optional;

/** Figures for people: thousands separated by commas, decimals after a point, in every place alike. */
public final class Numbers {
    private Numbers() {}

    /** {@code 1,234,567}. */
    public static String count(long number) {
        return grouped(Long.toString(number));
    }

    /** {@code 1,234.50}, with as many decimals as the value has. */
    public static String decimal(BigDecimal number) {
        return grouped(number.toPlainString());
    }

    /** {@code 51.2%}; a dash when there is nothing to be a part of. */
    public static String percent(Optional<BigDecimal> number) {
        return number.map(value -> decimal(value) + "%").orElse("–");
    }

    /** {@code 1 gap}, {@code 2 gaps}. */
    public static String counted(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    private static String grouped(String digits) {
        int point = digits.indexOf('.');
        int end = point < 0 ? digits.length() : point;
        int start = digits.startsWith("-") ? 1 : 0;
        var text = new StringBuilder(digits);
        for (int at = end - 3; at > start; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
