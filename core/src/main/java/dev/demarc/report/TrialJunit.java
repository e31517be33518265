package dev.demarc.report;

import dev.demarc.document.Diagnostic;
import dev.demarc.policy.trial.TestedFile;
import dev.demarc.policy.trial.TrialResult;
import dev.demarc.policy.trial.TrialRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of tests as JUnit's XML, in the members that Jenkins, GitHub's and Azure's readers of it agree on: a suite
 * for each test file, and one for each document that could not be read whole. A case that is not as expected is a failure,
 * one that could not be run an error.
 *
 * @see <a href="https://github.com/jenkinsci/xunit-plugin">junit-10.xsd of Jenkins, by which it is valid</a>
 */
public final class TrialJunit {
    private final Xml xml;

    private TrialJunit(Xml xml) {
        this.xml = xml;
    }

    /**
     * Writes what became of tests.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(TrialRun run, Appendable out) {
        new TrialJunit(new Xml(out)).print(run);
    }

    private void print(TrialRun run) {
        xml.open(
                "testsuites",
                "name",
                "demarc policy test",
                "tests",
                Integer.toString(run.cases() + run.unread().size()),
                "failures",
                Integer.toString(run.failed()),
                "errors",
                Integer.toString(run.notRun() + run.unread().size()),
                "time",
                seconds(run.took()));
        run.files().forEach(file -> suite(file, run));
        Map<String, List<Diagnostic>> unread = new LinkedHashMap<>();
        run.unread()
                .forEach(one -> unread.computeIfAbsent(one.place().document(), document -> new ArrayList<>())
                        .add(one));
        unread.forEach(this::unread);
        xml.close("testsuites");
    }

    private void open(String document, int tests, int failures, int errors, Duration took) {
        xml.open(
                "testsuite",
                "name",
                document,
                "tests",
                Integer.toString(tests),
                "failures",
                Integer.toString(failures),
                "errors",
                Integer.toString(errors),
                "skipped",
                "0",
                "time",
                seconds(took),
                "file",
                document);
    }

    private void suite(TestedFile file, TrialRun run) {
        open(file.document(), file.results().size(), file.failed(), file.notRun(), file.took());
        xml.open("properties");
        xml.empty("property", "name", "policy", "value", file.file().policy().text());
        xml.empty("property", "name", "semantics", "value", run.semantics().toString());
        xml.close("properties");
        for (TrialResult result : file.results()) {
            String[] attributes = {
                "name", result.given().name(), "classname", file.policyName(), "time", seconds(result.took())
            };
            switch (result.outcome()) {
                case TrialResult.Passed passed -> xml.empty("testcase", attributes);
                case TrialResult.Failed failed -> {
                    xml.open("testcase", attributes);
                    failure(result, failed);
                    xml.close("testcase");
                }
                case TrialResult.NotRun notRun -> {
                    xml.open("testcase", attributes);
                    error(notRun.why());
                    xml.close("testcase");
                }
            }
        }
        xml.close("testsuite");
    }

    private void failure(TrialResult result, TrialResult.Failed failed) {
        String message = failed.differences().stream()
                .map(one -> one.of() + ": expected " + one.expected() + ", got " + one.got())
                .collect(Collectors.joining("; "));
        var lines = new ArrayList<String>();
        failed.differences().forEach(one -> {
            lines.add(one.of());
            lines.add("  - " + one.expected());
            lines.add("  + " + one.got());
        });
        lines.add("because " + failed.found().reason());
        failed.found().evidence().forEach(one -> lines.add("  rule " + TrialText.fact(one)));
        lines.add("at " + result.given().place());
        xml.text("failure", lines, "type", "failed", "message", message);
    }

    private void error(List<Diagnostic> why) {
        var lines = new ArrayList<String>();
        for (Diagnostic one : why) {
            lines.add(one.message() + " [" + one.code() + "]");
            lines.add("  at " + one.place());
            lines.add("  " + one.hint());
        }
        xml.text(
                "error",
                lines,
                "type",
                why.getFirst().code(),
                "message",
                why.getFirst().message());
    }

    private void unread(String document, List<Diagnostic> errors) {
        open(document, errors.size(), 0, errors.size(), Duration.ZERO);
        for (Diagnostic one : errors) {
            String name = one.code() + " " + one.place();
            xml.open("testcase", "name", name, "classname", "reading", "time", seconds(Duration.ZERO));
            error(List.of(one));
            xml.close("testcase");
        }
        xml.close("testsuite");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }
}
