package dev.demarc.policy.expression;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known word that a mistyped one was probably meant to be. */
public final class Nearest {
    private Nearest() {}

    /** The word fewest edits away, when that is at most a third of its length; empty when nothing is that near. */
    public static Optional<String> to(String typed, Collection<String> words) {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String word : words) {
            int most = Math.max(1, word.length() / 3);
            if (Math.abs(typed.length() - word.length()) > most) {
                continue;
            }
            int edits = edits(typed.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            boolean better = edits < fewest || (edits == fewest && best != null && word.compareTo(best) < 0);
            if (better && edits <= most) {
                best = word;
                fewest = edits;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether a word is at most so many edits away. */
    public static boolean isWithin(int most, String typed, String word) {
        return Math.abs(typed.length() - word.length()) <= most
                && edits(typed.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT)) <= most;
    }

    /** Letters to add, drop, change, or swap with their neighbour. */
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int fewest(int[][] edits, String from, String to, int i, int j) {
        char typed = from.charAt(i - 1);
        char meant = to.charAt(j - 1);
        int changed = edits[i - 1][j - 1] + (typed == meant ? 0 : 1);
        int fewest = Math.min(changed, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && typed == to.charAt(j - 2) && from.charAt(i - 2) == meant && typed != meant;
        return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
