package dev.demarc.report;

/**
 * Text made safe to show: characters that move the cursor, start an escape sequence, turn the direction of writing or
 * cannot be seen are spelled out as {@code \}{@code u001b}. Names in an estate are chosen by people, some of them
 * hostile. What is spelled out stays spelled out: the result is printable itself.
 */
public final class Printable {
    private Printable() {}

    /**
     * The text, safe to show.
     *
     * @param unicode whether characters beyond ASCII may stand; otherwise they are replaced or spelled out
     */
    public static String of(String text, boolean unicode) {
        if (text.chars().allMatch(Printable::isPlain)) {
            return text;
        }
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (isPlain(character) || (unicode && isVisible(character))) {
                safe.appendCodePoint(character);
            } else if (!unicode && isVisible(character)) {
                safe.append(inAscii(character));
            } else {
                safe.append(spelledOut(character));
            }
        });
        return safe.toString();
    }

    private static boolean isPlain(int character) {
        return character >= 0x20 && character < 0x7f;
    }

    /** Whether a character can be seen and leaves the cursor and the direction of writing alone. */
    static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Quotation marks are not among these: they would end those of a shell. */
    private static String inAscii(int character) {
        return switch (character) {
            case '–', '—', '−', '·', '─', '•' -> "-";
            case '…' -> "...";
            case '×' -> "x";
            case '≤' -> "<=";
            case '→' -> "->";
            case '│' -> "|";
            case '├', '└' -> "+";
            case 0xa0 -> " ";
            default -> spelledOut(character);
        };
    }

    private static String spelledOut(int character) {
        return character > 0xffff ? "\\u{%x}".formatted(character) : "\\u%04x".formatted(character);
    }
}
