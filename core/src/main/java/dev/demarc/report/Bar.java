package dev.demarc.report;

import java.util.ArrayList;
import java.util.List;

/** A bar whose parts are as long as their share; a part that is not nothing takes at least one column. */
final class Bar {
    private record Part(char shape, Tone tone, double share) {}

    private final List<Part> parts = new ArrayList<>();

    Bar part(char shape, Tone tone, double share) {
        if (share > 0) {
            parts.add(new Part(shape, tone, share));
        }
        return this;
    }

    /** Writes the bar over this many columns; nothing when it has no parts. */
    void addTo(TextLine line, int columns) {
        int[] lengths = lengths(columns);
        for (int i = 0; i < lengths.length; i++) {
            line.add(
                    String.valueOf(parts.get(i).shape()).repeat(lengths[i]),
                    parts.get(i).tone());
        }
    }

    /** Each part gets what its share is worth rounded down, at least 1; what is over goes to who is owed most. */
    private int[] lengths(int columns) {
        double whole = parts.stream().mapToDouble(Part::share).sum();
        int[] lengths = new int[parts.size()];
        int given = 0;
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.max(1, (int) (parts.get(i).share() / whole * columns));
            given += lengths[i];
        }
        for (; lengths.length > 0 && given < columns; given++) {
            lengths[mostOwed(lengths, columns / whole)]++;
        }
        for (; lengths.length > 0 && given > columns; given--) {
            lengths[longest(lengths)]--;
        }
        return lengths;
    }

    private int mostOwed(int[] lengths, double scale) {
        int most = 0;
        for (int i = 1; i < lengths.length; i++) {
            double owed = parts.get(i).share() * scale - lengths[i];
            if (owed > parts.get(most).share() * scale - lengths[most]) {
                most = i;
            }
        }
        return most;
    }

    private static int longest(int[] lengths) {
        int longest = 0;
        for (int i = 1; i < lengths.length; i++) {
            longest = lengths[i] > lengths[longest] ? i : longest;
        }
        return longest;
    }
}
