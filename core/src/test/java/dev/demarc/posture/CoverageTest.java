package dev.demarc.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Verdict;
import dev.demarc.demarcation.Basis;
import dev.demarc.demarcation.Demarcation;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.Cases;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Law;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.estate.Seen;
import dev.demarc.knowledge.Edition;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.ResponsibilityRow;
import dev.demarc.knowledge.Side;
import dev.demarc.knowledge.TestCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CoverageTest {
    private static final String MACHINE = "/subscriptions/s/providers/Contoso.Compute/machines/m";
    private static final List<Layer> LAYERS = TestCatalogue.CATALOGUE.layers();
    private static final Layer SYSTEM = TestCatalogue.layer("operating-system");
    private static final ResponsibilityRow ROW = TestCatalogue.CATALOGUE
            .row(ResourceType.of("Contoso.Compute/machines"))
            .orElseThrow();
    private static final Edition EDITION = TestCatalogue.CATALOGUE.edition("e1").orElseThrow();

    @TestFactory
    Stream<DynamicTest> states() {
        return Cases.of("posture", "state", Set.of("side", "verdicts", "ofParts", "attested"), given -> {
            Side side = given.text("side").flatMap(Side::parse).orElse(Side.CUSTOMER);
            List<SidedFinding> findings = findings(given.texts("verdicts"), side);
            ResourcePosture posture = ResourcePosture.of(
                    demarcation(side),
                    Optional.empty(),
                    findings,
                    findings(given.texts("ofParts"), side),
                    layer -> layer.equals(SYSTEM) && given.get("attested") == JsonBoolean.TRUE);
            assertThat(posture.findings()).allMatch(finding -> finding.verdict().counts());
            assertThat(posture.resource()).isEqualTo(posture.demarcation().resource());
            return JsonObject.builder()
                    .put("state", posture.state(SYSTEM).orElseThrow().word())
                    .put(
                            "findings",
                            Cases.texts(posture.findings().stream()
                                    .map(finding -> finding.verdict().word())))
                    .build();
        });
    }

    private static List<SidedFinding> findings(List<String> verdicts, Side side) {
        return verdicts.stream()
                .map(word -> Findings.of(
                        "os-patched",
                        MACHINE,
                        Verdict.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')),
                        Optional.of(side),
                        Optional.empty()))
                .toList();
    }

    @Test
    void aFindingSaysNothingOfOtherLayers() {
        ResourcePosture posture = ResourcePosture.of(
                demarcation(Side.CUSTOMER),
                Optional.empty(),
                List.of(Findings.of("os-patched", MACHINE, Verdict.NON_COMPLIANT)),
                List.of(),
                layer -> false);
        assertThat(posture.state(SYSTEM)).contains(CellState.FAILING);
        assertThat(posture.state(TestCatalogue.layer("data"))).contains(CellState.UNWATCHED);
    }

    @Test
    void coverageAddsUp() {
        Law.holds(random -> {
            var resources = new ArrayList<ResourcePosture>();
            for (int left = random.nextInt(20); left > 0; left--) {
                resources.add(posture(random));
            }
            Coverage coverage = Coverage.of(resources, LAYERS);
            int parts = (int) resources.stream()
                    .filter(resource -> resource.demarcation().isPart())
                    .count();
            int classified = (int) resources.stream()
                            .filter(resource -> resource.demarcation().isClassified())
                            .count()
                    - parts;
            assertThat(coverage.unclassified()).isEqualTo(resources.size() - classified - parts);
            assertThat(Stream.of(CellState.values()).mapToInt(coverage::count).sum())
                    .isEqualTo(coverage.customers());
            assertThat(Stream.of(Side.values()).mapToInt(coverage::count).sum()).isEqualTo(classified * LAYERS.size());
            assertThat(coverage.count(CellState.NOT_YOURS)).isZero();
            for (Coverage.LayerCoverage layer : coverage.layers()) {
                assertThat(Stream.of(CellState.values()).mapToInt(layer::count).sum())
                        .isEqualTo(layer.count(Side.CUSTOMER) + layer.count(Side.SHARED));
                assertThat(Stream.of(Side.values()).mapToInt(layer::count).sum())
                        .isEqualTo(classified);
            }
            BigDecimal percent = Stream.of(CellState.values())
                    .map(state -> coverage.percent(state).orElse(BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(percent.subtract(new BigDecimal(coverage.customers() == 0 ? "0" : "100"))
                            .abs())
                    .as("each of six figures is rounded by itself")
                    .isLessThanOrEqualTo(new BigDecimal("0.3"));
        });
    }

    @Test
    void percentOfNothingIsNothing() {
        Coverage nothing = Coverage.of(List.of(), LAYERS);
        assertThat(nothing.percent(CellState.VERIFIED)).isEmpty();
        assertThat(nothing.customers()).isZero();
        assertThat(nothing.layers()).hasSize(LAYERS.size());
    }

    @Test
    void anUnclassifiedResourceHasNoStates() {
        var unknown = new Demarcation(Seen.at(MACHINE).resource(), Optional.empty(), Optional.empty(), List.of());
        ResourcePosture posture = ResourcePosture.of(
                unknown,
                Optional.empty(),
                List.of(Findings.of("os-patched", MACHINE, Verdict.COMPLIANT)),
                List.of(),
                any -> true);
        assertThat(posture.state(SYSTEM)).isEmpty();
        assertThat(Coverage.of(List.of(posture), LAYERS).unclassified()).isEqualTo(1);
        assertThat(Coverage.of(List.of(posture), LAYERS).customers()).isZero();
    }

    private static Demarcation demarcation(Side side) {
        return new Demarcation(
                Seen.at(MACHINE).resource(),
                Optional.of(ROW),
                Optional.empty(),
                LAYERS.stream()
                        .map(layer -> new Demarcation.Cell(layer, side, new Basis.Matrix(EDITION, ROW)))
                        .toList());
    }

    private static ResourcePosture posture(Random random) {
        List<Side> sides = List.of(Side.values());
        var cells = LAYERS.stream()
                .map(layer -> new Demarcation.Cell(
                        layer, sides.get(random.nextInt(sides.size())), new Basis.Matrix(EDITION, ROW)))
                .toList();
        boolean isClassified = random.nextInt(5) > 0;
        boolean isPart = isClassified && random.nextInt(5) == 0;
        var demarcation = new Demarcation(
                Seen.at(MACHINE).resource(),
                isClassified ? Optional.of(ROW) : Optional.empty(),
                isPart ? Optional.of(ResourceId.of("/subscriptions/s")) : Optional.empty(),
                isClassified && !isPart ? cells : List.of());
        return ResourcePosture.of(
                demarcation,
                Optional.empty(),
                Findings.generated(random).stream()
                        .filter(finding -> random.nextInt(15) == 0)
                        .toList(),
                Findings.generated(random).stream()
                        .filter(finding -> random.nextInt(30) == 0)
                        .toList(),
                layer -> random.nextBoolean());
    }
}
