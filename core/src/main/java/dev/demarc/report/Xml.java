package dev.demarc.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * An XML 1.0 document in UTF-8 being written, an element to a line. Characters that XML cannot hold, or that nobody can
 * see, are spelled out as on a screen.
 */
final class Xml {
    private static final String INDENT = "  ";

    private final Appendable out;
    private int depth;

    Xml(Appendable out) {
        this.out = out;
        write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Begins an element; names and values of its attributes in turn. */
    void open(String element, String... attributes) {
        begin(element, attributes);
        write(">\n");
        depth++;
    }

    /** Ends the element begun last. */
    void close(String element) {
        depth--;
        write(INDENT.repeat(depth) + "</" + element + ">\n");
    }

    /** An element with nothing in it. */
    void empty(String element, String... attributes) {
        begin(element, attributes);
        write("/>\n");
    }

    /** An element with lines of text. */
    void text(String element, List<String> lines, String... attributes) {
        begin(element, attributes);
        write(">");
        for (int i = 0; i < lines.size(); i++) {
            write((i == 0 ? "" : "\n") + escaped(lines.get(i)));
        }
        write("</" + element + ">\n");
    }

    private void begin(String element, String... attributes) {
        write(INDENT.repeat(depth) + "<" + element);
        for (int i = 0; i < attributes.length; i += 2) {
            write(" " + attributes[i] + "=\"" + escaped(attributes[i + 1]) + "\"");
        }
    }

    /** The text in letters that mean themselves, in an attribute too. */
    static String escaped(String text) {
        return Printable.of(text, true)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void write(String text) {
        try {
            out.append(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
