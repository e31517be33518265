package dev.demarc.document;

/** Lines and columns of offsets inside a text whose beginning has a known place. Columns count characters. */
final class Position {
    private Position() {}

    /** The place of the byte at an index, for a text that begins at {@code from} in the buffer and at a place. */
    static Place within(Place start, byte[] buffer, int from, int index) {
        long line = start.line();
        int column = start.column();
        for (int i = from; i < Math.min(index, buffer.length); i++) {
            if (buffer[i] == '\n') {
                line++;
                column = 1;
            } else if ((buffer[i] & 0xc0) != 0x80) {
                column++;
            }
        }
        return Place.of(start.document(), line, column);
    }
}
