package dev.demarc.document;

import java.math.BigDecimal;

/**
 * A JSON number as it was written: {@code 5}, {@code 5.0} and {@code 5e0} are three different values, because
 * Azure Policy compares numbers by their text. {@link #decimal} compares by magnitude.
 */
public record JsonNumber(String text) implements JsonValue {

    /** A whole number. */
    public static JsonNumber of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /** A decimal, written without an exponent. */
    public static JsonNumber of(BigDecimal value) {
        return new JsonNumber(value.toPlainString());
    }

    /** The exact value. An exponent beyond what a decimal can hold is refused by the reader, so this never fails. */
    public BigDecimal decimal() {
        return new BigDecimal(text);
    }

    /** Whether the text is a whole number without fraction or exponent. */
    public boolean isInteger() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
