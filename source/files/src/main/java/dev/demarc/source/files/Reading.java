package dev.demarc.source.files;

import dev.demarc.document.Diagnostic;
import dev.demarc.estate.Account;
import dev.demarc.estate.Collected;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Observation;
import java.util.List;

/**
 * Everything that was read: what was seen, what was not, what was wrong, and what became of every document.
 *
 * @param collected which types sources say they asked for
 * @param account all files together
 * @param files file by file
 */
public record Reading(
        List<Observation> observations,
        List<Collected> collected,
        List<Gap> gaps,
        List<Diagnostic> diagnostics,
        Account account,
        FileAccounts files) {

    public Reading {
        observations = List.copyOf(observations);
        collected = List.copyOf(collected);
        gaps = List.copyOf(gaps);
        diagnostics = List.copyOf(diagnostics);
        if (observations.size() != account.observed() + account.embedded()) {
            throw new IllegalArgumentException(observations.size() + " observations, but the account says "
                    + account.observed() + " and " + account.embedded() + " embedded");
        }
    }
}
