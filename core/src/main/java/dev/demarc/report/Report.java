package dev.demarc.report;

import dev.demarc.document.Diagnostic;
import dev.demarc.estate.Account;
import dev.demarc.posture.Assessment;
import java.util.List;

/**
 * An assessment, and what became of the documents that it was made from.
 *
 * @param assessment what was judged
 * @param account what became of every document
 * @param diagnostics what was wrong with the documents
 * @param title what the estate is called
 * @param sources where it was read, by the names that the user gave; may be empty
 */
public record Report(
        Assessment assessment, Account account, List<Diagnostic> diagnostics, String title, List<String> sources) {

    public Report {
        diagnostics = List.copyOf(diagnostics);
        sources = List.copyOf(sources);
    }

    /** Whether everything that was asked for was seen: resources, and no gap, refused document or error. */
    public boolean isComplete() {
        return !assessment.resources().isEmpty()
                && assessment.gaps().isEmpty()
                && account.refused() == 0
                && errors() == 0;
    }

    /** How many diagnostics say that something could not be read or judged. */
    public int errors() {
        return (int) diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .count();
    }
}
