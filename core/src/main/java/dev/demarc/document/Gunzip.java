package dev.demarc.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The bytes inside gzip: any number of members one after another, zero padding at the end (RFC 1952). Unlike the JDK's
 * own stream it finds every member however the bytes arrive, and tells truncated from corrupt.
 */
final class Gunzip extends InputStream {
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final String REPAIR = "copy the file again, or export it again";

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 15];
    private int at;
    private int limit;
    private boolean inMember;
    private boolean anyMember;
    private boolean finished;
    private @Nullable InputFailure failure;

    Gunzip(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (failure != null) {
            throw failure;
        }
        try {
            return inflated(out, offset, length);
        } catch (InputFailure first) {
            failure = first;
            throw first;
        }
    }

    private int inflated(byte[] out, int offset, int length) throws IOException {
        while (!finished) {
            if (!inMember && !startMember()) {
                close();
                return -1;
            }
            int count = inflate(out, offset, length);
            if (count > 0) {
                checksum.update(out, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (at == limit && !fill()) {
                throw truncated();
            } else {
                inflater.setInput(buffer, at, limit - at);
                at = limit;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        if (!finished) {
            finished = true;
            inflater.end();
        }
    }

    /** Inflates; what comes before damaged data is given first, however the bytes arrive. */
    private int inflate(byte[] out, int offset, int length) throws InputFailure {
        long before = inflater.getBytesWritten();
        try {
            int count = inflater.inflate(out, offset, length);
            if (count == 0 && inflater.needsDictionary()) {
                throw corrupt();
            }
            return count;
        } catch (DataFormatException notDeflate) {
            failure = corrupt();
            int sound = (int) (inflater.getBytesWritten() - before);
            if (sound == 0) {
                throw failure;
            }
            return sound;
        }
    }

    private boolean startMember() throws IOException {
        int first = next();
        while (anyMember && first == 0) {
            first = next();
        }
        if (first < 0 && anyMember) {
            return false;
        }
        if (first != 0x1f || required() != 0x8b) {
            throw new InputFailure(
                    "gzip-trailing-garbage", "after the compressed data come bytes that are not gzip", REPAIR);
        }
        if (required() != 8) {
            throw corrupt();
        }
        int flags = required();
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(required() | (required() << 8));
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        checksum.reset();
        inMember = true;
        anyMember = true;
        return true;
    }

    private void endMember() throws IOException {
        at = limit - inflater.getRemaining();
        long sum = littleEndian();
        long size = littleEndian();
        if (sum != checksum.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw corrupt();
        }
        inMember = false;
    }

    private long littleEndian() throws IOException {
        return required() | (required() << 8) | (required() << 16) | ((long) required() << 24);
    }

    private void skipText() throws IOException {
        int letter = required();
        while (letter != 0) {
            letter = required();
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int ignored = required();
            assert ignored >= 0;
        }
    }

    private int required() throws IOException {
        int value = next();
        if (value < 0) {
            throw truncated();
        }
        return value;
    }

    private int next() throws IOException {
        return at == limit && !fill() ? -1 : buffer[at++] & 0xff;
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        while (count == 0) {
            count = in.read(buffer, 0, buffer.length);
        }
        at = 0;
        limit = Math.max(count, 0);
        return count > 0;
    }

    private static InputFailure truncated() {
        return new InputFailure("gzip-truncated", "the compressed data end too early", REPAIR);
    }

    private static InputFailure corrupt() {
        return new InputFailure("gzip-corrupt", "the compressed data are damaged", REPAIR);
    }
}
