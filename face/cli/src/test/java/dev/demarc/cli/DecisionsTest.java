package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decided, given with {@code --decisions}. */
class DecisionsTest {
    private static final String JUMP =
            "/subscriptions/b5b966c8-c57d-4c71-956a-e7f09efb029e/resourceGroups/rg-jump-prod";

    @TempDir
    Path folder;

    @Test
    void aWaiverMakesAFindingExemptAndNothingElse() throws IOException {
        JsonObject before = assess(0).json();
        JsonObject after = assess(0, exemption("nsg-no-rdp-internet", "waiver", "2026-12-31T00:00:00Z"))
                .json();
        assertThat(verdicts(after, "exempt")).isEqualTo(1);
        assertThat(verdicts(after, "nonCompliant")).isEqualTo(verdicts(before, "nonCompliant") - 1);
        assertThat(verdicts(after, "compliant")).isEqualTo(verdicts(before, "compliant"));
        assertThat(codes(after)).isEmpty();
    }

    @Test
    void anExemptFindingIsUnderTheThreshold() throws IOException {
        Path decisions = write(
                exemption("nsg-no-rdp-internet", "waiver", "2026-12-31T00:00:00Z") + ","
                        + exemption("nsg-no-ssh-internet", "mitigated", "2026-12-31T00:00:00Z") + ","
                        + exemption("sql-no-open-firewall", "WAIVER", "2026-12-31T00:00:00Z")
                                .replace(JUMP, "/subscriptions/0ed9c7a7-7558-401e-9f11-8fed68d1cd94"),
                "");
        assertThat(assessWith(decisions, "--fail-on", "critical").code()).isZero();
        assertThat(assessWith(decisions, "--fail-on", "high").code()).isEqualTo(ExitCode.OVER_THRESHOLD.number());
    }

    @Test
    void anExpiredOneCountsNoLongerAndIsTold() throws IOException {
        JsonObject after = assess(0, exemption("nsg-no-rdp-internet", "waiver", "2026-11-24T08:00:00Z"))
                .json();
        assertThat(verdicts(after, "exempt")).isZero();
        assertThat(codes(after)).containsExactly("decision-expired");
    }

    @Test
    void aWrongOneIsTheOnlyOneLost() throws IOException {
        Run.Ended ended = assess(
                4,
                exemption("nsg-no-rdp-internt", "waiver", "2026-12-31T00:00:00Z"),
                exemption("nsg-no-rdp-internet", "waiver", "31.12.2026"),
                exemption("nsg-no-rdp-internet", "forever", "2026-12-31T00:00:00Z"),
                exemption("nsg-no-rdp-internet", "waiver", "2026-12-31T00:00:00Z")
                        .replace(JUMP, "rg-jump-prod"),
                exemption("nsg-no-rdp-internet", "waiver", "2026-12-31T00:00:00Z")
                        .replace("\"reason\"", "\"because\""),
                "5",
                exemption("nsg-no-ssh-internet", "waiver", "2026-12-31T00:00:00Z"));
        JsonObject after = ended.json();
        assertThat(verdicts(after, "exempt")).isEqualTo(1);
        assertThat(codes(after)).hasSize(6).containsOnly("decision-wrong");
    }

    @Test
    void anAttestationSettlesUnwatchedCells() throws IOException {
        JsonObject before = assess(0).json().object("coverage").object("states");
        Path decisions = write(
                "",
                "{\"layer\":\"devices\",\"scope\":\"/subscriptions/b5b966c8-c57d-4c71-956a-e7f09efb029e\","
                        + "\"statement\":\"managed machines only\",\"who\":\"head of workplaces\",\"evidence\":\"report\","
                        + "\"expires\":\"2027-05-01T00:00:00Z\"}");
        JsonObject after = assessWith(decisions, "--format", "json")
                .json()
                .object("coverage")
                .object("states");
        assertThat(number(after, "attested")).isPositive();
        assertThat(number(after, "unwatched")).isEqualTo(number(before, "unwatched") - number(after, "attested"));
        assertThat(number(after, "failing")).isEqualTo(number(before, "failing"));
    }

    @Test
    void anUnknownLayerIsTold() throws IOException {
        Path decisions = write(
                "",
                "{\"layer\":\"laptops\",\"scope\":\"/subscriptions/s\",\"statement\":\"x\",\"who\":\"x\","
                        + "\"evidence\":\"x\",\"expires\":\"2027-05-01T00:00:00Z\"}");
        Run.Ended ended = assessWith(decisions, "--format", "json");
        assertThat(ended.code()).isEqualTo(ExitCode.INCOMPLETE.number());
        assertThat(codes(ended.json())).containsExactly("decision-wrong");
    }

    @Test
    void aFileThatIsNotThereOrNoJsonIsTold() throws IOException {
        Run.Ended missing = assessWith(folder.resolve("none.json"), "--format", "json");
        assertThat(missing.code()).isEqualTo(ExitCode.INCOMPLETE.number());
        assertThat(codes(missing.json())).containsExactly("decisions-unreadable");
        Run.Ended broken = assessWith(Files.writeString(folder.resolve("broken.json"), "{"), "--format", "json");
        assertThat(broken.code()).isEqualTo(ExitCode.INCOMPLETE.number());
        assertThat(codes(broken.json())).isNotEmpty();
    }

    @Test
    void theExampleOfTheGuideIsAccepted() throws IOException {
        Matcher example = Pattern.compile("(?ms)^```json\n(.*?)^```")
                .matcher(Files.readString(Run.ROOT.resolve("docs/decisions-file.md")));
        assertThat(example.find()).isTrue();
        Path decisions = Files.writeString(folder.resolve("example.json"), example.group(1));
        JsonObject after = assessWith(decisions, "--format", "json").json();
        assertThat(codes(after)).isEmpty();
        assertThat(verdicts(after, "exempt")).isEqualTo(1);
    }

    private static String exemption(String control, String category, String expires) {
        return ("{\"control\":\"%s\",\"scope\":\"%s\",\"category\":\"%s\",\"reason\":\"upgrade\","
                        + "\"owner\":\"erp-team@contoso.com\",\"expires\":\"%s\"}")
                .formatted(control, JUMP, category, expires);
    }

    private Run.Ended assess(int code, String... exemptions) throws IOException {
        Run.Ended ended = assessWith(write(String.join(",", exemptions), ""), "--format", "json");
        assertThat(ended.code()).isEqualTo(code);
        return ended;
    }

    private static Run.Ended assessWith(Path decisions, String option, String value) {
        return Run.demarc("assess", "examples/contoso", "--decisions", decisions.toString(), option, value);
    }

    private Path write(String exemptions, String attestations) throws IOException {
        return Files.writeString(
                folder.resolve("decisions.json"),
                "{\"exemptions\":[" + exemptions + "],\"attestations\":[" + attestations + "]}");
    }

    /** The codes of what was told, but for the note that the example's policies were not given. */
    private static List<String> codes(JsonObject assessment) {
        return assessment.array("diagnostics").values().stream()
                .map(problem -> ((JsonObject) problem).text("code").orElse(""))
                .filter(code -> !code.equals("assignments-not-judged"))
                .toList();
    }

    private static long verdicts(JsonObject assessment, String verdict) {
        return number(assessment.object("counts").object("verdicts"), verdict);
    }

    private static long number(JsonObject object, String name) {
        return object.get(name) instanceof JsonNumber number ? Long.parseLong(number.text()) : -1;
    }
}
