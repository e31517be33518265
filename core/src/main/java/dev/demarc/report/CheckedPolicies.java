package dev.demarc.report;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Diagnostic.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * What a look at policies came to.
 *
 * @param found every diagnostic, in any order
 * @param least the least severity that is shown
 * @param files how many files were given
 */
public record CheckedPolicies(List<Diagnostic> found, Severity least, int files) {
    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic one) -> one.place().document())
            .thenComparing(Diagnostic::severity)
            .thenComparingLong(one -> one.place().line())
            .thenComparingInt(one -> one.place().column());

    public CheckedPolicies {
        found = List.copyOf(found);
    }

    /** The diagnostics that are shown: by the names of the files, the worst of a file first, then by place. */
    public List<Diagnostic> shown() {
        return found.stream()
                .filter(one -> one.severity().compareTo(least) <= 0)
                .sorted(ORDER)
                .toList();
    }

    /** How many of a severity there are, shown or not. */
    public int count(Severity severity) {
        return (int) found.stream().filter(one -> one.severity() == severity).count();
    }
}
