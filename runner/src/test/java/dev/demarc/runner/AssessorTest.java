package dev.demarc.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Attestation;
import dev.demarc.check.Decisions;
import dev.demarc.check.Exemption;
import dev.demarc.check.Verdict;
import dev.demarc.demarcation.Owners;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.JsonObject;
import dev.demarc.document.LocatedJson;
import dev.demarc.document.Place;
import dev.demarc.estate.Collected;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Side;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.CellState;
import dev.demarc.posture.ResourcePosture;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** What an assessment makes of an estate, beyond what each room is tested for. */
class AssessorTest {
    private static final Catalogue CATALOGUE = ShippedKnowledge.catalogue();
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final String SUBSCRIPTION = "/subscriptions/11111111-1111-1111-1111-111111111111";
    private static final String GROUP = SUBSCRIPTION + "/resourceGroups/rg";
    private static final String SITE = GROUP + "/providers/Microsoft.Web/sites/shop";
    private static final String VAULT = GROUP + "/providers/Microsoft.KeyVault/vaults/kv";

    private static final String PLAIN_SITE = """
            {"id": "%s", "type": "Microsoft.Web/sites", "kind": "app", "location": "westeurope",
             "properties": {"httpsOnly": true}}""".formatted(SITE);
    private static final String LAX_CONFIG = """
            {"id": "%s/config/web", "type": "Microsoft.Web/sites/config", "properties": {"minTlsVersion": "1.0"}}""".formatted(SITE);
    private static final String PLAIN_VAULT = """
            {"id": "%s", "type": "Microsoft.KeyVault/vaults", "location": "westeurope",
             "properties": {"enablePurgeProtection": true}}""".formatted(VAULT);

    @Test
    void whatIsFoundOnAPartCountsForTheWhole() {
        Assessment assessment = assess(Decisions.NONE, PLAIN_SITE, LAX_CONFIG);
        ResourcePosture site = posture(assessment, SITE);
        ResourcePosture config = posture(assessment, SITE + "/config/web");

        assertThat(config.demarcation().isPart()).isTrue();
        assertThat(config.states()).isEmpty();
        SidedFinding tls = finding(assessment, "app-min-tls");
        assertThat(tls.verdict()).isEqualTo(Verdict.NON_COMPLIANT);
        assertThat(tls.side()).isEqualTo(site.demarcation().side(tls.control().layer()));
        assertThat(site.state(tls.control().layer())).contains(CellState.FAILING);
    }

    @Test
    void aPartWhoseWholeWasNotSeenHasTheSideOfTheRow() {
        Assessment assessment = assess(Decisions.NONE, LAX_CONFIG);
        assertThat(finding(assessment, "app-min-tls").side()).contains(Side.CUSTOMER);
        assertThat(assessment.coverage().unclassified()).isZero();
    }

