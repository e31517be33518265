package dev.demarc.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names close to one that does not exist, for "did you mean". */
final class Nearest {
    private static final int SHOWN = 3;
    private static final double FAR = 0.4;

    private Nearest() {}

    /** The closest of some names, the closest first; empty when none is close. */
    static List<String> to(String wrong, List<String> names) {
        String folded = wrong.toLowerCase(Locale.ROOT);
        double limit = Math.max(2, FAR * folded.length());
        return names.stream()
                .distinct()
                .filter(name -> distance(folded, name.toLowerCase(Locale.ROOT)) <= limit
                        || name.toLowerCase(Locale.ROOT).contains(folded))
                .sorted(Comparator.comparingInt((String name) -> distance(folded, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(name -> name))
                .limit(SHOWN)
                .toList();
    }

    /** Levenshtein's distance: how many letters to insert, delete or replace. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
