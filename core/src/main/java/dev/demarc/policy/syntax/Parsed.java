package dev.demarc.policy.syntax;

import dev.demarc.document.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What reading an input came to.
 *
 * @param value the tree; empty when any diagnostic is an error
 * @param diagnostics what is wrong or doubtful, in the order met
 */
public record Parsed<T>(Optional<T> value, List<Diagnostic> diagnostics) {
    public Parsed {
        diagnostics = List.copyOf(diagnostics);
    }

    /** The errors alone. */
    public List<Diagnostic> errors() {
        return diagnostics.stream()
                .filter(one -> one.severity() == Diagnostic.Severity.ERROR)
                .toList();
    }
}
