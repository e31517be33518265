package dev.demarc.cli;

import dev.demarc.document.Diagnostic;
import dev.demarc.report.Printable;
import java.util.List;

/** Diagnostics on standard error, for verbs whose result has no place for them. */
final class Problems {
    private static final int SHOWN = 20;

    private Problems() {}

    /** Tells the first of them, and how many there are beyond. */
    static void tell(Session session, List<Diagnostic> diagnostics) {
        boolean unicode = session.terminal().unicode();
        diagnostics.stream().limit(SHOWN).forEach(problem -> {
            session.err()
                    .println(Printable.of(
                            problem.place() + ": " + problem.message() + " [" + problem.code() + "]", unicode));
            session.err().println(Printable.of("        " + problem.hint(), unicode));
        });
        if (diagnostics.size() > SHOWN) {
            session.err().println("… and " + (diagnostics.size() - SHOWN) + " more");
        }
    }
}
