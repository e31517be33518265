package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.DocumentText;
import dev.demarc.document.Place;
import dev.demarc.estate.Gap;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.trial.PolicyTestFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was read about policies.
 *
 * @param documents in the order of the sources and of what stands in them; what was put together of several comes last
 * @param tests the test files found
 * @param environments the names of the EPAC environments met, whether read or not
 * @param gaps what of the policies is missing, so that nothing was judged by it
 * @param diagnostics what is wrong, in the order told
 * @param texts the text of every file read, by the name of its document
 */
public record PolicyReading(
        List<PolicyDocument> documents,
        List<PolicyTestFile> tests,
        List<String> environments,
        List<Gap> gaps,
        List<Diagnostic> diagnostics,
        PolicyAccount account,
        Map<String, DocumentText> texts) {

    public PolicyReading {
        documents = List.copyOf(documents);
        tests = List.copyOf(tests);
        environments = List.copyOf(environments);
        gaps = List.copyOf(gaps);
        diagnostics = List.copyOf(diagnostics);
        texts = Map.copyOf(texts);
        if (documents.size() != account.policies()) {
            throw new IllegalArgumentException(
                    documents.size() + " policy documents, but the account says " + account.policies());
        }
    }

    /** The line of the source that a place is on; empty when the place names no line of a file read. */
    public Optional<String> line(Place place) {
        return Optional.ofNullable(texts.get(place.document())).flatMap(text -> text.line(place.line()));
    }
}
