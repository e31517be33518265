package dev.demarc.report;

import dev.demarc.check.Evidence;
import dev.demarc.check.Finding;
import dev.demarc.check.Judgement;
import dev.demarc.check.Verdict;
import dev.demarc.demarcation.Basis;
import dev.demarc.demarcation.Demarcation;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.Place;
import dev.demarc.estate.Account;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.ResponsibilityRow;
import dev.demarc.knowledge.Side;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.Coverage;
import dev.demarc.posture.Recommendation;
import dev.demarc.posture.ResourcePosture;
import dev.demarc.posture.Score;
import dev.demarc.posture.SecureScore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullMarked;

/** Reports put together by hand. */
@NullMarked
final class Fixture {
    static final String WEB = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-web/providers/";
    static final String DATA =
            "/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/rg-data-westeurope/providers/";

    private final List<ResourcePosture> postures = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private Optional<SecureScore> secureScore = Optional.empty();
    private int refused;

    /** An estate as they are: most of it fine, some of it not, some of it not seen. */
    static Report estate() {
        var fixture = new Fixture();
        fixture.resource(WEB, "Microsoft.Storage/storageAccounts/stweb", "team-web", "", "-", "+", "-");
        fixture.resource(WEB, "Microsoft.Storage/storageAccounts/stlogs", "", "", "-", "+", "?");
        fixture.resource(DATA, "Microsoft.Storage/storageAccounts/stlake", "Data Platform", "", "-", "-", "+");
        fixture.resource(DATA, "Microsoft.Storage/storageAccounts/starchive", "Data Platform", "", "-", "e", "!");
        fixture.resource(WEB, "Microsoft.Compute/virtualMachines/vm-web-01", "team-web", "platform", "-", "+");
        fixture.resource(WEB, "Microsoft.Compute/virtualMachines/vm-web-02", "team-web", "listed", "?", "?");
        fixture.resource(WEB, "Microsoft.Compute/virtualMachines/vm-jump", "", "", "-", "-");
        fixture.resource(DATA, "Microsoft.KeyVault/vaults/kv-keys", "Data Platform", "", "+");
        fixture.resource(WEB, "Microsoft.ContainerService/managedClusters/aks-shop", "team-web", "");
        fixture.resource(DATA, "Contoso.Custom/things/thing-1", "", "");
        fixture.resource(DATA, "Contoso.Custom/things/thing-2", "", "");
        fixture.gaps();
        fixture.diagnostics();
        fixture.refused = 2;
        fixture.secureScore = Optional.of(microsofts());
        return fixture.report("Contoso production", List.of("export.json", "resources/"));
    }

    /** The same estate with policies in force on it. */
    static Report governed() {
        Report report = estate();
        Assessment plain = report.assessment();
        PolicyCompliance policies = Governed.compliance(
                plain.resources().stream().map(ResourcePosture::resource).toList());
        var gaps = new ArrayList<>(plain.gaps());
        gaps.addAll(policies.inForce().gaps());
        var assessment = new Assessment(
                plain.instant(),
                plain.catalogue(),
                plain.edition(),
                plain.profile(),
                plain.resources(),
                plain.coverage(),
                plain.score(),
                plain.secureScore(),
                plain.recommendations(),
                gaps,
                Optional.of(policies));
        return new Report(assessment, report.account(), report.diagnostics(), report.title(), report.sources());
    }

    /** Nothing at all. */
    static Report empty() {
        return new Fixture().report("Nothing", List.of());
    }

    /** Nothing but gaps. */
    static Report onlyGaps() {
        var fixture = new Fixture();
        fixture.gaps();
        return fixture.report("Gaps", List.of("export.json"));
    }

    /** Everything is right. */
    static Report perfect() {
        var fixture = new Fixture();
        fixture.resource(DATA, "Microsoft.KeyVault/vaults/kv-keys", "Data Platform", "", "+");
        return fixture.report("Perfect", List.of("vault.json"));
    }

