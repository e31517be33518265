package dev.demarc.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds where values end in a stream of bytes, without looking at what they say: strings are jumped over, brackets
 * matched, lines counted. Only the bytes since {@link #mark} are kept, and never more than the bound, so a value of
 * any size and depth is passed in constant memory.
 *
 * <p>It also tells JSON Lines from a document that spans lines. The first line that opens a value decides: when it ends
 * outside the value, or when the next line begins in column 1 with a brace or bracket that cannot continue what came
 * before (it may only follow a colon or, in an array, a comma or the opening bracket), then lines stand for themselves: from there on a line break inside a value means that the line was cut short. This needs no memory,
 * whatever the length of the first line, and holds when that line is no JSON at all.
 */
final class JsonScanner {
    /** No more bytes. */
    static final int END = -1;

    /** A line of JSON Lines ended inside a value; the scanner stands at the beginning of the next. */
    static final int CUT = -2;

    /** What the lines of the input are. */
    enum Mode {
        UNDECIDED,
        LINES,
        DOCUMENT
    }

    /** How the scan of a value ended. */
    enum Scan {
        DONE,
        TOO_DEEP,
        TOO_LARGE,
        CUT,
        END,
        OPEN_STRING,
        MISMATCH
    }

    private static final int FIRST_BUFFER = 1 << 16;
    private static final boolean[] STRUCTURAL = new boolean[256];

    static {
        for (char c : "{}[]\"\n".toCharArray()) {
            STRUCTURAL[c] = true;
        }
        Arrays.fill(STRUCTURAL, 0x80, 0xc0, true);
    }

    private final InputStream in;
    private final Bounds bounds;
    private final byte[] open;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int at;
    private int limit;
    private int mark = -1;
    private int most;
    private boolean overflowed;

    /** What was taken last outside of values; 0 after a value. */
    private byte last;

    private long dropped;
    private long line = 1;
    private long lineStart;
    private int continuations;
    private boolean ended;
    private @Nullable IOException failure;
    private Mode mode = Mode.UNDECIDED;

    JsonScanner(InputStream in, Bounds bounds) {
        this.in = in;
        this.bounds = bounds;
        this.open = new byte[bounds.depth() + 1];
    }

    Mode mode() {
        return mode;
    }

    void mode(Mode decided) {
        mode = decided;
    }

    /** Why the bytes ended before their end; empty when they did not. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    long line() {
        return line;
    }

    /** The column of the next byte, in characters from 1. */
    int column() {
        return (int) Math.min(Integer.MAX_VALUE, dropped + at - lineStart - continuations + 1);
    }

    /** Keeps the bytes from here on, up to the bound of a value. */
    void mark() {
        mark(bounds.valueBytes());
    }

    /** Keeps the bytes from here on, up to so many. */
    void mark(int bytes) {
        mark = at;
        most = bytes;
        overflowed = false;
    }

    /** Whether more bytes came since the mark than are kept. */
    boolean overflowed() {
        return overflowed;
    }

    byte[] buffer() {
        return buffer;
    }

    /** The index of the mark in the buffer. */
    int from() {
        return mark;
    }

    /** The index behind the last byte taken. */
    int to() {
        return at;
    }

    void release() {
        mark = -1;
    }

    /** Takes the byte that {@link #next} showed. */
    void take() {
        last = buffer[at];
        at++;
    }

    /** The next byte outside values that is no blank, or END. */
    int nextRoot() {
        while (at < limit || fill()) {
            byte next = buffer[at];
            if (!isBlank(next)) {
                return next & 0xff;
            }
            at++;
            if (next == '\n') {
                newLine();
            }
        }
        return END;
    }

    /** The next byte on this line that is no blank, a line break included, or END. */
    int nextOnLine() {
        while (at < limit || fill()) {
            byte next = buffer[at];
            if (next == '\n' || !isBlank(next)) {
                return next & 0xff;
            }
            at++;
        }
        return END;
    }

    /** The next byte inside a value that is no blank, or END, or CUT. */
    int next(boolean inArray) {
        while (at < limit || fill()) {
            byte next = buffer[at];
            if (!isBlank(next)) {
                return next & 0xff;
            }
            at++;
            if (next == '\n') {
                newLine();
                if (isCut(inArray, last)) {
                    return CUT;
                }
            }
        }
        return END;
    }

    /** Passes the value that begins here. */
    Scan value(int depth) {
        byte first = buffer[at];
        if (first == '"') {
            return bounded(string(), false);
        }
        return first == '{' || first == '[' ? container(depth) : bounded(bare(), false);
    }

    /** Passes the string whose opening quote is next. */
    Scan string() {
        last = 0;
        at++;
        while (at < limit || fill()) {
            byte next = buffer[at++];
            if (next == '"') {
                return Scan.DONE;
            }
            if (next == '\\') {
                if (at == limit && !fill()) {
                    return Scan.END;
                }
                if (buffer[at] == '\\' || buffer[at] == '"') {
                    at++;
                }
            } else if (next == '\n') {
                at--;
                return Scan.OPEN_STRING;
            } else if ((next & 0xc0) == 0x80) {
                continuations++;
            }
        }
        return Scan.END;
    }

    /** Passes a number, a literal, or whatever stands in the place of one. */
    private Scan bare() {
        last = 0;
        while (at < limit || fill()) {
            byte next = buffer[at];
            if (isBlank(next) || next == ',' || next == ']' || next == '}' || next == ':') {
                return Scan.DONE;
            }
            if ((next & 0xc0) == 0x80) {
                continuations++;
            }
            at++;
        }
        return Scan.DONE;
    }

    private Scan container(int allowed) {
        last = 0;
        int depth = 0;
        boolean deep = false;
        while (at < limit || fill()) {
            byte next = buffer[at++];
            if (!STRUCTURAL[next & 0xff]) {
                continue;
            }
            switch (next) {
                case '"' -> {
                    at--;
                    Scan scan = string();
                    if (scan != Scan.DONE) {
                        return scan;
                    }
                }
                case '{', '[' -> {
                    if (depth < allowed) {
                        open[depth] = next;
                    }
                    depth++;
                    deep |= depth > allowed;
                }
                case '}', ']' -> {
                    depth--;
                    if (depth < allowed && open[depth] != (next == '}' ? '{' : '[')) {
                        at--;
                        return Scan.MISMATCH;
                    }
                    if (depth == 0) {
                        return bounded(Scan.DONE, deep);
                    }
                }
                case '\n' -> {
                    newLine();
                    if (isCut(depth <= allowed && open[depth - 1] == '[', lastBeforeLineBreak())) {
                        return Scan.CUT;
                    }
                }
                default -> continuations++;
            }
        }
        return Scan.END;
    }

    private Scan bounded(Scan scan, boolean deep) {
        if (scan != Scan.DONE) {
            return scan;
        }
        if (deep) {
            return Scan.TOO_DEEP;
        }
        return overflowed || (mark >= 0 && at - mark > bounds.valueBytes()) ? Scan.TOO_LARGE : Scan.DONE;
    }

    /** Passes everything up to the line break, which stays. */
    void restOfLine() {
        while (at < limit || fill()) {
            if (buffer[at] == '\n') {
                return;
            }
            if ((buffer[at] & 0xc0) == 0x80) {
                continuations++;
            }
            at++;
        }
    }

    /**
     * After something that is no JSON: passes the rest of its line and says whether reading goes on with the next.
     *
     * @param open whether the line may have ended inside a value that goes on
     */
    boolean skipBrokenLine(boolean open) {
        if (mode == Mode.DOCUMENT) {
            return false;
        }
        release();
        byte end = 0;
        while ((at < limit || fill()) && buffer[at] != '\n') {
            end = isBlank(buffer[at]) ? end : buffer[at];
            at++;
        }
        if (at == limit && !fill()) {
            return true;
        }
        at++;
        newLine();
        if (mode == Mode.LINES) {
            return true;
        }
        boolean goesOn = open && (end == ',' || end == ':' || end == '[' || end == '{');
        return (at < limit || fill()) && (buffer[at] == '{' || buffer[at] == '[') && !goesOn;
    }

    /** Whether the line that has just ended inside a value was cut short. */
    private boolean isCut(boolean inArray, byte before) {
        if (mode != Mode.UNDECIDED) {
            return mode == Mode.LINES;
        }
        boolean bracket = (at < limit || fill()) && (buffer[at] == '{' || buffer[at] == '[');
        boolean mayFollow = before == ':' || (inArray && (before == ',' || before == '['));
        mode = bracket && !mayFollow ? Mode.LINES : Mode.DOCUMENT;
        return mode == Mode.LINES;
    }

    private byte lastBeforeLineBreak() {
        for (int i = at - 1; i >= Math.max(mark, 0); i--) {
            if (!isBlank(buffer[i])) {
                return buffer[i];
            }
        }
        return 0;
    }

    private void newLine() {
        line++;
        lineStart = dropped + at;
        continuations = 0;
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    /** Gives up on a value that grew beyond its bound, and on the room it took. All its bytes so far are taken. */
    private void overflow() {
        overflowed = true;
        mark = -1;
        dropped += at;
        at = 0;
        limit = 0;
        buffer = new byte[FIRST_BUFFER];
    }

    /** Drops what need not be kept; only now and then, so that a value kept while it trickles in is not copied often. */
    private void makeRoom() {
        int keep = mark >= 0 ? mark : at;
        System.arraycopy(buffer, keep, buffer, 0, limit - keep);
        dropped += keep;
        at -= keep;
        limit -= keep;
        mark = mark >= 0 ? 0 : -1;
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * limit, Math.max(limit + 1L, most)));
        }
    }

    private boolean fill() {
        if (ended) {
            return false;
        }
        if (mark >= 0 && at - mark >= most) {
            overflow();
        }
        if (mark < 0 || limit == buffer.length) {
            makeRoom();
        }
        try {
            int count = in.read(buffer, limit, buffer.length - limit);
            while (count == 0) {
                count = in.read(buffer, limit, buffer.length - limit);
            }
            limit += Math.max(count, 0);
            ended = count < 0;
        } catch (IOException broken) {
            failure = broken;
            ended = true;
        }
        return !ended;
    }
}
