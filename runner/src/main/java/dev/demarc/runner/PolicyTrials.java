package dev.demarc.runner;

import dev.demarc.document.Diagnostic;
import dev.demarc.policy.trial.PolicyTestCase;
import dev.demarc.policy.trial.PolicyTestFile;
import dev.demarc.policy.trial.PolicyTrial;
import dev.demarc.policy.trial.TestCoverage;
import dev.demarc.policy.trial.TestedFile;
import dev.demarc.policy.trial.TrialResult;
import dev.demarc.policy.trial.TrialRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs test files one case after another and measures how long each takes; that decides nothing. What no test looks at is
 * told of whole runs only.
 */
public final class PolicyTrials {
    private PolicyTrials() {}

    /**
     * What became of the cases chosen.
     *
     * @param chosen a text that the name of the case, of its file or of its policy must contain, without regard to case;
     *     the empty text for all
     * @param unread the errors that kept tests or policies from being read
     */
    public static TrialRun run(List<PolicyTestFile> tests, String chosen, PolicyTrial trial, List<Diagnostic> unread) {
        var files = new ArrayList<TestedFile>();
        for (PolicyTestFile file : tests) {
            List<TrialResult> results = file.cases().stream()
                    .filter(one -> isChosen(chosen, file, one))
                    .map(one -> measured(trial, file, one))
                    .toList();
            if (!results.isEmpty()) {
                files.add(new TestedFile(file, results));
            }
        }
        List<TrialResult> all =
                files.stream().flatMap(file -> file.results().stream()).toList();
        List<TestCoverage> coverage = chosen.isEmpty() ? TestCoverage.of(trial.library(), all) : List.of();
        return new TrialRun(files, unread, coverage, trial.semantics());
    }

    private static boolean isChosen(String chosen, PolicyTestFile file, PolicyTestCase one) {
        String wanted = chosen.toLowerCase(Locale.ROOT);
        return List.of(one.name(), file.place().document(), file.policy().text()).stream()
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static TrialResult measured(PolicyTrial trial, PolicyTestFile file, PolicyTestCase one) {
        long before = System.nanoTime();
        TrialResult result = trial.of(file, one);
        return result.taking(Duration.ofNanos(System.nanoTime() - before));
    }
}
