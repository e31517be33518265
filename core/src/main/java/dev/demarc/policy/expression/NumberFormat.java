package dev.demarc.policy.expression;

import dev.demarc.document.JsonNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Numbers as .NET writes them in the invariant culture.
 *
 * <p>Standard formats are a letter and an optional number of digits: {@code C D E F G N P R X}. Any other letter alone is
 * a mistake, as {@code D} and {@code X} are on a fraction. Everything else is a custom format of {@code 0 # , . %} and
 * text, with up to three sections for positive, negative and zero. Halves are rounded away from zero, after the number
 * became a double where it is no whole one. Source: Microsoft's documentation of .NET, standard and custom numeric
 * format strings.
 */
final class NumberFormat {
    private static final int MOST_DIGITS = 1000;

    private NumberFormat() {}

    /** The number in a format; empty when the format does not exist or not for this number. */
    static Optional<String> of(JsonNumber number, String format) {
        char letter = format.charAt(0);
        boolean standard = isLetter(letter)
                && format.length() <= 4
                && format.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
        if (format.length() > MOST_DIGITS || isBeyondDouble(number)) {
            return Optional.empty();
        }
        if (!standard) {
            return Optional.of(new CustomFormat(format).of(exact(number)));
        }
        Optional<Integer> digits =
                format.length() == 1 ? Optional.empty() : Optional.of(Integer.parseInt(format.substring(1)));
        if (digits.orElse(0) > MOST_DIGITS) {
            return Optional.empty();
        }
        OptionalLong whole = Values.whole(number);
        BigDecimal value = exact(number);
        return switch (letter) {
            case 'D', 'd' -> whole.isEmpty() ? Optional.empty() : Optional.of(decimal(whole.getAsLong(), digits));
            case 'X', 'x' -> whole.isEmpty() ? Optional.empty() : Optional.of(hex(whole.getAsLong(), letter, digits));
            case 'F', 'f' -> Optional.of(fixed(value, digits.orElse(2)));
            case 'N', 'n' -> Optional.of(grouped(fixed(value, digits.orElse(2))));
            case 'P', 'p' -> Optional.of(grouped(fixed(value.movePointRight(2), digits.orElse(2))) + " %");
            case 'C', 'c' -> Optional.of(currency(value, digits.orElse(2)));
            case 'E', 'e' -> Optional.of(scientific(value, letter, digits.orElse(6), 3));
            case 'G', 'g' -> Optional.of(general(value, letter, digits));
            case 'R', 'r' -> Optional.of(general(value, letter == 'R' ? 'G' : 'g', Optional.empty()));
            default -> Optional.empty();
        };
    }

    /** Whether a number is larger than any that .NET has; written out it could take any room. */
    private static boolean isBeyondDouble(JsonNumber number) {
        return !number.isInteger() && Double.isInfinite(number.decimal().doubleValue());
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** A whole number as it is, any other as the double that .NET has. */
    private static BigDecimal exact(JsonNumber number) {
        if (number.isInteger()) {
            return number.decimal();
        }
        return new BigDecimal(number.decimal().doubleValue());
    }

    private static String decimal(long number, Optional<Integer> digits) {
        String text = zeros(BigInteger.valueOf(number).abs().toString(), digits.orElse(1));
        return number < 0 ? "-" + text : text;
    }

    private static String hex(long number, char letter, Optional<Integer> digits) {
        boolean small = number >= Integer.MIN_VALUE && number < 0;
        String text = small ? Integer.toHexString((int) number) : Long.toHexString(number);
        String padded = zeros(text, digits.orElse(1));
        return letter == 'X' ? padded.toUpperCase(Locale.ROOT) : padded;
    }

    private static String zeros(String text, int digits) {
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private static String fixed(BigDecimal value, int digits) {
        return value.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    /** The digits before the point in groups of three. */
    static String grouped(String plain) {
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        int start = plain.startsWith("-") ? 1 : 0;
        var text = new StringBuilder(plain);
        for (int at = end - 3; at > start; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private static String currency(BigDecimal value, int digits) {
        String text = grouped(fixed(value.abs(), digits));
        boolean negative = value.setScale(digits, RoundingMode.HALF_UP).signum() < 0;
        return negative ? "(¤" + text + ")" : "¤" + text;
    }

    private static String scientific(BigDecimal value, char letter, int digits, int leastExponent) {
        if (value.signum() == 0) {
            return fixed(BigDecimal.ZERO, digits) + letter + "+" + "0".repeat(leastExponent);
        }
        BigDecimal rounded = value.round(new MathContext(digits + 1, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.movePointLeft(exponent)
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
        return mantissa
                + letter
                + (exponent < 0 ? "-" : "+")
                + zeros(Integer.toString(Math.abs(exponent)), leastExponent);
    }

    /** The shorter of plain and scientific; without a number of digits, those that tell the number from others. */
    private static String general(BigDecimal value, char letter, Optional<Integer> digits) {
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        BigDecimal shortest =
                digits.orElse(0) == 0 ? (whole ? value : new BigDecimal(Double.toString(value.doubleValue()))) : value;
        BigDecimal rounded = (digits.orElse(0) == 0
                        ? shortest
                        : value.round(new MathContext(digits.get(), RoundingMode.HALF_UP)))
                .stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        int most = digits.orElse(0) == 0 ? (whole ? 19 : 15) : digits.get();
        if (exponent >= -5 && exponent < most) {
            return rounded.toPlainString();
        }
        return scientific(rounded, letter == 'g' ? 'e' : 'E', rounded.precision() - 1, 2);
    }
}
