package dev.demarc.knowledge;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One policy alias of one resource type: where in a resource of that type it points.
 *
 * @param name as published; case does not matter
 * @param byDefault where it points in the latest version of the type's API, which is what compliance scans look at
 * @param byApiVersion where it points in other versions, by version; empty when nothing is known of any
 */
public record Alias(String name, Target byDefault, Map<String, Target> byApiVersion) {
    public Alias {
        byApiVersion = Map.copyOf(byApiVersion);
    }

    /** An alias for the same path in every version, which {@code modify} must not change. */
    public static Alias of(String name, String path) {
        return new Alias(name, Target.of(path), Map.of());
    }

    /** The same alias, for {@code modify} to change in every version. */
    public Alias asModifiable() {
        return new Alias(name, new Target(byDefault.path, true, byDefault.extraction), byApiVersion);
    }

    /** The same alias, reading a part of the text it points at. */
    public Alias reading(Extraction part) {
        return new Alias(name, new Target(byDefault.path, byDefault.modifiable, Optional.of(part)), byApiVersion);
    }

    /** Where it points in a version of the API; where nothing is known of that version, as by default. */
    public Target at(String apiVersion) {
        return byApiVersion.getOrDefault(apiVersion, byDefault);
    }

    /**
     * Where an alias points.
     *
     * @param path names joined by dots, {@code [*]} after an array: {@code
     *     properties.ipConfigurations[*].properties.subnet.id}
     * @param modifiable whether {@code modify} may change what stands there; false also when nothing is known of it
     * @param extraction which part of the text there is the value; empty for whatever stands there
     */
    public record Target(String path, boolean modifiable, Optional<Extraction> extraction) {

        /** A path that {@code modify} must not change, and all that stands there. */
        public static Target of(String path) {
            return new Target(path, false, Optional.empty());
        }
    }

    /**
     * A part of a text that is made of segments between slashes, such as the publisher in the id of an image.
     *
     * @param phrase the segments, where {@code {name}} stands for any: {@code /publishers/{publisher}/offers/{offer}}
     * @param variable the name of the segment that is the value: {@code publisher}
     */
    public record Extraction(String phrase, String variable) {

        /** The value in a text; empty when the text is not of this form. Case of the other segments does not matter. */
        public Optional<String> from(String text) {
            String[] wanted = phrase.split("/", -1);
            String[] found = text.split("/", -1);
            if (wanted.length != found.length) {
                return Optional.empty();
            }
            String value = null;
            for (int i = 0; i < wanted.length; i++) {
                boolean open = wanted[i].startsWith("{") && wanted[i].endsWith("}");
                if (open ? found[i].isEmpty() : !wanted[i].equalsIgnoreCase(found[i])) {
                    return Optional.empty();
                }
                if (wanted[i].equalsIgnoreCase("{" + variable + "}")) {
                    value = found[i];
                }
            }
            return Optional.ofNullable(value);
        }
    }

    /** The name in the form that is compared. */
    public String folded() {
        return name.toLowerCase(Locale.ROOT);
    }
}
