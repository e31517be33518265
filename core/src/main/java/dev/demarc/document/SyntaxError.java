package dev.demarc.document;

import java.nio.charset.StandardCharsets;

/** Says in our words where and why a text is no JSON. */
record SyntaxError(int offset) {
    static final String HINT = "repair the text here, or export it again";

    /** The refusal for the text between two indexes; {@code parserSays} helps to tell the kinds apart. */
    Refusal of(byte[] bytes, int from, int to, String parserSays) {
        int at = Math.min(from + offset, to);
        if (parserSays.contains("Non-standard token")) {
            return Refusal.syntax(
                    "not-a-number",
                    "JSON has no `NaN` and no `Infinity`",
                    wordBefore(bytes, from, at) - from,
                    "write a number or null instead, or export the data again");
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
            return Refusal.syntax(
                    "control-character",
                    "a control character stands in the text without being escaped",
                    offset,
                    "escape it as JSON does, or export the data again");
        }
        return Refusal.syntax("syntax", "this is not JSON: " + found(bytes, at, to) + " is unexpected", offset, HINT);
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
