package dev.demarc.document;

import java.nio.charset.StandardCharsets;

/**
 * Says in our words where and why a text is no JSON. Where the mistake leaves strings and brackets as they are, only the
 * value is refused: a not-a-number, a comma too many, a character that should be escaped, an escape that is none.
 */
record SyntaxError(int offset) {
    static final String HINT = "repair the text here, or export it again";

    /** The refusal for the text between two indexes; {@code parserSays} helps to tell the kinds apart. */
    Refusal of(byte[] bytes, int from, int to, String parserSays) {
        int at = Math.min(from + offset, to);
        if (parserSays.contains("Non-standard token")) {
            return Refusal.value(
                    "not-a-number",
                    "JSON has no `NaN` and no `Infinity`",
                    wordBefore(bytes, from, at) - from,
                    "write a number or null instead, or export the data again");
        }
        if (isAfterComma(bytes, from, at, to)) {
            return Refusal.value(
                    "trailing-comma",
                    "a comma stands before the closing " + found(bytes, at, to),
                    offset,
                    "remove the comma, or export the data again");
        }
        if (parserSays.contains("to start property name")) {
            return Refusal.syntax(
                    "name-not-quoted",
                    "a member name must stand in double quotes, here stands " + found(bytes, at, to),
                    offset,
                    "put the name in double quotes, or export the data as JSON");
        }
        if (at < to && bytes[at] == 0) {
            return Refusal.syntax(
                    "control-character",
                    "a NUL byte stands in the text",
                    offset,
                    "the file is damaged; export it again");
        }
        if (parserSays.contains("Illegal unquoted character") || parserSays.contains("Illegal character")) {
            return Refusal.value(
                    "control-character",
                    "a control character stands in the text without being escaped",
                    offset,
                    "escape it as JSON does, or export the data again");
        }
        if (parserSays.contains("Unrecognized character escape")) {
            return Refusal.value(
                    "escape-invalid",
                    "a backslash stands before " + found(bytes, at, to) + ", which JSON does not know",
                    offset,
                    "write a backslash as two, or export the data again");
        }
        return Refusal.syntax("syntax", "this is not JSON: " + found(bytes, at, to) + " is unexpected", offset, HINT);
    }

    /** Whether a bracket closes where, after a comma, another member or element should stand. */
    private static boolean isAfterComma(byte[] bytes, int from, int at, int to) {
        if (at >= to || (bytes[at] != '}' && bytes[at] != ']')) {
            return false;
        }
        int before = at - 1;
        while (before > from && Character.isWhitespace(bytes[before])) {
            before--;
        }
        return before >= from && bytes[before] == ',';
    }

    /** Where the word that ends at an index begins. */
    private static int wordBefore(byte[] bytes, int from, int at) {
        int begin = at;
        while (begin > from && (Character.isLetter(bytes[begin - 1]) || "+-".indexOf(bytes[begin - 1]) >= 0)) {
            begin--;
        }
        return begin;
    }

    /** One character only: more could show a secret that stands there. */
    private static String found(byte[] bytes, int at, int to) {
        if (at >= to) {
            return "the end";
        }
        int end = at + 1;
        while (end < to && (bytes[end] & 0xc0) == 0x80) {
            end++;
        }
        return Quote.of(new String(bytes, at, end - at, StandardCharsets.UTF_8));
    }
}
