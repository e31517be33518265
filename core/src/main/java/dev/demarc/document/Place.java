package dev.demarc.document;

/**
 * Where something stands: a document by the name the user gave it, a line and a column counted from 1 (0 when the
 * whole document is meant), and a pointer into the value.
 *
 * @param length how many characters of the line it takes from its column, so that it can be underlined; 0 when not known
 */
public record Place(String document, long line, int column, JsonPointer pointer, int length) {

    public Place {
        if (line < 0 || column < 0 || length < 0) {
            throw new IllegalArgumentException("lines and columns count from 1, or are 0 for the whole document");
        }
    }

    /** A place of unknown length. */
    public Place(String document, long line, int column, JsonPointer pointer) {
        this(document, line, column, pointer, 0);
    }

    /** The whole document. */
    public static Place of(String document) {
        return new Place(document, 0, 0, JsonPointer.ROOT);
    }

    /** A line and column of a document. */
    public static Place of(String document, long line, int column) {
        return new Place(document, line, column, JsonPointer.ROOT);
    }

    /** The same line and column, pointing at a place inside the value. */
    public Place at(JsonPointer inside) {
        return new Place(document, line, column, inside, length);
    }

    /** The same place, taking so many characters of its line. */
    public Place withLength(int characters) {
        return new Place(document, line, column, pointer, characters);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(document);
        if (line > 0) {
            text.append(':').append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        if (!pointer.tokens().isEmpty()) {
            text.append(' ').append(pointer);
        }
        return text.toString();
    }
}
