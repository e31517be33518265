package dev.demarc.report;

import dev.demarc.check.Evidence;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonWriter;
import dev.demarc.policy.trial.TestCoverage;
import dev.demarc.policy.trial.TestedFile;
import dev.demarc.policy.trial.TrialResult;
import dev.demarc.policy.trial.TrialRun;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of tests as text: a line for each file, under it the cases that are not as expected, then what no test looks
 * at, and the sum.
 */
public final class TrialText {
    private static final int COUNTS = 10;
    private static final int LABEL = 4;
    private static final int VALUE = 14;
    private static final int MOST_EVIDENCE = 3;
    private static final int MOST_NAMES = 5;

    private final Page page;

    private TrialText(Page page) {
        this.page = page;
    }

    /**
     * Writes what became of tests.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(TrialRun run, Screen screen, Appendable out) {
        new TrialText(new Page(out, screen)).print(run);
    }

    /** The sum as one sentence: {@code 37 passed, 2 failed, 1 could not be run}. */
    public static String summary(TrialRun run) {
        String sum = counts(run.passed(), run.failed(), run.notRun());
        return run.unread().isEmpty()
                ? sum
                : sum + "; " + Numbers.counted(run.unread().size(), "error", "errors") + " in what was read";
    }

    private static String counts(int passed, int failed, int notRun) {
        var parts = new ArrayList<String>();
        parts.add(Numbers.count(passed) + " passed");
        if (failed > 0) {
            parts.add(Numbers.count(failed) + " failed");
        }
        if (notRun > 0) {
            parts.add(Numbers.count(notRun) + " could not be run");
        }
        return String.join(", ", parts);
    }

    private void print(TrialRun run) {
        run.files().forEach(this::file);
        coverage(run.coverage());
        page.blank();
        boolean good = run.failed() + run.notRun() + run.unread().size() == 0;
        page.prose(0, summary(run), good ? Tone.GOOD : Tone.BAD);
    }

    private void file(TestedFile file) {
        boolean good = file.passed() == file.results().size();
        TextLine line = page.line()
                .add(counts(file.passed(), file.failed(), file.notRun()), good ? Tone.GOOD : Tone.BAD)
                .to(COUNTS)
                .add("  ");
        Screen screen = page.screen();
        page.print(line.add(Measure.cutMiddle(screen.printable(file.document()), line.room(), screen.ellipsis())));
        for (TrialResult result : file.results()) {
            switch (result.outcome()) {
                case TrialResult.Passed passed -> {}
                case TrialResult.Failed failed -> failed(result, failed);
                case TrialResult.NotRun notRun -> notRun(result, notRun);
            }
        }
    }

    private void head(String word, TrialResult result) {
        page.prose(2, word + ": " + result.given().name(), Tone.STRONG);
    }

    private void say(String label, String text, Tone tone) {
        page.labelled(LABEL, label, VALUE, text, tone);
    }

    private void failed(TrialResult result, TrialResult.Failed failed) {
        head("failed", result);
        for (TrialResult.Difference difference : failed.differences()) {
            boolean fits = LABEL + difference.of().length() < VALUE;
            if (!fits) {
                page.prose(LABEL, difference.of(), Tone.QUIET);
            }
            say(fits ? difference.of() : "", "- " + difference.expected(), Tone.GOOD);
            say("", "+ " + difference.got(), Tone.BAD);
        }
        TrialResult.Found found = failed.found();
        say("because", found.reason(), Tone.PLAIN);
        found.evidence().stream().limit(MOST_EVIDENCE).forEach(one -> say("rule", fact(one), Tone.QUIET));
        found.patch().ifPresent(patch -> say("changes", patch.json().text(), Tone.QUIET));
        say("at", result.given().place().toString(), Tone.QUIET);
    }

    /** Which condition decided, and what it found where. */
    static String fact(Evidence evidence) {
        String found = evidence.found().map(JsonWriter::compact).orElse("nothing");
        String where = evidence.resourceAt().tokens().isEmpty() ? "" : " at " + evidence.resourceAt();
        return evidence.ruleAt() + " asks: " + evidence.asked() + "; found " + found + where;
    }

    private void notRun(TrialResult result, TrialResult.NotRun notRun) {
        head("could not be run", result);
        for (Diagnostic why : notRun.why()) {
            say("error", why.message() + " [" + why.code() + "]", Tone.BAD);
            say("at", why.place().toString(), Tone.QUIET);
            say("hint", why.hint(), Tone.PLAIN);
        }
    }

    private void coverage(List<TestCoverage> coverage) {
        List<TestCoverage> untested =
                coverage.stream().filter(TestCoverage::isUntested).toList();
        List<TestCoverage> oneSided =
                coverage.stream().filter(TestCoverage::isOneSided).toList();
        if (!untested.isEmpty() || !oneSided.isEmpty()) {
            page.blank();
        }
        if (!untested.isEmpty()) {
            page.prose(
                    0,
                    "note: " + Numbers.counted(untested.size(), "definition has", "definitions have") + " no test: "
                            + names(untested),
                    Tone.WARNING);
        }
        oneSided(oneSided.stream().filter(one -> one.compliant() == 0).toList(), "compliant");
        oneSided(oneSided.stream().filter(one -> one.nonCompliant() == 0).toList(), "non-compliant");
    }

    private void oneSided(List<TestCoverage> some, String lacking) {
        if (!some.isEmpty()) {
            page.prose(
                    0,
                    "note: no case expects `" + lacking + "` of "
                            + Numbers.counted(some.size(), "tested definition", "tested definitions") + ": "
                            + names(some),
                    Tone.WARNING);
        }
    }

    private static String names(List<TestCoverage> some) {
        var names = new ArrayList<String>();
        some.stream()
                .limit(MOST_NAMES)
                .forEach(one -> names.add(one.definition().name()));
        if (some.size() > MOST_NAMES) {
            names.add("and " + Numbers.count(some.size() - MOST_NAMES) + " more");
        }
        return String.join(", ", names);
    }
}
