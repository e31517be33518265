package dev.demarc.knowledge;

import dev.demarc.estate.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything known about Azure, in one version.
 *
 * @param version changes whenever any fact changes
 * @param layers from the ground up
 * @param controls in id order
 * @param rows by resource type
 * @param points what a control of a severity is worth in the score
 * @param secretFields the fields whose values never leave a source
 * @param providers what the conditions of controls and rows need of it
 */
public record Catalogue(
        String version,
        List<Layer> layers,
        List<ServiceModel> models,
        List<Edition> editions,
        List<Area> areas,
        List<Framework> frameworks,
        Map<String, Source> sources,
        Map<Severity, Integer> points,
        SecretFields secretFields,
        Map<ResourceType, ResponsibilityRow> rows,
        List<Control> controls,
        Providers providers) {

    /** The edition used when none is asked for: the newest. */
    public static final String DEFAULT_EDITION = "matrix-2026-01";

    public Catalogue {
        layers = List.copyOf(layers);
        models = List.copyOf(models);
        editions = List.copyOf(editions);
        areas = List.copyOf(areas);
        frameworks = List.copyOf(frameworks);
        sources = Map.copyOf(sources);
        points = Map.copyOf(points);
        rows = Map.copyOf(rows);
        controls = List.copyOf(controls);
    }

    /** The layer of this id; empty when there is none. */
    public Optional<Layer> layer(String id) {
        return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    /** The edition of this id; empty when there is none. */
    public Optional<Edition> edition(String id) {
        return editions.stream().filter(edition -> edition.id().equals(id)).findFirst();
    }

    /** The control of this id; empty when there is none. */
    public Optional<Control> control(String id) {
        return controls.stream().filter(control -> control.id().equals(id)).findFirst();
    }

    /** The row of a resource type; empty when the type is not classified. */
    public Optional<ResponsibilityRow> row(ResourceType type) {
        return Optional.ofNullable(rows.get(type));
    }

    /** The row of which each part is a part, by the type of the part. */
    public Map<ResourceType, ResponsibilityRow> wholes() {
        var wholes = new HashMap<ResourceType, ResponsibilityRow>();
        rows.values().forEach(row -> row.parts().forEach(part -> wholes.put(part, row)));
        return Map.copyOf(wholes);
    }
}
