package dev.demarc.report.html;

import dev.demarc.check.Evidence;
import dev.demarc.check.Finding;
import dev.demarc.check.Judgement;
import dev.demarc.check.Verdict;
import dev.demarc.demarcation.Basis;
import dev.demarc.demarcation.Demarcation;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.ResponsibilityRow;
import dev.demarc.knowledge.Side;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.CellState;
import dev.demarc.posture.Coverage;
import dev.demarc.posture.Recommendation;
import dev.demarc.posture.ResourcePosture;
import dev.demarc.posture.Score;
import dev.demarc.posture.SecureScore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Estates of any size, drawn from a seed, and judged by dice. */
final class SampleAssessment {
    private static final List<String> OWNERS =
            List.of("payments", "web shop", "data platform", "workplace", "network team", "anna.berg@contoso.example");
    private static final List<String> WORKLOADS =
            List.of("orders", "billing", "search", "ledger", "intranet", "telemetry", "archive", "identity", "batch");

    private final Random random;
    private final Catalogue catalogue = SampleCatalogue.catalogue();
    private final Map<ResourceType, List<Control>> controls = catalogue.controlsByType();
    private final List<ResponsibilityRow> types = SampleCatalogue.types();
    private final List<ResourcePosture> resources = new ArrayList<>();

    private SampleAssessment(long seed) {
        this.random = new Random(seed);
    }

    /** An estate of so many resources, and those of further names in a group of their own, which name their owners too. */
    static Assessment of(int size, long seed, String... names) {
        return new SampleAssessment(seed).build(size, List.of(names));
    }

    private Assessment build(int size, List<String> names) {
        int subscriptions = 1 + size / 2000;
        for (int i = 0; i < subscriptions; i++) {
            String id = "/subscriptions/" + subscription(i);
            JsonObject document = JsonObject.builder()
                    .put("displayName", "Contoso " + WORKLOADS.get(i % 9))
                    .build();
            add(id, types.getLast(), document);
        }
        for (int i = subscriptions; i < size; i++) {
            addOne(i, subscription(random.nextInt(subscriptions)));
        }
        for (String name : names) {
            add(
                    "/subscriptions/" + subscription(0) + "/resourceGroups/rg-odd/providers/"
                            + types.get(8).type() + "/" + name.replace('/', '\\'),
                    types.get(8),
                    JsonObject.empty(),
                    Optional.of(name));
        }
        resources.sort(Comparator.comparing(posture -> posture.resource().id()));
        return assessment();
    }

    private static String subscription(int number) {
        return String.format(Locale.ROOT, "5f0c%04d-7b1e-4c55-9d1a-0242ac12%04d", 37 * number, number);
    }

    private void addOne(int number, String subscription) {
        int skewed = (int) (types.size() * Math.pow(random.nextDouble(), 1.3));
        ResponsibilityRow row = types.get((skewed * 7 + 15) % (types.size() - 1));
        String workload = WORKLOADS.get(random.nextInt(WORKLOADS.size()));
        String stage = List.of("prod", "test", "dev").get(random.nextInt(3));
        String group = "/subscriptions/" + subscription + "/resourceGroups/rg-" + workload + "-" + stage + "-"
                + random.nextInt(1 + number / 150);
        var document = JsonObject.builder()
                .put(
                        "location",
                        List.of("westeurope", "northeurope", "swedencentral").get(random.nextInt(3)))
                .build();
        String name = workload + "-" + stage + "-" + Integer.toString(random.nextInt(1 << 20), 36) + number;
        String type = row.type().text();
        if (row.type().equals(ResourceType.RESOURCE_GROUP)) {
            add(group + "-" + number, row, document);
        } else if (random.nextInt(90) == 0) {
            add(group + "/providers/Contoso.Custom/widgets/" + name, null, document);
        } else if (type.endsWith("servers/databases")) {
            add(group + "/providers/Microsoft.Sql/servers/sql-" + workload + "/databases/" + name, row, document);
        } else {
            add(group + "/providers/" + type + "/" + name, row, document);
        }
    }

    private void add(String idText, @Nullable ResponsibilityRow row, JsonObject document) {
        Optional<String> owner =
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(OWNERS.get(random.nextInt(OWNERS.size())));
        add(idText, row, document, owner);
    }

    private void add(String idText, @Nullable ResponsibilityRow row, JsonObject document, Optional<String> owner) {
        ResourceId id = ResourceId.of(idText);
        var detail = random.nextInt(40) == 0 ? Resource.Detail.LISTED : Resource.Detail.FULL;
        var resource = new Resource(id, id.type(), document, detail);
        List<Demarcation.Cell> cells = row == null
                ? List.of()
                : SampleCatalogue.LAYERS.stream().map(layer -> cell(row, layer)).toList();
        var demarcation = new Demarcation(resource, Optional.ofNullable(row), Optional.empty(), cells);
        List<SidedFinding> findings = controls.getOrDefault(id.type(), List.of()).stream()
                .map(control -> finding(control, resource, demarcation, owner))
                .toList();
        List<CellState> states =
                cells.stream().map(cell -> state(cell, findings)).toList();
        resources.add(new ResourcePosture(demarcation, owner, states, findings));
    }

