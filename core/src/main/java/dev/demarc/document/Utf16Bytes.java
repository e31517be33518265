package dev.demarc.document;

import java.io.IOException;
import java.io.InputStream;

/** UTF-16 as UTF-8 bytes, strictly: half a surrogate pair or half a unit is a failure, never a question mark. */
final class Utf16Bytes extends InputStream {
    private final InputStream in;
    private final boolean bigEndian;
    private final byte[] ready = new byte[1 << 13];
    private int at;
    private int limit;
    private boolean broken;

    /** The text after the byte order mark. */
    Utf16Bytes(InputStream in, boolean bigEndian) {
        this.in = in;
        this.bigEndian = bigEndian;
    }

    @Override
    public int read() throws IOException {
        return at == limit && !fill() ? -1 : ready[at++] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == limit && !fill()) {
            return -1;
        }
        int count = Math.min(length, limit - at);
        System.arraycopy(ready, at, out, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = 0;
        while (limit <= ready.length - 4) {
            int unit;
            try {
                unit = unit();
            } catch (InputFailure failure) {
                if (limit > 0) {
                    return true;
                }
                throw failure;
            }
            if (unit < 0) {
                break;
            }
            encode(unit);
        }
        return limit > 0;
    }

    /** The next code point, or -1 at the end. */
    private int unit() throws IOException {
        if (broken) {
            throw invalid();
        }
        int high = half();
        if (high < 0 || !Character.isSurrogate((char) high)) {
            return high;
        }
        int low = Character.isHighSurrogate((char) high) ? half() : -1;
        if (low < 0 || !Character.isLowSurrogate((char) low)) {
            broken = true;
            throw invalid();
        }
        return Character.toCodePoint((char) high, (char) low);
    }

    private int half() throws IOException {
        int first = in.read();
        if (first < 0) {
            return -1;
        }
        int second = in.read();
        if (second < 0) {
            broken = true;
            throw invalid();
        }
        return bigEndian ? (first << 8) | second : (second << 8) | first;
    }

    private void encode(int point) {
        if (point < 0x80) {
            ready[limit++] = (byte) point;
        } else if (point < 0x800) {
            ready[limit++] = (byte) (0xc0 | (point >> 6));
            ready[limit++] = (byte) (0x80 | (point & 0x3f));
        } else if (point < 0x10000) {
            ready[limit++] = (byte) (0xe0 | (point >> 12));
            ready[limit++] = (byte) (0x80 | ((point >> 6) & 0x3f));
            ready[limit++] = (byte) (0x80 | (point & 0x3f));
        } else {
            ready[limit++] = (byte) (0xf0 | (point >> 18));
            ready[limit++] = (byte) (0x80 | ((point >> 12) & 0x3f));
            ready[limit++] = (byte) (0x80 | ((point >> 6) & 0x3f));
            ready[limit++] = (byte) (0x80 | (point & 0x3f));
        }
    }

    private static InputFailure invalid() {
        return new InputFailure(
                "encoding-invalid", "the text is not valid UTF-16", "save the file as UTF-8 and read it again");
    }
}
