package dev.demarc.demarcation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.estate.Seen;
import dev.demarc.knowledge.Edition;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.ResponsibilityRow;
import dev.demarc.knowledge.Side;
import dev.demarc.knowledge.TestCatalogue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemarcationTest {
    private static final Edition EDITION = TestCatalogue.CATALOGUE.edition("e1").orElseThrow();
    private static final ResponsibilityRow ROW = TestCatalogue.CATALOGUE
            .row(ResourceType.of("Contoso.Compute/machines"))
            .orElseThrow();
    private static final ResponsibilityRow.Shift ASSUMED = ROW.shifts().getFirst();
    private static final ResponsibilityRow.Shift SEEN = new ResponsibilityRow.Shift(
            ASSUMED.layer(), ASSUMED.when(), ASSUMED.side(), ASSUMED.because(), ASSUMED.sources(), false);

    @Test
    void everyBasisSaysWhy() {
        assertThat(new Basis.Matrix(EDITION, ROW).says())
                .isEqualTo("Edition one, column iaas, as Machines is infrastructure as a service");
        assertThat(row("hardware").says())
                .isEqualTo("the row of Contoso.Compute/machines (evidence: service-text, 2026-01): racks");
        assertThat(row("data").says()).isEqualTo("the row of Contoso.Compute/machines (evidence: judgement)");
        assertThat(new Basis.Setting(ROW, SEEN).says()).isEqualTo("its settings: the platform patches it");
        assertThat(new Basis.Unseen(ROW, SEEN).says())
                .isEqualTo("a setting that was not seen may decide it: the platform patches it");
    }

    @Test
    void whatWasNotSeenOrIsAssumedIsNotCertain() {
        assertThat(new Basis.Matrix(EDITION, ROW).isCertain()).isTrue();
        assertThat(row("data").isCertain()).isTrue();
        assertThat(new Basis.Setting(ROW, SEEN).isCertain()).isTrue();
        assertThat(new Basis.Setting(ROW, ASSUMED).isCertain()).isFalse();
        assertThat(new Basis.Unseen(ROW, SEEN).isCertain()).isFalse();
    }

    @Test
    void aCellIsThatOfItsLayer() {
        var cells = TestCatalogue.CATALOGUE.layers().stream()
                .map(layer ->
                        new Demarcation.Cell(layer, EDITION.side(ROW.model(), layer), new Basis.Matrix(EDITION, ROW)))
                .toList();
        var machine = new Demarcation(
                Seen.at("/subscriptions/s/providers/Contoso.Compute/machines/m").resource(),
                Optional.of(ROW),
                Optional.empty(),
                cells);
        assertThat(machine.isClassified()).isTrue();
        for (Layer layer : TestCatalogue.CATALOGUE.layers()) {
            assertThat(machine.cell(layer).map(Demarcation.Cell::layer)).contains(layer);
        }
        assertThat(machine.side(TestCatalogue.layer("hardware"))).contains(Side.MICROSOFT);
        assertThat(machine.side(TestCatalogue.layer("data"))).contains(Side.CUSTOMER);
    }

    @Test
    void nothingIsGuessedOfATypeThatNoRowDescribes() {
        var unknown = new Demarcation(
                Seen.at("/subscriptions/s/providers/X.Y/z/m").resource(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        assertThat(unknown.isClassified()).isFalse();
        assertThat(unknown.side(TestCatalogue.layer("hardware"))).isEmpty();
        assertThat(unknown.cell(TestCatalogue.layer("data"))).isEmpty();
    }

    @Test
    void aPartIsClassifiedByItsWholeAndHasNoCellsOfItsOwn() {
        ResourceId machine = ResourceId.of("/subscriptions/s/providers/Contoso.Compute/machines/m");
        var part = new Demarcation(
                Seen.at(machine + "/disks/d").resource(), Optional.of(ROW), Optional.of(machine), List.of());
        assertThat(part.isClassified()).isTrue();
        assertThat(part.isPart()).isTrue();
        assertThat(part.side(TestCatalogue.layer("data"))).isEmpty();
    }

    private static Basis row(String layer) {
        ResponsibilityRow.Cell cell = ROW.cells().get(layer);
        return cell == null ? new Basis.Matrix(EDITION, ROW) : new Basis.Row(ROW, cell);
    }
}