    /** Resources, none of them with a layer that is the customer's. */
    static Report noneOfYours() {
        var fixture = new Fixture();
        fixture.resource(DATA, "Contoso.Custom/things/thing-1", "", "");
        return fixture.report("Unclassified", List.of("things.json"));
    }

    /** So many resources, with verdicts, owners and places by chance, the same every time; every fifth is a part. */
    static Report many(int resources) {
        var fixture = new Fixture();
        var random = new Random(20261124);
        String[] signs = {"+", "+", "-", "-", "?", "e", "!"};
        ResourceType[] types = {Azure.STORAGE, Azure.MACHINE, Azure.VAULT, Azure.CLUSTER};
        for (int i = 0; i < resources; i++) {
            String group = "/subscriptions/00000000-0000-0000-0000-0000000000%02d/resourceGroups/rg-%03d/providers/"
                    .formatted(random.nextInt(20), random.nextInt(300));
            ResourceType type = types[random.nextInt(types.length)];
            String path = type.text() + "/" + Long.toString(random.nextLong() >>> 1, 36) + i;
            String owner = random.nextInt(4) == 0 ? "" : "team-" + random.nextInt(40);
            if (i % 5 == 4) {
                fixture.part(group + path);
            } else {
                int controls = Math.min(3, controls(type).size());
                fixture.resource(
                        group,
                        path,
                        owner,
                        "",
                        random.ints(controls, 0, signs.length)
                                .mapToObj(sign -> signs[sign])
                                .toArray(String[]::new));
            }
        }
        fixture.gaps();
        fixture.diagnostics();
        return fixture.report("Many", List.of("many.json"));
    }

    /** Names that somebody chose in order to do harm. */
    static Report hostile() {
        var fixture = new Fixture();
        fixture.resource(
                WEB,
                "Microsoft.Storage/storageAccounts/\u001b[2J\u009b31mred\u0007",
                "=cmd|' /C calc'!A0",
                "",
                "-",
                "-",
                "-");
        fixture.resource(
                WEB,
                "Microsoft.Storage/storageAccounts/\u202Egnp.exe",
                "\u05d1\u05e2\u05dc\u05d9\u05dd",
                "",
                "-",
                "-",
                "-");
        fixture.resource(
                WEB, "Microsoft.Storage/storageAccounts/$(reboot)`id`'\"; rm -rf ~ #", "@owner", "", "-", "-", "-");
        fixture.resource(
                WEB, "Microsoft.Storage/storageAccounts/ストレージ倉庫🔥" + "長い".repeat(80), "-1+1", "", "-", "-", "-");
        fixture.resource(WEB, "Microsoft.KeyVault/vaults/" + "v".repeat(300), "o".repeat(120), "", "+");
        fixture.gaps.add(new Gap(
                Gap.Kind.UNREADABLE,
                Optional.empty(),
                Optional.empty(),
                "\u001b]0;title\u0007 not read\r\nCOMPLETE",
                "look \u2066at\u2069 it"));
        fixture.diagnostics.add(Diagnostic.error(
                "bad", "message \u001b[1m `x`", Place.of("dir/\u001b[31m.json", 3, 4), "hint\u2028here"));
        return fixture.report("Title \u001b[5m", List.of("a b'c.json"));
    }

    /** Why the control of this id says what it says of the first resource whose name ends so. */
    static ExplainedFinding explanation(Report report, String nameEnd, String control) {
        Assessment assessment = report.assessment();
        SidedFinding finding = assessment
                .findings()
                .filter(one -> one.resource().name().endsWith(nameEnd)
                        && one.control().id().equals(control))
                .findFirst()
                .orElseThrow();
        Optional<Demarcation.Cell> cell = assessment.resources().stream()
                .filter(posture -> posture.resource().equals(finding.resource()))
                .findFirst()
                .flatMap(posture -> posture.demarcation().cell(finding.control().layer()));
        List<String> tree = List.of(
                "true   allOf",
                "  true   field type equals Microsoft.Storage/storageAccounts",
                "  true   field Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly notEquals true, found false at /properties/supportsHttpsTrafficOnly");
        return new ExplainedFinding(
                assessment.instant(),
                assessment.catalogue(),
                assessment.edition(),
                assessment.profile(),
                finding,
                cell,
                tree);
    }

