package dev.demarc.report.html;

import dev.demarc.report.Printable;

/**
 * Markup being written. Element and attribute names come from our own code; texts and attribute values may come from
 * anywhere and are escaped here and nowhere else.
 */
final class Html {
    private final StringBuilder markup = new StringBuilder();

    /** Opens an element with attributes given as name, value, name, value, … */
    Html open(String element, String... attributes) {
        markup.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            markup.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            markup.append('"');
        }
        markup.append('>');
        return this;
    }

    /** Closes an element. */
    Html close(String element) {
        markup.append("</").append(element).append(">");
        return this;
    }

    /** Text between tags. */
    Html text(String text) {
        escape(text);
        return this;
    }

    /** Lines of text of our own, as they stand. */
    Html lines(String text) {
        String between = "";
        for (String line : text.split("\n", -1)) {
            markup.append(between);
            escape(line);
            between = "\n";
        }
        return this;
    }

    /** A whole element with only text in it. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** Text from the estate, kept from moving the text around it. */
    Html foreign(String text) {
        return element("bdi", text);
    }

    /** Markup written by another instance. */
    Html add(Html other) {
        markup.append(other.markup);
        return this;
    }

    private void escape(String text) {
        String shown = Printable.of(text, true);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> markup.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return markup.toString();
    }
}
