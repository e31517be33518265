package dev.demarc.runner.opinion;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.Place;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.List;
import java.util.Optional;

/** Assessments of Defender for Cloud, made up for the definitions that ask for one. */
final class Assessments {
    private Assessments() {}

    /** The name of the assessment that a definition asks for; empty where it asks for none or computes the name. */
    static Optional<String> name(PolicyDefinition definition) {
        return definition.rule().details() instanceof Details.Related related
                        && related.name().orElse(null) instanceof Template.Constant(JsonString name)
                ? Optional.of(name.value())
                : Optional.empty();
    }

    /** A resource with an assessment of it. */
    static Estate around(Resource resource, String name, boolean healthy) {
        ResourceId id = ResourceId.of(resource.id().text() + "/providers/Microsoft.Security/assessments/" + name);
        var status = JsonObject.builder()
                .put("code", new JsonString(healthy ? "Healthy" : "Unhealthy"))
                .build();
        JsonObject document = JsonObject.builder()
                .put("id", new JsonString(id.text()))
                .put("properties", JsonObject.builder().put("status", status).build())
                .build();
        var assessment = new Resource(id, id.type(), document, Resource.Detail.FULL);
        return Estate.of(List.of(seen(resource), seen(assessment)), List.of());
    }

    private static Observation seen(Resource resource) {
        return new Observation(resource, Place.of("made up"));
    }
}