    /**
     * Adds a resource and findings of the controls of its type in the catalogue's order: {@code +} compliant, {@code -}
     * non-compliant, {@code ?} unknown, {@code !} error, {@code e} exempt.
     */
    private void resource(String group, String path, String owner, String settings, String... verdicts) {
        ResourceId id = ResourceId.of(group + path);
        var detail = settings.equals("listed") ? Resource.Detail.LISTED : Resource.Detail.FULL;
        var document = JsonObject.builder()
                .put("id", id.text())
                .put("location", "westeurope")
                .build();
        var resource = new Resource(id, id.type(), document, detail);
        Demarcation demarcation = demarcation(resource, settings);
        Optional<String> owned = Optional.of(owner).filter(name -> !name.isEmpty());
        List<Control> controls = controls(id.type());
        var findings = new ArrayList<SidedFinding>();
        for (int i = 0; i < verdicts.length; i++) {
            findings.add(finding(demarcation, controls.get(i), verdict(verdicts[i]), owned));
        }
        postures.add(ResourcePosture.of(demarcation, owned, findings, List.of(), layer -> false));
    }

    /** Adds a part of a resource that was not seen. */
    private void part(String whole) {
        ResourceId id = ResourceId.of(whole + "/parts/default");
        var resource = new Resource(id, id.type(), JsonObject.empty(), Resource.Detail.FULL);
        Optional<ResponsibilityRow> row =
                Azure.CATALOGUE.row(ResourceId.of(whole).type());
        var demarcation = new Demarcation(resource, row, Optional.of(ResourceId.of(whole)), List.of());
        postures.add(ResourcePosture.of(demarcation, Optional.empty(), List.of(), List.of(), layer -> false));
    }

    private static List<Control> controls(ResourceType type) {
        return Azure.CATALOGUE.controls().stream()
                .filter(control -> control.type().equals(type))
                .toList();
    }

    private static Verdict verdict(String sign) {
        return switch (sign) {
            case "+" -> Verdict.COMPLIANT;
            case "-" -> Verdict.NON_COMPLIANT;
            case "!" -> Verdict.ERROR;
            case "e" -> Verdict.EXEMPT;
            default -> Verdict.UNKNOWN;
        };
    }

    private static Demarcation demarcation(Resource resource, String settings) {
        Optional<ResponsibilityRow> row = Azure.CATALOGUE.row(resource.type());
        List<Demarcation.Cell> cells = row.stream()
                .flatMap(known -> Azure.LAYERS.stream().map(layer -> cell(known, layer, settings)))
                .toList();
        return new Demarcation(resource, row, Optional.empty(), cells);
    }

    private static Demarcation.Cell cell(ResponsibilityRow row, Layer layer, String settings) {
        ResponsibilityRow.Cell known = Objects.requireNonNull(row.cells().get(layer.id()));
        Side side = known.side().orElseThrow();
        boolean moves = row.shifts().stream().anyMatch(shift -> shift.layer().equals(layer.id()));
        if (moves && settings.equals("platform")) {
            var shift = row.shifts().getFirst();
            return new Demarcation.Cell(layer, shift.side(), new Basis.Setting(row, shift));
        }
        if (moves && settings.equals("listed")) {
            return new Demarcation.Cell(
                    layer, side, new Basis.Unseen(row, row.shifts().getFirst()));
        }
        return layer.movable()
                ? new Demarcation.Cell(layer, side, new Basis.Row(row, known))
                : new Demarcation.Cell(layer, side, new Basis.Matrix(Azure.EDITION, row));
    }

