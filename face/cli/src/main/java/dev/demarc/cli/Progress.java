package dev.demarc.cli;

import dev.demarc.source.files.FileSource;
import java.io.PrintWriter;
import java.util.Locale;

/** How far reading is, on one line that a person sees; nothing where nobody looks. */
final class Progress implements FileSource.Progress {
    private static final int NAME = 40;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean shown;

    Progress(Session session) {
        this.err = session.err();
        this.shown = session.terminal().person();
    }

    @Override
    public void at(String document, long bytes, long documents) {
        if (shown) {
            String name = document.length() > NAME ? "…" + document.substring(document.length() - NAME) : document;
            err.print(String.format(Locale.ROOT, "%sreading %s: %,d documents", CLEAR, name, documents));
            err.flush();
        }
    }

    /** Says what is being done now. */
    void doing(String what) {
        if (shown) {
            err.print(CLEAR + what);
            err.flush();
        }
    }

    /** Leaves the line empty for what comes next. */
    void done() {
        if (shown) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
