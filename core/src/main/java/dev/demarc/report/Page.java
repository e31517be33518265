package dev.demarc.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Text being written line by line for a screen. A target that fails is an {@link UncheckedIOException}. */
final class Page {
    private final Appendable out;
    private final Screen screen;
    private final SubscriptionNames subscriptions;

    Page(Appendable out, Screen screen) {
        this(out, screen, SubscriptionNames.NONE);
    }

    Page(Appendable out, Screen screen, SubscriptionNames subscriptions) {
        this.subscriptions = subscriptions;
        this.out = out;
        this.screen = screen;
    }

    Screen screen() {
        return screen;
    }

    /** What subscriptions are called. */
    SubscriptionNames subscriptions() {
        return subscriptions;
    }

    /** A new line, empty so far. */
    TextLine line() {
        return new TextLine(screen, subscriptions);
    }

    void print(TextLine line) {
        write(line.finished());
    }

    /** One line in a tone, cut at its end when it is too wide. */
    void print(String text, Tone tone) {
        print(line().add(text, tone));
    }

    void blank() {
        write("");
    }

    /** A blank line, then the name of a part with a rule behind it. */
    void heading(String title) {
        blank();
        TextLine line = line().add(title, Tone.STRONG).add(" ");
        print(line.add("─".repeat(Math.max(0, screen.width() - line.width())), Tone.QUIET));
    }

    /** Prose over as many lines as it needs. */
    void prose(int indent, String text) {
        prose(indent, text, Tone.PLAIN);
    }

    void prose(int indent, String text, Tone tone) {
        for (String part : wrapped(text, indent)) {
            print(line().to(indent).add(part, tone));
        }
    }

    /** Prose behind a label that stands once, in front of the first line. */
    void labelled(int indent, String label, int column, String text, Tone tone) {
        boolean first = true;
        for (String part : wrapped(text, column)) {
            TextLine line =
                    line().to(indent).add(first ? label : "", Tone.QUIET).to(column);
            print(line.add(part, tone));
            first = false;
        }
    }

    private List<String> wrapped(String text, int indent) {
        return Measure.wrap(screen.printable(text), screen.prose() - indent);
    }

    /** A line drawn elsewhere; where it is too wide it goes on under its own beginning. */
    void branch(String drawn) {
        String printable = screen.printable(drawn);
        if (Measure.width(printable) <= screen.width() - 2) {
            print(line().to(2).add(printable));
            return;
        }
        int indent = printable.length() - printable.stripLeading().length();
        int own = Math.min(2 + indent, screen.width() / 2);
        boolean first = true;
        for (String part : Measure.wrap(printable, screen.width() - own - 2)) {
            print(line().to(first ? own : own + 2).add(part));
            first = false;
        }
    }

    /** A command to be copied: printable, and never cut or wrapped. */
    void verbatim(int indent, String command) {
        write(" ".repeat(indent) + screen.printable(command));
    }

    private void write(String line) {
        try {
            out.append(line).append('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
