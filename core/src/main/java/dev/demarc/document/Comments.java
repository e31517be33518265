package dev.demarc.document;

/**
 * What JSON with comments has beyond JSON: comments to the end of the line or between {@code /*} and its counterpart,
 * and a comma before a closing bracket. A string ends with its line at the latest, so that one that is not closed hides
 * nothing that follows.
 */
final class Comments {
    private Comments() {}

    /** The index of the first comment; -1 when there is none. */
    static int first(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '"') {
                i = endOfString(text, i);
            } else if (begins(text, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The text with spaces for them. */
    static byte[] blanked(byte[] text) {
        byte[] blanked = text.clone();
        int comma = -1;
        for (int i = 0; i < blanked.length; i++) {
            byte one = blanked[i];
            if (one == '"') {
                i = endOfString(blanked, i);
                comma = -1;
            } else if (begins(blanked, i)) {
                int end = endOfComment(blanked, i);
                for (int at = i; at < end; at++) {
                    blanked[at] = blanked[at] == '\n' ? (byte) '\n' : (byte) ' ';
                }
                i = end - 1;
            } else if (one == ',') {
                comma = i;
            } else if (one == '}' || one == ']') {
                if (comma >= 0) {
                    blanked[comma] = ' ';
                }
                comma = -1;
            } else if (one != ' ' && one != '\n' && one != '\r' && one != '\t') {
                comma = -1;
            }
        }
        return blanked;
    }

    private static boolean begins(byte[] text, int at) {
        return text[at] == '/' && at + 1 < text.length && (text[at + 1] == '/' || text[at + 1] == '*');
    }

    /** The index of the closing quote, or of the last byte of the line. */
    private static int endOfString(byte[] text, int quote) {
        int at = quote + 1;
        while (at < text.length && text[at] != '"' && text[at] != '\n') {
            at += text[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length - 1);
    }

    private static int endOfComment(byte[] text, int start) {
        int at = start + 2;
        if (text[start + 1] == '/') {
            while (at < text.length && text[at] != '\n') {
                at++;
            }
            return at;
        }
        while (at < text.length && !(text[at] == '/' && text[at - 1] == '*' && at - 1 > start + 1)) {
            at++;
        }
        return Math.min(at + 1, text.length);
    }
}
