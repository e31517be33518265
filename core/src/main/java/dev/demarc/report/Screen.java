package dev.demarc.report;

/**
 * What text is written for.
 *
 * @param width columns; no line is wider, except commands that are meant to be copied
 * @param colour whether ANSI colours may be used; they never carry meaning alone
 * @param unicode whether anything beyond ASCII may be written; without, other characters are spelled out
 */
public record Screen(int width, boolean colour, boolean unicode) {
    /** The narrowest width that text is laid out for. */
    public static final int NARROWEST = 60;

    /** The width from which tables show more columns. */
    private static final int WIDE = 120;

    /** Prose is easier to read in lines not longer than this. */
    private static final int PROSE = 110;

    public Screen {
        if (width < NARROWEST) {
            throw new IllegalArgumentException("text needs at least " + NARROWEST + " columns, not " + width);
        }
    }

    /** A screen of about this width: narrower ones than {@link #NARROWEST} are taken as that. */
    public static Screen of(int width, boolean colour, boolean unicode) {
        return new Screen(Math.max(width, NARROWEST), colour, unicode);
    }

    /** Text without colour, with Unicode, in this width. */
    public static Screen plain(int width) {
        return new Screen(width, false, true);
    }

    /** Whether there is room for columns beyond the necessary. */
    boolean isWide() {
        return width >= WIDE;
    }

    /** The width of prose. */
    int prose() {
        return Math.min(width, PROSE);
    }

    /** What stands where something was left out. */
    String ellipsis() {
        return unicode ? "…" : "...";
    }

    /** The text as it may be shown here. */
    String printable(String text) {
        return Printable.of(text, unicode);
    }
}