    @Test
    void whatNobodyCollectedIsUnknownAndAGap() {
        Assessment assessment = assess(Decisions.NONE, PLAIN_VAULT);
        assertThat(finding(assessment, "keyvault-logging").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(assessment.gaps())
                .filteredOn(gap -> gap.kind() == Gap.Kind.NOT_COLLECTED)
                .anySatisfy(gap -> assertThat(gap.says()).contains("Microsoft.Insights/diagnosticSettings"));
    }

    @Test
    void whereACollectorGivesItsWordNothingMeansNone() {
        var word = new Collected(ResourceId.of(SUBSCRIPTION), ResourceType.of("Microsoft.Insights/diagnosticSettings"));
        Estate estate = Estate.of(observations(PLAIN_VAULT), List.of(), List.of(word));
        Assessment assessment = assessor(Decisions.NONE).assess(estate);
        assertThat(finding(assessment, "keyvault-logging").verdict()).isEqualTo(Verdict.NON_COMPLIANT);
        assertThat(assessment.gaps()).noneMatch(gap -> gap.says().contains("diagnosticSettings"));
    }

    @Test
    void settingsOfResourcesProveNothingAboutThoseOfTheSubscription() {
        String subscription = """
                {"id": "%s", "type": "Microsoft.Resources/subscriptions", "properties": {}}""".formatted(SUBSCRIPTION);
        String setting = """
                {"id": "%s/providers/Microsoft.Insights/diagnosticSettings/audit",
                 "type": "Microsoft.Insights/diagnosticSettings",
                 "properties": {"workspaceId": "/subscriptions/1/w", "logs": [
                     {"categoryGroup": "allLogs", "enabled": true}]}}""".formatted(VAULT);
        Assessment assessment = assess(Decisions.NONE, subscription, PLAIN_VAULT, setting);
        assertThat(finding(assessment, "keyvault-logging").verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(finding(assessment, "monitor-activity-log-export").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aListedResourceIsUnknownWhereItsConfigurationDecides() {
        String listed = """
                {"id": "%s", "type": "Microsoft.KeyVault/vaults", "location": "westeurope"}""".formatted(VAULT);
        Assessment assessment = assess(Decisions.NONE, listed);
        assertThat(finding(assessment, "keyvault-purge-protection").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(assessment.findings().map(SidedFinding::verdict)).doesNotContain(Verdict.COMPLIANT);
    }

    @Test
    void aListingCutToNamesHidesWhetherAControlApplies() {
        String cut = """
                {"id": "%s", "type": "Microsoft.Web/sites", "name": "shop"}""".formatted(SITE);
        Assessment assessment = assess(Decisions.NONE, cut);
        assertThat(finding(assessment, "app-managed-identity").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(assessment.findings().map(SidedFinding::verdict)).containsOnly(Verdict.UNKNOWN);
    }

    @Test
    void anExemptionCountsUntilItEndsAndOnlyWhereItSays() {
        Decisions valid = exempt(GROUP, NOW.plusSeconds(1));
        assertThat(finding(assess(valid, PLAIN_SITE, LAX_CONFIG), "app-min-tls").verdict())
                .isEqualTo(Verdict.EXEMPT);
        Decisions ended = exempt(GROUP, NOW);
        assertThat(finding(assess(ended, PLAIN_SITE, LAX_CONFIG), "app-min-tls").verdict())
                .isEqualTo(Verdict.NON_COMPLIANT);
        Decisions elsewhere = exempt(GROUP + "1", NOW.plusSeconds(1));
        assertThat(finding(assess(elsewhere, PLAIN_SITE, LAX_CONFIG), "app-min-tls")
                        .verdict())
                .isEqualTo(Verdict.NON_COMPLIANT);
    }

    @Test
    void anExemptionOnAManagementGroupReachesWhatIsInItsSubscriptions() {
        String group = "/providers/Microsoft.Management/managementGroups/mg";
        String managementGroup = """
                {"id": "%s", "type": "Microsoft.Management/managementGroups", "properties": {}}""".formatted(group);
        String membership = """
                {"id": "%s/subscriptions/11111111-1111-1111-1111-111111111111",
                 "type": "Microsoft.Management/managementGroups/subscriptions", "properties": {}}""".formatted(group);
        Decisions decisions = exempt(group, NOW.plusSeconds(1));
        Assessment assessment = assess(decisions, managementGroup, membership, PLAIN_SITE, LAX_CONFIG);
        assertThat(finding(assessment, "app-min-tls").verdict()).isEqualTo(Verdict.EXEMPT);
    }

    @Test
    void anAttestationSettlesWhatNoControlWatches() {
        var decisions = new Decisions(
                List.of(),
                List.of(new Attestation(
                        "devices", ResourceId.of(SUBSCRIPTION), "managed", "me", "a report", NOW.plusSeconds(1))));
        var devices = CATALOGUE.layer("devices").orElseThrow();
        assertThat(posture(assess(Decisions.NONE, PLAIN_SITE), SITE).state(devices))
                .contains(CellState.UNWATCHED);
        assertThat(posture(assess(decisions, PLAIN_SITE), SITE).state(devices)).contains(CellState.ATTESTED);
    }

    @Test
    void threadsAndOrderChangeNothing() throws Exception {
        var observations = new ArrayList<Observation>();
        for (var control : CATALOGUE.controls()) {
            for (var example : List.of(control.compliant(), control.failing())) {
                observations.add(observation(example.resource()));
                example.with().forEach(other -> observations.add(observation(other)));
            }
        }
        Assessment one = in(1, Estate.of(observations, List.of()));
        Collections.shuffle(observations, new Random(7));
        Estate shuffled = Estate.of(observations, List.of());
        assertThat(in(2, shuffled).score()).isEqualTo(one.score());
        assertThat(in(8, shuffled).resources()).isEqualTo(one.resources());
        assertThat(one.score().points().max().signum()).isPositive();
    }

    private static Assessment in(int threads, Estate estate) throws Exception {
        try (var pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> assessor(Decisions.NONE).assess(estate)).get();
        }
    }

    private static Decisions exempt(String scope, Instant expires) {
        return new Decisions(
                List.of(new Exemption(
                        "app-min-tls",
                        ResourceId.of(scope),
                        Exemption.Category.WAIVER,
                        "an old client",
                        "shop",
                        expires)),
                List.of());
    }

    private static Assessor assessor(Decisions decisions) {
        return new Assessor(
                CATALOGUE,
                CATALOGUE.edition(Catalogue.DEFAULT_EDITION).orElseThrow(),
                NOW,
                new Owners(List.of("owner")),
                decisions);
    }

    private static Assessment assess(Decisions decisions, String... documents) {
        return assessor(decisions).assess(Estate.of(observations(documents), List.of()));
    }

    private static List<Observation> observations(String... documents) {
        var observations = new ArrayList<Observation>();
        for (String document : documents) {
            var in = new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
            var read = LocatedJson.read(in, "test", problem -> {
                throw new AssertionError(problem);
            });
            observations.add(observation((JsonObject) read.orElseThrow().value()));
        }
        return observations;
    }

    private static Observation observation(JsonObject document) {
        ResourceId id = ResourceId.of(document.text("id").orElseThrow());
        ResourceType type = document.text("type").map(ResourceType::of).orElse(id.type());
        var detail = document.get("properties") == null ? Resource.Detail.LISTED : Resource.Detail.FULL;
        return new Observation(new Resource(id, type, document, detail), Place.of("test"));
    }

    private static ResourcePosture posture(Assessment assessment, String id) {
        return assessment.resources().stream()
                .filter(posture -> posture.resource().id().equals(ResourceId.of(id)))
                .findFirst()
                .orElseThrow();
    }

    private static SidedFinding finding(Assessment assessment, String control) {
        return assessment
                .findings()
                .filter(finding -> finding.control().id().equals(control))
                .findFirst()
                .orElseThrow();
    }
}
