package dev.demarc.report;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Diagnostic.Severity;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.Place;
import dev.demarc.document.SourceLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with some documents as text: each diagnostic with the line it is about, what is meant underlined, and
 * the hint beside it; then how many there are.
 *
 * <pre>
 * error[unknown-operator]: there is no operator `equal`
 *   --&gt; policies/deny-rdp.json:12:9
 *    |
 * 12 |         "equal": "Inbound"
 *    |         ^^^^^^^ did you mean `equals`?
 * </pre>
 */
public final class DiagnosticText {
    private final Screen screen;
    private final Map<String, SourceLines> sources = new HashMap<>();

    /**
     * Text for a screen.
     *
     * @param sources the lines of the documents; a diagnostic about another is shown without its line
     */
    public DiagnosticText(Screen screen, Collection<SourceLines> sources) {
        this.screen = screen;
        sources.forEach(source -> this.sources.put(source.document(), source));
    }

    /** Writes what is shown, and how much there is in all. */
    public void write(CheckedPolicies checked, Appendable out) throws IOException {
        for (Diagnostic one : checked.shown()) {
            write(one, out);
            out.append('\n');
        }
        out.append(summary(checked)).append('\n');
    }

    /** How many errors, warnings and notes in how many files, and how many of them are not shown. */
    public static String summary(CheckedPolicies checked) {
        var parts = new ArrayList<String>();
        for (Severity severity : Severity.values()) {
            int count = checked.count(severity);
            if (count > 0) {
                parts.add(Numbers.counted(count, word(severity), word(severity) + "s"));
            }
        }
        int hidden = checked.found().size() - checked.shown().size();
        return (parts.isEmpty() ? "no mistakes found" : String.join(", ", parts))
                + " in " + Numbers.counted(checked.files(), "file", "files")
                + (hidden == 0 ? "" : ", " + hidden + " of them not shown");
    }

    /** Writes one diagnostic. */
    public void write(Diagnostic diagnostic, Appendable out) throws IOException {
        Tone tone = tone(diagnostic.severity());
        head(diagnostic, tone, out);
        Place place = diagnostic.place();
        String number = place.line() == 0 ? "" : Long.toString(place.line());
        String margin = " ".repeat(Math.max(1, number.length()));
        String where = margin + "--> ";
        Place shown = place.column() == 0 ? place : place.at(JsonPointer.ROOT);
        out.append(coloured(where, Tone.QUIET))
                .append(Measure.cutMiddle(
                        screen.printable(shown.toString()), screen.width() - where.length(), screen.ellipsis()))
                .append('\n');
        Optional<String> line = Optional.ofNullable(sources.get(place.document()))
                .flatMap(source -> source.line(place.line()))
                .filter(text -> place.column() > 0);
        if (line.isEmpty()) {
            hint(margin + " = ", diagnostic.hint(), out);
        } else {
            excerpt(Excerpt.of(line.get(), place, screen, screen.width() - margin.length() - 3), diagnostic, out);
        }
    }

    private void head(Diagnostic diagnostic, Tone tone, Appendable out) throws IOException {
        String head = word(diagnostic.severity()) + "[" + diagnostic.code() + "]:";
        List<String> lines = Measure.wrap(head + " " + screen.printable(diagnostic.message()), screen.width());
        for (String line : lines) {
            boolean first = line.startsWith(head);
            out.append(first ? coloured(head, tone) : "")
                    .append(coloured(first ? line.substring(head.length()) : line, Tone.STRONG))
                    .append('\n');
        }
    }

    private void excerpt(Excerpt excerpt, Diagnostic diagnostic, Appendable out) throws IOException {
        Tone tone = tone(diagnostic.severity());
        String number = Long.toString(diagnostic.place().line());
        String margin = " ".repeat(number.length());
        out.append(coloured(margin + " |", Tone.QUIET)).append('\n');
        out.append(coloured(number + " | ", Tone.QUIET)).append(excerpt.text()).append('\n');
        out.append(coloured(margin + " | ", Tone.QUIET))
                .append(" ".repeat(excerpt.column()))
                .append(coloured("^".repeat(excerpt.length()), tone));
        int used = margin.length() + 3 + excerpt.column() + excerpt.length() + 1;
        String hint = screen.printable(diagnostic.hint());
        if (used + Measure.width(hint) <= screen.width()) {
            out.append(' ').append(coloured(hint, tone)).append('\n');
        } else {
            out.append('\n');
            hint(margin + " = ", diagnostic.hint(), out);
        }
    }

    private void hint(String margin, String hint, Appendable out) throws IOException {
        String lead = "hint: ";
        String indent = " ".repeat(margin.length() + lead.length());
        List<String> lines = Measure.wrap(screen.printable(hint), screen.width() - indent.length());
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? coloured(margin, Tone.QUIET) + lead : indent)
                    .append(lines.get(i))
                    .append('\n');
        }
    }

    private String coloured(String text, Tone tone) {
        return screen.colour() ? tone.around(text) : text;
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.WARNING;
            case NOTE -> Tone.MICROSOFT;
        };
    }
}
