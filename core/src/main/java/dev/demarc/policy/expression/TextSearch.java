package dev.demarc.policy.expression;

/**
 * Finds a text inside another without regard to case, in time that grows with the sum of their lengths. After a
 * mismatch the search goes on with the longest beginning of the wanted text that ends there (Knuth, Morris and Pratt),
 * so nothing is read twice.
 */
public final class TextSearch {
    private final String wanted;
    /** For every length matched: the longest shorter beginning that is also the end of what matched. */
    private final int[] shorter;

    private TextSearch(String wanted) {
        this.wanted = wanted;
        this.shorter = new int[wanted.length() + 1];
        int matched = 0;
        for (int i = 1; i < wanted.length(); i++) {
            matched = longer(matched, wanted.charAt(i));
            shorter[i + 1] = matched;
        }
    }

    /** Whether a text holds another. */
    public static boolean holds(String text, String wanted) {
        return first(text, wanted) >= 0;
    }

    /** Where a text holds another first, from 0; -1 when nowhere. */
    static int first(String text, String wanted) {
        return wanted.length() > text.length() ? -1 : new TextSearch(wanted).after(text, 0);
    }

    /** Where a text holds another last, from 0; -1 when nowhere. */
    static int last(String text, String wanted) {
        if (wanted.isEmpty() || wanted.length() > text.length()) {
            return wanted.isEmpty() ? text.length() : -1;
        }
        var search = new TextSearch(wanted);
        int matched = 0;
        int last = -1;
        for (int i = 0; i < text.length(); i++) {
            matched = search.longer(matched, text.charAt(i));
            if (matched == wanted.length()) {
                last = i + 1 - matched;
            }
        }
        return last;
    }

    /** A search for a text that is not empty, to be made again and again. */
    static TextSearch of(String wanted) {
        return new TextSearch(wanted);
    }

    /** Where a text holds the wanted one at or after a position; -1 when nowhere. */
    int after(String text, int from) {
        int matched = 0;
        for (int i = from; i <= text.length(); i++) {
            if (matched == wanted.length()) {
                return i - matched;
            }
            matched = i < text.length() ? longer(matched, text.charAt(i)) : 0;
        }
        return -1;
    }

    /** How much is matched with one more character. */
    private int longer(int matched, char next) {
        int length = matched == wanted.length() ? shorter[matched] : matched;
        char folded = Values.fold(next);
        while (length > 0 && Values.fold(wanted.charAt(length)) != folded) {
            length = shorter[length];
        }
        return Values.fold(wanted.charAt(length)) == folded ? length + 1 : 0;
    }
}