    private Demarcation.Cell cell(ResponsibilityRow row, Layer layer) {
        ResponsibilityRow.Cell cell = Objects.requireNonNull(row.cells().get(layer.id()));
        Side side = cell.side().orElseThrow();
        if (layer.index() < 4) {
            return new Demarcation.Cell(layer, side, new Basis.Matrix(SampleCatalogue.edition(), row));
        }
        if (layer.id().equals("operating-system") && side == Side.CUSTOMER && random.nextInt(3) > 0) {
            var shift = row.shifts().getFirst();
            Basis basis = random.nextInt(4) == 0 ? new Basis.Unseen(row, shift) : new Basis.Setting(row, shift);
            return new Demarcation.Cell(layer, basis.isCertain() ? Side.SHARED : side, basis);
        }
        return new Demarcation.Cell(layer, side, new Basis.Row(row, cell));
    }

    private CellState state(Demarcation.Cell cell, List<SidedFinding> findings) {
        if (!cell.side().isCustomers()) {
            return CellState.NOT_YOURS;
        }
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        findings.stream()
                .filter(finding -> finding.control().layer().equals(cell.layer()))
                .forEach(finding -> verdicts.add(finding.verdict()));
        if (verdicts.isEmpty()) {
            return random.nextInt(20) == 0 ? CellState.ATTESTED : CellState.UNWATCHED;
        }
        if (verdicts.contains(Verdict.NON_COMPLIANT)) {
            return CellState.FAILING;
        }
        if (verdicts.contains(Verdict.UNKNOWN) || verdicts.contains(Verdict.ERROR)) {
            return CellState.UNKNOWN;
        }
        return verdicts.contains(Verdict.EXEMPT) ? CellState.EXEMPT : CellState.VERIFIED;
    }

    private SidedFinding finding(Control control, Resource resource, Demarcation where, Optional<String> owner) {
        int dice = (control.id().hashCode() & 31) + random.nextInt(100);
        Verdict verdict = dice < 70
                ? Verdict.COMPLIANT
                : dice < 106
                        ? Verdict.NON_COMPLIANT
                        : List.of(Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.EXEMPT, Verdict.ERROR)
                                .get(random.nextInt(4));
        var evidence = new Evidence(
                JsonPointer.parse("/if/allOf/1"),
                resource.id(),
                JsonPointer.parse("/properties/setting"),
                verdict == Verdict.COMPLIANT
                        ? Optional.of(JsonBoolean.TRUE)
                        : random.nextBoolean() ? Optional.empty() : Optional.of(JsonBoolean.FALSE),
                "notEquals \"true\"",
                "`properties.setting` of `" + resource.name() + "` decides, and it is "
                        + (verdict == Verdict.COMPLIANT ? "on" : "off"));
        var judgement = new Judgement(
                verdict, "`setting` of `" + resource.name() + "` is " + verdict.word(), List.of(evidence));
        return new SidedFinding(
                new Finding(control.id(), resource, judgement), control, where.side(control.layer()), owner);
    }

    private Assessment assessment() {
        List<SidedFinding> findings = resources.stream()
                .flatMap(resource -> resource.findings().stream())
                .toList();
        Score score = Score.of(findings, catalogue);
        return new Assessment(
                Instant.parse("2026-11-24T09:30:00Z"),
                catalogue,
                SampleCatalogue.edition(),
                "azure (every switch as Azure decides today)",
                resources,
                Coverage.of(resources, catalogue.layers()),
                score,
                Optional.of(secureScore()),
                Recommendation.of(findings, score),
                gaps());
    }

    private static SecureScore secureScore() {
        var controls = List.of(
                new SecureScore.ControlResult("mfa", "Enable MFA", 3, 2, 0, new BigDecimal("10")),
                new SecureScore.ControlResult("ports", "Secure management ports", 41, 7, 3, new BigDecimal("8")),
                new SecureScore.ControlResult("ddos", "Protect applications", 0, 0, 9, new BigDecimal("2")));
        return new SecureScore(List.of(new SecureScore.SubscriptionScore(
                "/subscriptions/" + subscription(0),
                controls,
                new BigDecimal("12.83"),
                new BigDecimal("18"),
                new BigDecimal("53"),
                Optional.of(new BigDecimal("12.90")))));
    }

    private static List<Gap> gaps() {
        return List.of(
                new Gap(
                        Gap.Kind.UNREAD_PAGE,
                        ResourceId.parse("/subscriptions/" + subscription(0)),
                        ResourceType.parse("Microsoft.Authorization/roleAssignments"),
                        "the list of role assignments goes on at a link that was not followed",
                        "collect again with every page"),
                new Gap(
                        Gap.Kind.NOT_COLLECTED,
                        Optional.empty(),
                        ResourceType.parse("Microsoft.Insights/diagnosticSettings"),
                        "no diagnostic setting was in what was read, and 6 controls need them",
                        "export diagnostic settings too"));
    }
}
