package dev.demarc.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output, which the program behind a pipe may stop reading when it has seen enough, as {@code head} does: the
 * rest then goes nowhere. Any other failure is thrown.
 */
final class PipeOutput extends FilterOutputStream {
    private boolean closed;

    PipeOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!closed) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException failure) {
                closed(failure);
            }
        }
    }

    @Override
    public void flush() throws IOException {
        if (!closed) {
            try {
                out.flush();
            } catch (IOException failure) {
                closed(failure);
            }
        }
    }

    /** Java knows a closed pipe only by what the operating system says of it. */
    private void closed(IOException failure) throws IOException {
        if (!String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
            throw failure;
        }
        closed = true;
    }
}
