package dev.demarc.report;

import dev.demarc.document.Place;

/**
 * A part of a line that fits a width, cut so that a place in it can be seen.
 *
 * @param text printable, tabs turned into blanks
 * @param column where the place begins in it, in columns of the screen from 0
 * @param length how many columns it takes, at least 1
 */
record Excerpt(String text, int column, int length) {
    private static final String TAB = "    ";

    /** How much of what stands before a place is kept when a line is cut. */
    private static final int BEFORE = 3;

    static Excerpt of(String line, Place place, Screen screen, int width) {
        int all = line.codePointCount(0, line.length());
        int from = line.offsetByCodePoints(0, Math.min(all, place.column() - 1));
        int left = line.codePointCount(from, line.length());
        int to = line.offsetByCodePoints(from, Math.min(left, Math.max(1, place.length())));
        String before = shown(line.substring(0, from), screen);
        String marked = shown(line.substring(from, to), screen);
        String after = shown(line.substring(to), screen).stripTrailing();
        String ellipsis = screen.ellipsis();
        int room = width - Measure.width(marked);
        if (Measure.width(before) + Measure.width(after) > room) {
            int most = Math.max(ellipsis.length() + BEFORE, Math.min(Measure.width(before), width / BEFORE));
            before = Measure.width(before) <= most ? before : ellipsis + tail(before, most - ellipsis.length());
            marked = Measure.cutEnd(marked, width - Measure.width(before), ellipsis);
            after = Measure.cutEnd(after, width - Measure.width(before) - Measure.width(marked), ellipsis);
        }
        return new Excerpt(before + marked + after, Measure.width(before), Math.max(1, Measure.width(marked)));
    }

    private static String shown(String text, Screen screen) {
        return screen.printable(text.replace("\t", TAB));
    }

    /** The end of a text that is so wide. */
    private static String tail(String text, int width) {
        int at = text.length();
        while (at > 0) {
            int before = text.offsetByCodePoints(at, -1);
            if (Measure.width(text.substring(before)) > width) {
                break;
            }
            at = before;
        }
        return text.substring(at);
    }
}
