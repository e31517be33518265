package dev.demarc.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * What an input's first bytes say about it: gzip is taken apart, a byte order mark taken off, UTF-16 turned into
 * UTF-8. What comes out is meant to be JSON in UTF-8.
 */
final class Input {
    private static final int PEEK = 4;

    private Input() {}

    /**
     * The input as UTF-8 bytes without a byte order mark.
     *
     * @throws InputFailure when the first bytes show that it can be no JSON
     */
    static InputStream open(InputStream raw) throws IOException {
        var in = new PushbackInputStream(raw, PEEK);
        byte[] head = peek(in);
        if (starts(head, 0x1f, 0x8b)) {
            in = new PushbackInputStream(new Gunzip(in), PEEK);
            head = peek(in);
        }
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            in.skipNBytes(3);
            return in;
        }
        if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) {
            in.skipNBytes(2);
            return new Utf16Bytes(new BufferedInputStream(in), starts(head, 0xfe, 0xff));
        }
        if (isUtf16(head)) {
            throw new InputFailure(
                    "encoding-utf16-without-bom",
                    "the text looks like UTF-16 without a byte order mark",
                    "save the file as UTF-8, or as UTF-16 with a byte order mark");
        }
        refuseBinary(head);
        return in;
    }

    private static boolean isUtf16(byte[] head) {
        return head.length >= 2
                && (head[0] == 0) != (head[1] == 0)
                && head[0] + head[1] >= '\t'
                && (head.length < 4 || (head[0] == 0) == (head[2] == 0) || (head[1] == 0) == (head[3] == 0));
    }

    private static void refuseBinary(byte[] head) throws InputFailure {
        if (starts(head, 'P', 'K', 3, 4)) {
            throw new InputFailure(
                    "binary",
                    "this is a zip archive or an Office file, not JSON",
                    "unpack it, or export the data as JSON");
        }
        for (byte value : head) {
            if (value >= 0 && value < 0x20 && value != '\n' && value != '\r' && value != '\t') {
                throw new InputFailure("binary", "this is a binary file, not JSON", "export the data as JSON");
            }
        }
    }

    private static byte[] peek(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(PEEK);
        in.unread(head);
        return head;
    }

    private static boolean starts(byte[] head, int... wanted) {
        if (head.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((head[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
