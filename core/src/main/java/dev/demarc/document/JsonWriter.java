package dev.demarc.document;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Values as JSON text, compact on one line or indented by two blanks. Members keep their order. */
public final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final Appendable out;
    private final boolean indented;

    private JsonWriter(Appendable out, boolean indented) {
        this.out = out;
        this.indented = indented;
    }

    /** The value on one line without blanks. */
    public static String compact(JsonValue value) {
        var text = new StringBuilder();
        write(value, text, false);
        return text.toString();
    }

    /** The value over several lines, as people read it; no line break at the end. */
    public static String indented(JsonValue value) {
        var text = new StringBuilder();
        write(value, text, true);
        return text.toString();
    }

    /**
     * Writes the value to a target.
     *
     * @throws UncheckedIOException when the target fails
     */
    public static void write(JsonValue value, Appendable out, boolean indented) {
        try {
            new JsonWriter(out, indented).write(value, 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(JsonValue value, int depth) throws IOException {
        switch (value) {
            case JsonObject object -> writeObject(object, depth);
            case JsonArray array -> writeArray(array, depth);
            case JsonString string -> writeString(string.value());
            case JsonNumber number -> out.append(number.text());
            case JsonBoolean bool -> out.append(bool.toString());
            case JsonNull none -> out.append("null");
        }
    }

    private void writeObject(JsonObject object, int depth) throws IOException {
        out.append('{');
        for (int i = 0; i < object.size(); i++) {
            separate(i, depth + 1);
            writeString(object.name(i));
            out.append(indented ? ": " : ":");
            write(object.value(i), depth + 1);
        }
        close('}', object.size(), depth);
    }

    private void writeArray(JsonArray array, int depth) throws IOException {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            separate(i, depth + 1);
            write(array.get(i), depth + 1);
        }
        close(']', array.size(), depth);
    }

    private void separate(int index, int depth) throws IOException {
        if (index > 0) {
            out.append(',');
        }
        breakLine(depth);
    }

    private void close(char bracket, int size, int depth) throws IOException {
        if (size > 0) {
            breakLine(depth);
        }
        out.append(bracket);
    }

    private void breakLine(int depth) throws IOException {
        if (indented) {
            out.append('\n');
            for (int i = 0; i < depth; i++) {
                out.append("  ");
            }
        }
    }

    private void writeString(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || isLoneSurrogate(text, i)) {
                        out.append("\\u")
                                .append(HEX[c >> 12])
                                .append(HEX[(c >> 8) & 15])
                                .append(HEX[(c >> 4) & 15])
                                .append(HEX[c & 15]);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isLoneSurrogate(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
