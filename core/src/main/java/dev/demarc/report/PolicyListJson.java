package dev.demarc.report;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;

/** Policies of a library as one JSON document, by docs/schema/policy-list.schema.json. */
public final class PolicyListJson {
    private PolicyListJson() {}

    /**
     * Writes a list.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(PolicyListing listing, Appendable out) {
        var sheet = new JsonSheet(out, "policy-list");
        sheet.each(
                "definitions",
                listing.definitions().stream()
                        .map(one -> about(one.about())
                                .put("mode", one.mode())
                                .put("effects", Json.texts(one.effects()))
                                .build()));
        sheet.each(
                "initiatives",
                listing.initiatives().stream()
                        .map(one -> about(one.about())
                                .put("policies", one.policies())
                                .build()));
        sheet.each("assignments", listing.assignments().stream().map(PolicyListJson::assignment));
        sheet.close();
    }

    private static JsonObject.Builder about(PolicyListing.About about) {
        return JsonObject.builder()
                .put("id", about.id())
                .put("name", about.name())
                .put("displayName", about.displayName())
                .put("category", about.category())
                .put("policyType", about.policyType())
                .put("version", about.version())
                .put("deprecated", about.deprecated())
                .put("preview", about.preview())
                .put("parametersWithoutDefault", Json.texts(about.required()));
    }

    private static JsonValue assignment(PolicyListing.Assigned one) {
        return JsonObject.builder()
                .put("id", one.id())
                .put("name", one.name())
                .put("displayName", one.displayName())
                .put("scope", one.scope())
                .put("target", one.target())
                .put("targetGiven", one.found())
                .put("enforcement", one.enforced() ? "Default" : "DoNotEnforce")
                .build();
    }
}
