package dev.demarc.report;

/** Words for a POSIX shell. */
final class Shell {
    private Shell() {}

    /** A text as one word: as it is when nothing in it means anything to a shell, otherwise in single quotes. */
    static String quoted(String text) {
        return isPlain(text) ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Whether a shell takes every character for itself, inside and outside of quotes. */
    static boolean isPlain(String text) {
        return !text.isEmpty() && text.chars().allMatch(Shell::isPlain);
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "/._-:@,+%".indexOf(c) >= 0;
    }
}
