package dev.demarc.policy.expression;

/** The word of an expression that stands at a character, for underlining it. */
public final class Token {
    private Token() {}

    /**
     * The name, number or quoted text that starts there, else the one character; empty past the end.
     *
     * @param character from 1
     */
    public static String at(String text, int character) {
        int from = Math.min(character - 1, text.length());
        int to = from;
        if (from < text.length() && text.charAt(from) == '\'') {
            to = closing(text, from + 1);
        } else {
            while (to < text.length() && isWord(text.charAt(to))) {
                to++;
            }
        }
        return text.substring(from, Math.min(text.length(), Math.max(to, from + 1)));
    }

    private static int closing(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) != '\'') {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '\'') {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return from;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
