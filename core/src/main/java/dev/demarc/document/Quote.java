package dev.demarc.document;

/** Text of the user's inside a message: in backticks, on one line, of bounded length. */
public final class Quote {
    private static final int LONGEST = 60;

    private Quote() {}

    /** The text in backticks; what is over 60 characters and what does not print is left out. */
    public static String of(String text) {
        var quoted = new StringBuilder("`");
        int count = 0;
        for (int i = 0; i < text.length() && count < LONGEST; count++) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean prints = !Character.isISOControl(point)
                    && !(Character.isBmpCodePoint(point) && Character.isSurrogate((char) point))
                    && Character.getType(point) != Character.FORMAT;
            quoted.appendCodePoint(prints ? (point == '`' ? '\'' : point) : '?');
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            quoted.append('…');
        }
        return quoted.append('`').toString();
    }
}