    private static SidedFinding finding(
            Demarcation demarcation, Control control, Verdict verdict, Optional<String> owner) {
        Resource resource = demarcation.resource();
        var evidence = new Evidence(
                JsonPointer.parse("/if/allOf/1"),
                resource.id(),
                JsonPointer.parse("/properties/supportsHttpsTrafficOnly"),
                verdict == Verdict.UNKNOWN
                        ? Optional.empty()
                        : Optional.of(JsonBoolean.of(verdict != Verdict.NON_COMPLIANT)),
                "notEquals true",
                resource.name().equals("stlogs") && verdict == Verdict.NON_COMPLIANT
                        ? Optional.of(new Evidence.Member(JsonPointer.parse("/properties/rules/0"), "open-to-all"))
                        : Optional.empty(),
                "the account of " + resource.name() + " says so");
        String reason = switch (verdict) {
            case UNKNOWN -> "its configuration was not seen";
            case ERROR -> "the rule compares a number with a text";
            default -> "supportsHttpsTrafficOnly of " + resource.name() + " is what it is";
        };
        return new SidedFinding(
                new Finding(control.id(), resource, new Judgement(verdict, reason, List.of(evidence))),
                control,
                demarcation.side(control.layer()),
                owner);
    }

    private void gaps() {
        for (int i = 1; i <= 5; i++) {
            gaps.add(new Gap(
                    Gap.Kind.NO_PERMISSION,
                    Optional.of(ResourceId.of("/subscriptions/" + i)),
                    Optional.empty(),
                    "role assignments of subscription " + i + " were not seen",
                    "give the reader `Microsoft.Authorization/*/read` on the subscription, then collect again"));
        }
        gaps.add(new Gap(
                Gap.Kind.LISTED_ONLY,
                Optional.of(ResourceId.of(WEB + "Microsoft.Compute/virtualMachines/vm-web-02")),
                Optional.of(Azure.MACHINE),
                "`vm-web-02` is listed without its configuration",
                "export it whole: az vm show --ids …"));
    }

    private void diagnostics() {
        for (int i = 1; i <= 4; i++) {
            diagnostics.add(Diagnostic.warning(
                    "duplicate-name",
                    "member `tags` stands twice in one object, the last one was taken",
                    Place.of("export.json", 100L * i, 7).at(JsonPointer.parse("/value/" + i + "/tags")),
                    "remove one of them"));
        }
        for (int i = 1; i <= 2; i++) {
            diagnostics.add(Diagnostic.error(
                    "not-a-resource",
                    "an item of the list has no `id`",
                    Place.of("resources/list-" + i + ".json", 12, 5),
                    "leave it out, or export it again with `az resource list`"));
        }
    }

    private static SecureScore microsofts() {
        var control = new SecureScore.ControlResult("a1", "Enable encryption at rest", 3, 1, 0, new BigDecimal("4"));
        return new SecureScore(List.of(
                new SecureScore.SubscriptionScore(
                        "/subscriptions/11111111-1111-1111-1111-111111111111",
                        List.of(control),
                        new BigDecimal("3.00"),
                        new BigDecimal("4"),
                        new BigDecimal("4"),
                        Optional.of(new BigDecimal("3.0"))),
                new SecureScore.SubscriptionScore(
                        "/subscriptions/22222222-2222-2222-2222-222222222222",
                        List.of(control),
                        new BigDecimal("3.00"),
                        new BigDecimal("4"),
                        new BigDecimal("12"),
                        Optional.of(new BigDecimal("2.50")))));
    }

    private Report report(String title, List<String> sources) {
        postures.sort(Comparator.comparing(posture -> posture.resource().id()));
        List<SidedFinding> findings = postures.stream()
                .flatMap(posture -> posture.findings().stream())
                .toList();
        Score score = Score.of(findings, Azure.CATALOGUE);
        var assessment = new Assessment(
                Instant.parse("2026-11-24T12:00:00Z"),
                Azure.CATALOGUE,
                Azure.EDITION,
                "azure",
                postures,
                Coverage.of(postures, Azure.LAYERS),
                score,
                secureScore,
                Recommendation.of(findings, score),
                gaps,
                Optional.empty());
        int observed = postures.size();
        return new Report(
                assessment, new Account(observed + refused, observed, refused, 0), diagnostics, title, sources);
    }
}
