package dev.demarc.runner;

import dev.demarc.document.JsonObject;
import dev.demarc.document.LocatedJson;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.CatalogueReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The knowledge that ships with the program. */
public final class ShippedKnowledge {
    private static final String CATALOGUE = "/dev/demarc/knowledge/catalogue.json.gz";

    private ShippedKnowledge() {}

    /**
     * The catalogue, read anew at each call.
     *
     * @throws IllegalStateException when it is missing or damaged: a broken build
     */
    public static Catalogue catalogue() {
        try (InputStream in = ShippedKnowledge.class.getResourceAsStream(CATALOGUE)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without its catalogue " + CATALOGUE);
            }
            var read = LocatedJson.read(in, CATALOGUE, problem -> {
                throw new IllegalStateException("the catalogue is damaged: " + problem);
            });
            if (read.isPresent() && read.get().value() instanceof JsonObject compiled) {
                return CatalogueReader.read(compiled);
            }
            throw new IllegalStateException("the catalogue is damaged: it holds no object");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
