package dev.demarc.report.html;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A remediation text cut at its placeholders, each with the quoting it stands in, so that the page can fill in a
 * resource's own names and the command still says what was meant, whatever the names hold.
 *
 * <p>The text is read once as its language reads it (a POSIX shell, or Bicep); a place that cannot be told apart, such
 * as one in a here-document or a multi-line string, is {@link Quoting#PLAIN}: only harmless values go there.
 *
 * @param pieces literal text and places in turn
 */
record Remedy(List<Piece> pieces) {
    private static final Set<String> PLACES =
            Set.of("id", "name", "resourceGroup", "subscription", "location", "parentName", "parentId");

    Remedy {
        pieces = List.copyOf(pieces);
    }

    /** A literal or a place to fill. */
    sealed interface Piece {}

    /** Text to be taken as it stands. */
    record Literal(String text) implements Piece {}

    /** A value to be filled in. */
    record Slot(String name, Quoting quoting) implements Piece {}

    /** What a value has to be made safe against; the order is the page's. */
    enum Quoting {
        /** Only values of letters, digits and harmless signs. */
        PLAIN,
        /** A bare word of a shell command: quoted whole when it needs to be. */
        SHELL_WORD,
        /** Inside double quotes of a shell. */
        SHELL_DOUBLE,
        /** Inside single quotes of a shell. */
        SHELL_SINGLE,
        /** Inside single quotes of Bicep. */
        BICEP_STRING
    }

    /** A shell command. */
    static Remedy shell(String text) {
        return new Reader(text, true).read();
    }

    /** A Bicep fragment. */
    static Remedy bicep(String text) {
        return new Reader(text, false).read();
    }

    /** As the page reads it: literals as texts, places as pairs of name and quoting. */
    JsonValue json() {
        return JsonArray.of(pieces.stream().map(Remedy::json).toList());
    }

    private static JsonValue json(Piece piece) {
        return switch (piece) {
            case Literal literal -> new JsonString(literal.text());
            case Slot slot ->
                JsonArray.of(
                        new JsonString(slot.name()),
                        JsonNumber.of(List.of(Quoting.values()).indexOf(slot.quoting())));
        };
    }

    /** Walks the text character by character, keeping the quotes that are open; {@code (} marks a {@code $(…)}. */
    private static final class Reader {
        private final String text;
        private final boolean isShell;
        private final boolean isOpaque;
        private final Deque<Character> open = new ArrayDeque<>();
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private int at;

        Reader(String text, boolean isShell) {
            this.text = text;
            this.isShell = isShell;
            this.isOpaque = isShell ? text.contains("<<") || text.contains("`") : text.contains("'''");
        }

        Remedy read() {
            while (at < text.length()) {
                if (!slot()) {
                    if (isShell) {
                        shell();
                    } else {
                        bicep();
                    }
                }
            }
            endLiteral();
            return new Remedy(pieces);
        }

        private boolean slot() {
            if (!text.startsWith("{{", at)) {
                return false;
            }
            int end = text.indexOf("}}", at);
            String name = end < 0 ? "" : text.substring(at + 2, end).strip();
            if (!PLACES.contains(name)) {
                return false;
            }
            endLiteral();
            pieces.add(new Slot(name, quoting()));
            at = end + 2;
            return true;
        }

        private Quoting quoting() {
            char innermost = open.isEmpty() ? ' ' : open.peek();
            if (isOpaque || innermost == '#') {
                return Quoting.PLAIN;
            }
            if (!isShell) {
                return innermost == '\'' ? Quoting.BICEP_STRING : Quoting.PLAIN;
            }
            return switch (innermost) {
                case '"' -> Quoting.SHELL_DOUBLE;
                case '\'' -> Quoting.SHELL_SINGLE;
                default -> Quoting.SHELL_WORD;
            };
        }

        private void shell() {
            char c = text.charAt(at);
            char innermost = open.isEmpty() ? ' ' : open.peek();
            if (innermost == '\'' || innermost == '#') {
                closeAt(c, innermost == '#' ? '\n' : '\'');
            } else if (c == '\\') {
                take();
            } else if (c == '$' && text.startsWith("$(", at)) {
                take();
                open.push('(');
            } else if (c == '"') {
                toggle('"', innermost);
            } else if (innermost != '"') {
                bareShell(c, innermost);
            }
            take();
        }

        private void bareShell(char c, char innermost) {
            if (c == '\'') {
                open.push('\'');
            } else if (c == '#' && startsWord()) {
                open.push('#');
            } else if (c == '(') {
                open.push('(');
            } else if (c == ')' && innermost == '(') {
                open.pop();
            }
        }

        private void bicep() {
            char c = text.charAt(at);
            char innermost = open.isEmpty() ? ' ' : open.peek();
            if (innermost == '#') {
                closeAt(c, '\n');
            } else if (innermost == '\'') {
                if (c == '\\') {
                    take();
                } else if (text.startsWith("${", at)) {
                    take();
                    open.push('{');
                } else {
                    closeAt(c, '\'');
                }
            } else if (c == '\'') {
                open.push('\'');
            } else if (text.startsWith("//", at)) {
                open.push('#');
            } else if (c == '{') {
                open.push('{');
            } else if (c == '}' && innermost == '{') {
                open.pop();
            }
            take();
        }

        private void toggle(char quote, char innermost) {
            if (innermost == quote) {
                open.pop();
            } else {
                open.push(quote);
            }
        }

        private void closeAt(char c, char end) {
            if (c == end) {
                open.pop();
            }
        }

        private boolean startsWord() {
            return at == 0 || Character.isWhitespace(text.charAt(at - 1)) || text.charAt(at - 1) == ';';
        }

        private void take() {
            if (at < text.length()) {
                literal.append(text.charAt(at++));
            }
        }

        private void endLiteral() {
            if (!literal.isEmpty()) {
                pieces.add(new Literal(literal.toString()));
                literal.setLength(0);
            }
        }
    }
}
