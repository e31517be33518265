package dev.demarc.report;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.trial.TestCoverage;
import dev.demarc.policy.trial.TestedFile;
import dev.demarc.policy.trial.TrialResult;
import dev.demarc.policy.trial.TrialRun;

/** What became of tests as one JSON document, by docs/schema/policy-test-result.schema.json. */
public final class TrialJson {
    private TrialJson() {}

    /**
     * Writes what became of tests. How long they took is left out, so that equal runs give equal documents.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(TrialRun run, Appendable out) {
        var sheet = new JsonSheet(out, "policy-test-result");
        sheet.put("semantics", run.semantics().toString());
        sheet.put("passed", run.passed());
        sheet.put("failed", run.failed());
        sheet.put("notRun", run.notRun());
        sheet.each(
                "cases",
                run.files().stream().flatMap(file -> file.results().stream().map(result -> result(file, result))));
        sheet.each("coverage", run.coverage().stream().map(TrialJson::coverage));
        sheet.each("unread", run.unread().stream().map(Json::diagnostic));
        sheet.close();
    }

    private static JsonObject result(TestedFile file, TrialResult result) {
        var object = JsonObject.builder()
                .put("file", file.document())
                .put("line", result.given().place().line())
                .put("policy", file.file().policy().text())
                .put("name", result.given().name())
                .put("outcome", word(result.outcome()))
                .put("expected", result.given().expectation().word());
        switch (result.outcome()) {
            case TrialResult.Passed passed -> found(passed.found(), object);
            case TrialResult.Failed failed -> {
                found(failed.found(), object);
                object.put("differences", Json.array(failed.differences(), TrialJson::difference));
            }
            case TrialResult.NotRun notRun -> object.put("why", Json.array(notRun.why(), Json::diagnostic));
        }
        return object.build();
    }

    /** The word for how a case came out. */
    static String word(TrialResult.Outcome outcome) {
        return switch (outcome) {
            case TrialResult.Passed passed -> "passed";
            case TrialResult.Failed failed -> "failed";
            case TrialResult.NotRun notRun -> "not-run";
        };
    }

    private static void found(TrialResult.Found found, JsonObject.Builder object) {
        object.put("state", found.word())
                .put("referenceId", found.referenceId())
                .put("effect", found.effect().map(Effect::word))
                .put("reason", found.reason())
                .put("evidence", Json.array(found.evidence(), Json::evidence));
        found.patch().map(patch -> patch.json().json()).ifPresent((JsonArray changes) -> object.put("patch", changes));
    }

    private static JsonObject difference(TrialResult.Difference difference) {
        return JsonObject.builder()
                .put("of", difference.of())
                .put("expected", difference.expected())
                .put("got", difference.got())
                .build();
    }

    private static JsonObject coverage(TestCoverage coverage) {
        return JsonObject.builder()
                .put("definition", coverage.definition().id())
                .put("cases", coverage.cases())
                .put("compliant", coverage.compliant())
                .put("nonCompliant", coverage.nonCompliant())
                .build();
    }
}
