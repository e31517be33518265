package dev.demarc.runner;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonReader;
import dev.demarc.document.JsonSink;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Spread;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.CatalogueReader;
import dev.demarc.knowledge.Providers;
import dev.demarc.knowledge.ProvidersReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The knowledge that ships with the program. */
public final class ShippedKnowledge {
    private static final String CATALOGUE = "/dev/demarc/knowledge/catalogue.json.gz";
    private static final String PROVIDERS = "/dev/demarc/knowledge/providers.json.gz";

    private ShippedKnowledge() {}

    /**
     * The catalogue, read anew at each call. Of what resource providers publish it has what its own controls and rows
     * need; policies of an organisation need {@link #providers}.
     *
     * @throws IllegalStateException when it is missing or damaged: a broken build
     */
    public static Catalogue catalogue() {
        return CatalogueReader.read(read(CATALOGUE));
    }

    /**
     * All that is known of what resource providers publish, read anew at each call. Large: to be read only when there
     * are policies to judge by.
     *
     * @throws IllegalStateException when it is missing or damaged: a broken build
     */
    public static Providers providers() {
        return ProvidersReader.read(read(PROVIDERS));
    }

    private static JsonObject read(String resource) {
        try (InputStream in = ShippedKnowledge.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without its catalogue " + resource);
            }
            var only = new Only(resource);
            new JsonReader().read(in, resource, Spread.NOTHING, only);
            if (only.found instanceof JsonObject compiled) {
                return compiled;
            }
            throw new IllegalStateException("the catalogue is damaged: " + resource + " holds no object");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Takes the one value of a document. */
    private static final class Only implements JsonSink {
        private final String resource;
        private @Nullable JsonValue found;

        Only(String resource) {
            this.resource = resource;
        }

        @Override
        public void value(JsonValue value, Place place) {
            if (found != null) {
                throw new IllegalStateException("the catalogue is damaged: " + resource + " holds several values");
            }
            found = value;
        }

        @Override
        public void envelope(JsonObject rest, Place place) {
            throw new IllegalStateException("nothing is spread from " + resource);
        }

        @Override
        public void lost(Diagnostic why, Loss loss) {
            throw new IllegalStateException("the catalogue is damaged: " + why);
        }
    }
}
