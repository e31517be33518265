package dev.demarc.policy.trial;

import dev.demarc.document.Diagnostic;
import dev.demarc.policy.evaluation.SemanticsProfile;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What became of all tests.
 *
 * @param files in the order read, without those of which no case was chosen
 * @param unread the errors that kept tests or policies from being read
 * @param coverage in the order in which definitions were read; empty where only some cases were chosen
 * @param semantics how disputed points were read where a case did not say
 */
public record TrialRun(
        List<TestedFile> files, List<Diagnostic> unread, List<TestCoverage> coverage, SemanticsProfile semantics) {
    public TrialRun {
        files = List.copyOf(files);
        unread = List.copyOf(unread);
        coverage = List.copyOf(coverage);
    }

    /** How many cases were run or could not be. */
    public int cases() {
        return sum(file -> file.results().size());
    }

    /** How many cases are as expected. */
    public int passed() {
        return sum(TestedFile::passed);
    }

    /** How many cases are not as expected. */
    public int failed() {
        return sum(TestedFile::failed);
    }

    /** How many cases could not be run. */
    public int notRun() {
        return sum(TestedFile::notRun);
    }

    private int sum(ToIntFunction<TestedFile> of) {
        return files.stream().mapToInt(of).sum();
    }

    /** How long all cases took. */
    public Duration took() {
        return files.stream().map(TestedFile::took).reduce(Duration.ZERO, Duration::plus);
    }
}
