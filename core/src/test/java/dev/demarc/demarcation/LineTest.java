package dev.demarc.demarcation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Subject;
import dev.demarc.document.JsonObject;
import dev.demarc.document.TestJson;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.estate.Seen;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.ResponsibilityRow;
import dev.demarc.knowledge.Side;
import dev.demarc.knowledge.TestCatalogue;
import dev.demarc.policy.evaluation.EvaluationContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The line where settings move it, and where those settings were not seen. */
class LineTest {
    private static final ResourceType MACHINES = ResourceType.of("Contoso.Compute/machines");
    private static final Layer HARDWARE = TestCatalogue.layer("hardware");
    private static final String MACHINE = "/subscriptions/s/providers/Contoso.Compute/machines/m";

    /** The hardware is Microsoft's; first one setting, then another may move it. */
    private static final Line LINE = line(shift("a", Side.NONE), shift("b", Side.CUSTOMER));

    @Test
    void theFirstSettingThatHoldsDecides() {
        assertThat(cell("{'properties': {}}").side()).isEqualTo(Side.MICROSOFT);
        assertThat(cell("{'properties': {'b': 'on'}}").side()).isEqualTo(Side.CUSTOMER);
        assertThat(cell("{'properties': {'a': 'on', 'b': 'on'}}").side()).isEqualTo(Side.NONE);
    }

    @Test
    void whereSettingsWereNotSeenTheSideThatAsksMostOfTheCustomerIsTaken() {
        Demarcation.Cell cell = cell("{}");
        assertThat(cell.side()).isEqualTo(Side.CUSTOMER);
        assertThat(cell.basis().isCertain()).isFalse();
    }

    @Test
    void soItIsForAPartWhoseWholeWasNotSeen() {
        Resource disk = Seen.at(MACHINE + "/disks/d").resource();
        Estate estate = Estate.of(List.of(), List.of());
        Demarcation part = LINE.demarcate(new Subject(disk, estate));
        assertThat(part.isPart()).isTrue();
        Demarcation.Cell cell = LINE.cellOfPart(part, estate, HARDWARE).orElseThrow();
        assertThat(cell.side()).isEqualTo(Side.CUSTOMER);
        assertThat(cell.basis().isCertain()).isFalse();
    }

    private static Demarcation.Cell cell(String document) {
        var written = (JsonObject) TestJson.of(document.replace('\'', '"'));
        var detail = written.get("properties") == null ? Resource.Detail.LISTED : Resource.Detail.FULL;
        var machine = new Resource(ResourceId.of(MACHINE), MACHINES, written, detail);
        return LINE.demarcate(new Subject(machine, Estate.of(List.of(), List.of())))
                .cell(HARDWARE)
                .orElseThrow();
    }

    private static ResponsibilityRow.Shift shift(String property, Side side) {
        JsonObject when = JsonObject.builder()
                .put("field", "properties." + property)
                .put("equals", "on")
                .build();
        return new ResponsibilityRow.Shift("hardware", when, side, "it is on", List.of(), false);
    }

    private static Line line(ResponsibilityRow.Shift... shifts) {
        Catalogue all = TestCatalogue.CATALOGUE;
        ResponsibilityRow row = all.row(MACHINES).orElseThrow();
        var moving = new ResponsibilityRow(
                row.type(),
                row.title(),
                row.category(),
                row.model(),
                row.checkedOn(),
                row.sources(),
                row.cells(),
                List.of(shifts),
                row.parts(),
                row.contested(),
                row.everywhere());
        var catalogue = new Catalogue(
                all.version(),
                all.layers(),
                all.models(),
                all.editions(),
                all.areas(),
                all.frameworks(),
                all.sources(),
                all.points(),
                all.secretFields(),
                Map.of(MACHINES, moving),
                all.controls(),
                all.providers());
        return Line.of(catalogue, all.edition("e1").orElseThrow(), EvaluationContext.at(Instant.EPOCH));
    }
}
