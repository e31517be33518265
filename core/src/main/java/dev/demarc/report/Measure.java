package dev.demarc.report;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** How wide printable text is in columns of a terminal, and how it is cut and wrapped to fit. */
final class Measure {
    private Measure() {}

    /** The columns that a text takes: none for marks over another letter, two for East Asian letters and pictures. */
    static int width(String text) {
        return text.codePoints().map(Measure::width).sum();
    }

    private static int width(int character) {
        if (character < 0x300) {
            return 1;
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        if (character < 0x1100) {
            return false;
        }
        if (Character.isEmojiPresentation(character) || (character >= 0xff01 && character <= 0xff60)) {
            return true;
        }
        UnicodeScript script = UnicodeScript.of(character);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HANGUL
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || (character >= 0x3000 && character <= 0x303e);
    }

    /** The text, its end replaced by the ellipsis when it is wider than this. */
    static String cutEnd(String text, int width, String ellipsis) {
        if (width(text) <= width) {
            return text;
        }
        return width <= ellipsis.length() ? head(text, width) : head(text, width - ellipsis.length()) + ellipsis;
    }

    /**
     * The text, its middle replaced by the ellipsis when it is wider than this. Of a path the last names are kept
     * whole where up to three quarters of the room suffice for them, as the end of an id tells more than its start.
     */
    static String cutMiddle(String text, int width, String ellipsis) {
        if (width(text) <= width) {
            return text;
        }
        if (width <= ellipsis.length()) {
            return head(text, width);
        }
        int room = width - ellipsis.length();
        String tail = lastNames(text, room * 3 / 4);
        if (tail.isEmpty()) {
            tail = tail(text, room - room / 2);
        }
        return head(text, room - width(tail)) + ellipsis + tail;
    }

    private static String lastNames(String text, int room) {
        String names = "";
        for (int slash = text.lastIndexOf('/'); slash > 0; slash = text.lastIndexOf('/', slash - 1)) {
            String longer = text.substring(slash);
            if (width(longer) > room) {
                break;
            }
            names = longer;
        }
        return names;
    }

    private static String head(String text, int room) {
        var head = new StringBuilder();
        int used = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            used += width(character);
            if (used > room) {
                break;
            }
            head.appendCodePoint(character);
            at += Character.charCount(character);
        }
        return head.toString();
    }

    private static String tail(String text, int room) {
        int at = text.length();
        int used = 0;
        while (at > 0) {
            int character = text.codePointBefore(at);
            used += width(character);
            if (used > room) {
                break;
            }
            at -= Character.charCount(character);
        }
        return text.substring(at);
    }

    /** The text in lines not wider than this, broken at blanks, or inside a word that is wider than a line. */
    static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String written : text.strip().split(" +", -1)) {
            String word = written;
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(word) > width) {
                String part = head(word, width);
                lines.add(part);
                word = word.substring(part.length());
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }
}
