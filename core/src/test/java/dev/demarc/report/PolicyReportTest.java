package dev.demarc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.demarc.document.Place;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.policy.compliance.StateCounts;
import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.posture.Assessment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of policies: lists, profiles, explanations, and how an assessment tells their states. */
@NullMarked
class PolicyReportTest {
    private static final Path SCHEMAS = Path.of(System.getProperty("demarc.root", ".."), "docs/schema");
    private static final Report REPORT = Fixture.governed();
    private static final PolicyCompliance COMPLIANCE =
            REPORT.assessment().policies().orElseThrow();

    private static void assertValid(String name, String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMAS.resolve(name + ".schema.json")), InputFormat.JSON);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }

    private static Report with(Optional<PolicyCompliance> policies) {
        Assessment perfect = Fixture.perfect().assessment();
        var assessment = new Assessment(
                perfect.instant(),
                perfect.catalogue(),
                perfect.edition(),
                perfect.profile(),
                perfect.resources(),
                perfect.coverage(),
                perfect.score(),
                perfect.secureScore(),
                perfect.recommendations(),
                perfect.gaps(),
                policies);
        Report whole = Fixture.perfect();
        return new Report(assessment, whole.account(), whole.diagnostics(), whole.title(), whole.sources());
    }

    private static Report withOnly(ComplianceState state) {
        List<PolicyState> states =
                COMPLIANCE.states().stream().filter(one -> one.state() == state).toList();
        assertThat(states).as("the fixture has every state").isNotEmpty();
        return with(Optional.of(PolicyCompliance.of(Governed.IN_FORCE.withGaps(List.of()), states)));
    }

    @Test
    void whatIsNotKnownIsNotComplete() {
        for (ComplianceState state : ComplianceState.values()) {
            boolean isOpen = state == ComplianceState.UNKNOWN || state == ComplianceState.ERROR;
            assertThat(withOnly(state).isComplete()).as(state.word()).isEqualTo(!isOpen);
        }
        assertThat(Golden.written(
                        out -> AssessmentText.write(withOnly(ComplianceState.UNKNOWN), Screen.plain(160), 5, out)))
                .startsWith("INCOMPLETE: 2 policy states unknown or in error");
    }

    @Test
    void withoutPoliciesNothingIsSaidOfThem() {
        String text = Golden.written(out -> AssessmentText.write(Fixture.estate(), Screen.plain(80), 5, out));
        assertThat(text).doesNotContain("olicies");
        assertThat(Golden.written(out -> AssessmentJson.write(Fixture.estate(), out)))
                .doesNotContain("\"policies\"");
    }

    @Test
    void theOrderOfStatesChangesNothing() {
        var shuffled = new ArrayList<>(COMPLIANCE.states());
        Collections.reverse(shuffled);
        Report other = with(Optional.of(PolicyCompliance.of(Governed.IN_FORCE, shuffled)));
        Report one = with(Optional.of(COMPLIANCE));
        assertThat(Golden.written(out -> AssessmentJson.write(other, out)))
                .isEqualTo(Golden.written(out -> AssessmentJson.write(one, out)));
        assertThat(Golden.written(out -> AssessmentText.write(other, Screen.plain(80), 5, out)))
                .isEqualTo(Golden.written(out -> AssessmentText.write(one, Screen.plain(80), 5, out)));
    }

    /** Every policy stands under one assignment, and the counts of policies add up to the states. */
    @Test
    void everyStateIsTold() {
        List<JudgedPolicy> judged = JudgedAssignment.of(COMPLIANCE).stream()
                .flatMap(one -> one.policies().stream())
                .toList();
        assertThat(judged.stream().map(JudgedPolicy::policy))
                .containsExactlyInAnyOrderElementsOf(Governed.IN_FORCE.policies());
        assertThat(judged.stream().flatMap(one -> one.states().stream()))
                .containsExactlyInAnyOrderElementsOf(COMPLIANCE.states());
        judged.forEach(one -> assertThat(one.states()).hasSize(one.resources().total()));
        String json = Golden.written(out -> AssessmentJson.write(REPORT, out));
        long open = COMPLIANCE.states().stream()
                .filter(one -> one.state() != ComplianceState.COMPLIANT)
                .count();
        assertThat(json.lines().filter(line -> line.contains("\"azureState\""))).hasSize((int) open);
    }

    @ParameterizedTest
    @CsvSource({"1,2999,99.9", "0,3,100.0", "1,0,0.0", "2,1,33.3"})
    void onlyAllIsAHundredPercent(int failing, int compliant, BigDecimal percent) {
        var counts =
                new StateCounts(Map.of(ComplianceState.NON_COMPLIANT, failing, ComplianceState.COMPLIANT, compliant));
        assertThat(counts.percent()).contains(percent);
    }

    @Test
    void listsReadAsCommitted() throws IOException {
        PolicyListing listing = PolicyListing.of(Governed.LIBRARY);
        for (int width : List.of(80, 160)) {
            Golden.check(
                    "policies-" + width + ".txt",
                    Golden.written(out -> PolicyListText.write(listing, Screen.plain(width), out)));
        }
        String json = Golden.written(out -> PolicyListJson.write(listing, out));
        Golden.check("policies.json", json);
        assertValid("policy-list", json);
        Golden.check("policies.csv", Golden.written(out -> PolicyListCsv.write(listing, out)));
        PolicyListing some = listing.where(text -> text.contains("Monitoring"));
        assertThat(some.definitions()).extracting(one -> one.about().name()).containsExactly("diagnostics");
        assertThat(some.assignments()).isEmpty();
    }

    @Test
    void profilesReadAsCommitted() throws IOException {
        SemanticsProfile profile = SemanticsProfile.parse("documented,in-takes-one-value=on", Place.of("options"))
                .value()
                .orElseThrow();
        for (int width : List.of(80, 160)) {
            Golden.check(
                    "profile-" + width + ".txt",
                    Golden.written(out -> ProfileText.write(profile, Screen.plain(width), out)));
        }
        String json = Golden.written(out -> ProfileJson.write(profile, out));
        Golden.check("profile.json", json);
        assertValid("profile", json);
        assertThat(Arrays.stream(Dispute.values()).map(Dispute::id)).allMatch(json::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "vm-jump, costCenter",
        "aks-shop, blue",
        "starchive, requireEnv",
        "kv-keys, review",
        "kv-keys, guard",
        "stlake, diagnostics",
        "thing-1, thingNumber",
        "vm-web-01, allowed-locations",
        "kv-keys, costCenter",
    })
    void explanationsReadAsCommitted(String resource, String referenceId) throws IOException {
        ExplainedPolicy explained = Governed.explained(REPORT, resource, referenceId);
        String name = "explain-" + resource + "-" + referenceId;
        Golden.check(
                name + ".txt", Golden.written(out -> PolicyExplanationText.write(explained, Screen.plain(100), out)));
        String json = Golden.written(out -> PolicyExplanationJson.write(explained, out));
        assertValid("policy-explanation", json);
        if (referenceId.equals("costCenter")) {
            Golden.check(name + ".json", json);
        }
    }

    @Test
    void severalPoliciesBeginWithTheGravest() {
        List<ExplainedPolicy> several = Stream.of(
                        Governed.explained(REPORT, "kv-keys", "costCenter"),
                        Governed.explained(REPORT, "starchive", "requireEnv"),
                        Governed.explained(REPORT, "vm-jump", "costCenter"))
                .sorted(ExplainedPolicy.GRAVEST_FIRST)
                .toList();
        String text = Golden.written(out -> PolicyExplanationText.overview(several, Screen.plain(160), out));
        assertThat(text.lines().map(line -> line.strip().replaceFirst(" {2,}.*", "")))
                .containsExactly(
                        "3 policies in force are called so, the gravest first:",
                        "non-compliant",
                        "exempt",
                        "not applicable",
                        "");
        assertThat(text).contains("baseline-web/costCenter on /subscriptions/11111111-1111-1111-1111-111111111111\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 119, 120, 200})
    void noLineIsWiderThanTheScreen(int width) {
        Screen screen = Screen.of(width, false, false);
        String all = Golden.written(out -> PolicyListText.write(PolicyListing.of(Governed.LIBRARY), screen, out))
                + Golden.written(out -> ProfileText.write(SemanticsProfile.REGORUS, screen, out))
                + Golden.written(out -> PolicyExplanationText.write(
                        Governed.explained(REPORT, "starchive", "requireEnv"), screen, out));
        assertThat(all.lines()).allMatch(line -> Measure.width(line) <= width);
        assertThat(all.chars()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
    }
}
