package dev.demarc.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.TestJson;
import dev.demarc.estate.ResourceType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueReaderTest {
    private static final Catalogue CATALOGUE = TestCatalogue.CATALOGUE;
    private static final ResourceType MACHINES = ResourceType.of("contoso.compute/MACHINES");

    @Test
    void readsTheLayersFromTheGroundUp() {
        assertThat(CATALOGUE.version()).isEqualTo("test-1");
        assertThat(CATALOGUE.layers().stream().map(Layer::id)).containsExactly("hardware", "operating-system", "data");
        assertThat(CATALOGUE.layers().stream().map(Layer::index)).containsExactly(0, 1, 2);
        assertThat(CATALOGUE.layers().stream().map(Layer::movable)).containsExactly(false, true, false);
        assertThat(CATALOGUE.layer("nowhere")).isEmpty();
    }

    @Test
    void readsRowsAndEditions() {
        ResponsibilityRow row = CATALOGUE.row(MACHINES).orElseThrow();
        assertThat(row.model().column()).isEqualTo("iaas");
        assertThat(row.cells().keySet()).containsExactlyInAnyOrder("hardware", "operating-system", "data");
        assertThat(row.cells().get("hardware"))
                .isEqualTo(new ResponsibilityRow.Cell(
                        Side.parse("microsoft"),
                        "service-text",
                        List.of(),
                        Optional.of("2026-01"),
                        Optional.of("racks"),
                        List.of()));
        assertThat(row.shifts()).singleElement().satisfies(shift -> {
            assertThat(shift.side()).isEqualTo(Side.SHARED);
            assertThat(shift.assumed()).isTrue();
            assertThat(shift.when()).isEqualTo(TestJson.of("{\"field\":\"kind\",\"equals\":\"managed\"}"));
        });
        assertThat(row.contested()).containsOnlyKeys("data");
        assertThat(CATALOGUE.wholes()).containsOnlyKeys(ResourceType.of("Contoso.Compute/machines/disks"));
        Edition edition = CATALOGUE.edition("e1").orElseThrow();
        assertThat(edition.side(row.model(), TestCatalogue.layer("operating-system")))
                .isEqualTo(Side.CUSTOMER);
        assertThat(edition.note()).isEmpty();
        var saas = new ServiceModel("saas", "Software", "saas");
        assertThatThrownBy(() -> edition.side(saas, TestCatalogue.layer("data")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("edition e1 says nothing of data for saas");
        assertThat(CATALOGUE.row(ResourceType.of("Unknown.Type/x"))).isEmpty();
    }

    @Test
    void readsControlsInIdOrderWithTheirMappingsAsWritten() {
        assertThat(CATALOGUE.controls().stream().map(Control::id))
                .containsExactly("data-encrypted", "data-private", "hardware-locked", "os-patched");
        Control control = TestCatalogue.control("os-patched");
        assertThat(control.mappings().keySet()).containsExactly("zeta", "alpha", "mid");
        assertThat(control.mappings().get("alpha")).containsExactly("A-2", "A-1");
        assertThat(control.layer()).isEqualTo(TestCatalogue.layer("operating-system"));
        assertThat(control.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(control.appliesWhen()).isPresent();
        assertThat(control.failing().with()).hasSize(1);
        assertThat(control.compliant().with()).isEmpty();
        assertThat(TestCatalogue.control("data-private").appliesWhen()).isEmpty();
        assertThat(TestCatalogue.control("data-private").parameters()).isEqualTo(JsonObject.empty());
        assertThat(CATALOGUE.points()).containsEntry(Severity.MEDIUM, 3).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layers",
                "models",
                "editions",
                "areas",
                "frameworks",
                "sources",
                "weights",
                "secrets",
                "types",
                "controls",
                "aliases",
                "version"
            })
    void aCatalogueWithoutATableIsNotAnEmptyTable(String table) {
        var partial = JsonObject.builder();
        TestCatalogue.COMPILED.forEach((name, value) -> {
            if (!name.equals(table)) {
                partial.put(name, value);
            }
        });
        assertThatThrownBy(() -> CatalogueReader.read(partial.build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the catalogue lacks")
                .hasMessageContaining("`" + table + "`");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    controls | layer     | "attic"   | `attic` is not a layer
                    controls | severity  | "grave"   | `grave` is not a severity
                    controls | title     | 7         | expected a text in the catalogue, found 7
                    controls | rule      | []        | expected an object in the catalogue, found []
                    types    | model     | "xaas"    | `xaas` is not a service model
                    weights  | points    | "ten"     | a weight without points
                    areas    | id        | null      | expected a text in the catalogue, found null
                    """)
    void aBrokenCatalogueSaysWhatIsBroken(String table, String member, String value, String message) {
        JsonArray rows = TestCatalogue.COMPILED.array(table);
        var first = JsonObject.builder();
        ((JsonObject) rows.get(0)).forEach(first::put);
        JsonValue[] broken = rows.values().toArray(new JsonValue[0]);
        broken[0] = first.set(member, TestJson.of(value)).build();
        var compiled = JsonObject.builder();
        TestCatalogue.COMPILED.forEach(compiled::put);
        compiled.set(table, JsonArray.of(broken));
        assertThatThrownBy(() -> CatalogueReader.read(compiled.build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aMissingMemberIsNamedWithItsOwner() {
        var compiled = JsonObject.builder();
        TestCatalogue.COMPILED.forEach(compiled::put);
        compiled.set("areas", TestJson.of("[{\"id\":\"compute\"}]"));
        assertThatThrownBy(() -> CatalogueReader.read(compiled.build()))
                .hasMessage("the catalogue lacks `title` in {\"id\":\"compute\"}");
    }

    @Test
    void anAliasIsKeyedByTypeAndNameInAnyCase() {
        Aliases aliases = CATALOGUE.providers().aliases();
        ResourceType stores = ResourceType.of("Contoso.Data/stores");
        assertThat(aliases.path(MACHINES, "CONTOSO.shared/Name")).contains("properties.a");
        assertThat(aliases.path(stores, "Contoso.Shared/name")).contains("properties.b[*].c");
        assertThat(aliases.path(stores, "Contoso.Compute/machines/size")).isEmpty();
        assertThat(aliases.path(ResourceType.of("X.Y/z"), "Contoso.Shared/name"))
                .isEmpty();
        assertThat(aliases.of(MACHINES).stream().map(Alias::name))
                .containsExactlyInAnyOrder("Contoso.Shared/name", "Contoso.Compute/machines/Size");
        assertThat(aliases.of(ResourceType.of("X.Y/z"))).isEmpty();
    }

    @Test
    void theTypesOfAnAliasAreInNameOrder() {
        assertThat(CATALOGUE.providers().aliases().typesOf("contoso.SHARED/name").stream()
                        .map(ResourceType::text))
                .containsExactly("Another.One/things", "Contoso.Compute/machines", "Contoso.Data/stores");
        assertThat(CATALOGUE.providers().aliases().typesOf("nobody's")).isEmpty();
    }

    @Test
    void wordsAndBackAgain() {
        for (Severity severity : Severity.values()) {
            assertThat(Severity.parse(severity.word())).contains(severity);
        }
        for (Side side : Side.values()) {
            assertThat(Side.parse(side.word())).contains(side);
        }
        assertThat(Severity.parse("HIGH")).isEmpty();
        assertThat(Side.parse("")).isEmpty();
        assertThat(Severity.HIGH.isAtLeast(Severity.HIGH)).isTrue();
        assertThat(Severity.CRITICAL.isAtLeast(Severity.HIGH)).isTrue();
        assertThat(Severity.MEDIUM.isAtLeast(Severity.HIGH)).isFalse();
        assertThat(List.of(Side.values()).stream().filter(Side::isCustomers))
                .containsExactly(Side.CUSTOMER, Side.SHARED);
    }
}
