package dev.demarc.document;

/**
 * How much of an input is taken in one piece; what goes beyond is skipped with a diagnostic, so that no input exhausts
 * memory or time.
 *
 * @param depth how deep a value may be nested; a value in a list counts from itself
 * @param valueBytes the text of one value, in bytes
 * @param stringLength one string, in characters
 * @param nameLength one member name, in characters
 * @param numberLength one number, in characters
 * @param exponent the largest exponent of a number, either way; beyond a decimal's arithmetic takes for ever
 */
public record Bounds(int depth, int valueBytes, int stringLength, int nameLength, int numberLength, int exponent) {
    /** Depth 128, 32 MB a value, strings of 16 million characters, names of 4,096, numbers of 1,000, exponents of 999. */
    public static final Bounds DEFAULT = new Bounds(128, 32 << 20, 16_000_000, 4_096, 1_000, 999);

    public Bounds {
        if (depth < 1 || valueBytes < 1 || stringLength < 1 || nameLength < 1 || numberLength < 1 || exponent < 1) {
            throw new IllegalArgumentException("every bound is at least 1");
        }
    }

    /** The same bounds with another one for the bytes of a value. */
    public Bounds withValueBytes(int bytes) {
        return new Bounds(depth, bytes, stringLength, nameLength, numberLength, exponent);
    }
}
