package dev.demarc.report;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Commands for a POSIX shell, placeholders being filled in.
 *
 * <p>The template is read as the shell reads it, as far as quotes go, so that it is known at each placeholder what
 * quotes it stands in. A value that means nothing to a shell goes in as it is. Any other goes in single-quoted: inside
 * double quotes these are closed before it and opened again after it, inside single quotes each apostrophe is. Inside
 * backquotes and after a here-document, where quoting has other rules, such a value is not filled in. A comment is read
 * as if it were none up to the end of its line, because people take the sign away to run it.
 */
final class ShellTemplate {
    /** What the place being read stands in. */
    private enum In {
        WORDS,
        SINGLE_QUOTES,
        DOUBLE_QUOTES,
        PARENTHESES,
        BACKQUOTES,
        COMMENT
    }

    private final String template;
    private final Map<String, String> values;
    private final Collection<String> open;
    private final Deque<In> within = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean hereDocument;
    private int at;

    /**
     * A template to fill.
     *
     * @param open receives placeholders that are left
     */
    ShellTemplate(String template, Map<String, String> values, Collection<String> open) {
        this.template = template;
        this.values = values;
        this.open = open;
        within.push(In.WORDS);
    }

    String filled() {
        while (at < template.length()) {
            Optional<Placeholder> placeholder = Placeholder.at(template, at);
            if (placeholder.isPresent()) {
                fill(placeholder.get());
            } else {
                read(template.charAt(at));
            }
        }
        return text.toString();
    }

    private void fill(Placeholder placeholder) {
        String value = values.get(placeholder.name());
        boolean quotable = !hereDocument && !within.contains(In.BACKQUOTES);
        if (value == null || (!Shell.isPlain(value) && !quotable)) {
            open.add(placeholder.toString());
            copy(placeholder.length());
            return;
        }
        text.append(Shell.isPlain(value) ? value : quoted(value));
        at += placeholder.length();
    }

    private String quoted(String value) {
        return switch (within.element()) {
            case SINGLE_QUOTES -> value.replace("'", "'\\''");
            case DOUBLE_QUOTES -> "\"" + Shell.quoted(value) + "\"";
            case WORDS, PARENTHESES, BACKQUOTES, COMMENT -> Shell.quoted(value);
        };
    }

    private void copy(int length) {
        text.append(template, at, at + length);
        at += length;
    }

    private void read(char c) {
        if (c == '\n' && within.contains(In.COMMENT)) {
            leaveComment();
        }
        switch (within.element()) {
            case SINGLE_QUOTES -> endsAt(c == '\'');
            case DOUBLE_QUOTES -> readDoubleQuoted(c);
            case WORDS, PARENTHESES, BACKQUOTES, COMMENT -> readWords(c);
        }
        copy(1);
    }

    private void leaveComment() {
        while (within.element() != In.COMMENT) {
            within.pop();
        }
        within.pop();
    }

    private void endsAt(boolean end) {
        if (end) {
            within.pop();
        }
    }

    private void readDoubleQuoted(char c) {
        switch (c) {
            case '"' -> within.pop();
            case '\\' -> escaped();
            case '`' -> within.push(In.BACKQUOTES);
            case '$' -> substitution();
            default -> {}
        }
    }

    private void readWords(char c) {
        switch (c) {
            case '\'' -> within.push(In.SINGLE_QUOTES);
            case '"' -> within.push(In.DOUBLE_QUOTES);
            case '\\' -> escaped();
            case '(' -> within.push(In.PARENTHESES);
            case ')' -> endsAt(within.element() == In.PARENTHESES);
            case '`' -> backquote();
            case '<' -> hereDocument |= template.startsWith("<<", at);
            case '#' -> {
                if (!within.contains(In.COMMENT) && (at == 0 || Character.isWhitespace(template.charAt(at - 1)))) {
                    within.push(In.COMMENT);
                }
            }
            default -> {}
        }
    }

    private void escaped() {
        if (at + 1 < template.length() && Placeholder.at(template, at + 1).isEmpty()) {
            copy(1);
        }
    }

    private void substitution() {
        if (template.startsWith("$(", at)) {
            copy(1);
            within.push(In.PARENTHESES);
        }
    }

    private void backquote() {
        if (within.element() == In.BACKQUOTES) {
            within.pop();
        } else {
            within.push(In.BACKQUOTES);
        }
    }
}
