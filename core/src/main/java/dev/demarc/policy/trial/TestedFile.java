package dev.demarc.policy.trial;

import java.time.Duration;
import java.util.List;

/**
 * A test file and what became of its cases.
 *
 * @param results in the order of the cases; fewer where only some were chosen
 */
public record TestedFile(PolicyTestFile file, List<TrialResult> results) {
    public TestedFile {
        results = List.copyOf(results);
    }

    /** The name of the file. */
    public String document() {
        return file.place().document();
    }

    /** What the policy is called: the last name of an id, the name of a file without its ending. */
    public String policyName() {
        String text = file.policy().text();
        String last = text.substring(text.lastIndexOf('/') + 1);
        return file.policy() instanceof PolicyTestFile.Target.InFile ? last.replaceFirst("(?i)\\.jsonc?$", "") : last;
    }

    /** How many cases are as expected. */
    public int passed() {
        return count(TrialResult.Passed.class);
    }

    /** How many cases are not as expected. */
    public int failed() {
        return count(TrialResult.Failed.class);
    }

    /** How many cases could not be run. */
    public int notRun() {
        return count(TrialResult.NotRun.class);
    }

    private int count(Class<? extends TrialResult.Outcome> kind) {
        return (int)
                results.stream().filter(one -> kind.isInstance(one.outcome())).count();
    }

    /** How long all of them took. */
    public Duration took() {
        return results.stream().map(TrialResult::took).reduce(Duration.ZERO, Duration::plus);
    }
}
