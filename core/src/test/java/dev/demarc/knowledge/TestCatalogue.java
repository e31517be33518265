package dev.demarc.knowledge;

import dev.demarc.document.JsonObject;
import dev.demarc.document.TestJson;
import java.nio.file.Path;

/** A small catalogue made by hand: three layers, two types, four controls. */
public final class TestCatalogue {
    /** As compiled. */
    public static final JsonObject COMPILED = (JsonObject) TestJson.in(
            Path.of(System.getProperty("demarc.root", ".."), "core/src/test/resources/knowledge/catalogue.json"));

    /** As read. */
    public static final Catalogue CATALOGUE = CatalogueReader.read(COMPILED);

    private TestCatalogue() {}

    /** The layer of this id. */
    public static Layer layer(String id) {
        return CATALOGUE.layer(id).orElseThrow();
    }

    /** The control of this id. */
    public static Control control(String id) {
        return CATALOGUE.control(id).orElseThrow();
    }
}
