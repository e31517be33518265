package dev.demarc.posture;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts Microsoft's security controls from single assessments: a control counts distinct resources; one is unhealthy
 * when any of the control's assessments says so, healthy when any says healthy and none unhealthy, otherwise not
 * applicable. Assessments that are marked as preview, in their own metadata or in the tenant's, never count.
 */
final class DefenderAssessments {
    private static final ResourceType ASSESSMENT = ResourceType.of("Microsoft.Security/assessments");
    private static final ResourceType METADATA = ResourceType.of("Microsoft.Security/assessmentMetadata");
    private static final ResourceType DEFINITION = ResourceType.of("Microsoft.Security/secureScoreControlDefinitions");

    private DefenderAssessments() {}

    private enum Health {
        NOT_APPLICABLE,
        HEALTHY,
        UNHEALTHY
    }

    /**
     * The controls by subscription id; empty without both assessments and the definitions of the controls. A subscription
     * with an assessment that lacks its status or a definition that lacks its max or its assessments, as a mere listing
     * does, is left out: what it would say was not seen.
     */
    static Map<String, List<SecureScore.ControlResult>> controls(Estate estate) {
        Map<String, List<Resource>> assessments = assessments(estate);
        List<Resource> definitions = estate.ofType(DEFINITION);
        var controls = new TreeMap<String, List<SecureScore.ControlResult>>();
        assessments.forEach((subscription, ofSubscription) -> {
            Collection<Resource> inForce = inForce(definitions, subscription);
            if (!inForce.isEmpty() && inForce.stream().allMatch(DefenderAssessments::isWhole)) {
                controls.put(
                        subscription,
                        inForce.stream()
                                .map(definition -> control(definition, ofSubscription))
                                .toList());
            }
        });
        return controls;
    }

    private static Map<String, List<Resource>> assessments(Estate estate) {
        Set<String> previews = previews(estate);
        var bySubscription = new TreeMap<String, List<Resource>>();
        var incomplete = new HashSet<String>();
        for (Resource assessment : estate.ofType(ASSESSMENT)) {
            Optional<String> subscription = assessment.id().subscriptionId().map(ResourceId::folded);
            if (subscription.isPresent() && !isPreview(assessment, previews)) {
                bySubscription
                        .computeIfAbsent(subscription.get(), id -> new ArrayList<>())
                        .add(assessment);
                if (status(assessment).isEmpty()) {
                    incomplete.add(subscription.get());
                }
            }
        }
        bySubscription.keySet().removeAll(incomplete);
        return bySubscription;
    }

    /** One definition for each control: the subscription's own, else the tenant's. */
    private static Collection<Resource> inForce(List<Resource> definitions, String subscription) {
        var byName = new TreeMap<String, Resource>();
        for (Resource definition : definitions) {
            String scope =
                    definition.id().subscriptionId().map(ResourceId::folded).orElse("");
            String name = definition.name().toLowerCase(Locale.ROOT);
            if (scope.equals(subscription)) {
                byName.put(name, definition);
            } else if (scope.isEmpty()) {
                byName.putIfAbsent(name, definition);
            }
        }
        return byName.values();
    }

    private static boolean isWhole(Resource definition) {
        JsonObject properties = definition.document().object("properties");
        return properties.get("maxScore") instanceof JsonNumber max
                && max.decimal().signum() >= 0
                && properties.get("assessmentDefinitions") instanceof JsonArray;
    }

    private static boolean isPreview(Resource assessment, Set<String> previews) {
        return previews.contains(assessment.name().toLowerCase(Locale.ROOT))
                || assessment.document().object("properties").object("metadata").get("preview") == JsonBoolean.TRUE;
    }

    private static Set<String> previews(Estate estate) {
        var previews = new HashSet<String>();
        for (Resource metadata : estate.ofType(METADATA)) {
            if (metadata.document().object("properties").get("preview") == JsonBoolean.TRUE) {
                previews.add(metadata.name().toLowerCase(Locale.ROOT));
            }
        }
        return previews;
    }

    private static SecureScore.ControlResult control(Resource definition, List<Resource> assessments) {
        JsonObject properties = definition.document().object("properties");
        var asked = new HashSet<String>();
        for (JsonValue reference : properties.array("assessmentDefinitions")) {
            if (reference instanceof JsonObject object && object.get("id") instanceof JsonString id) {
                asked.add(id.value().substring(id.value().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
            }
        }
        var healthOf = new HashMap<String, Health>();
        for (Resource assessment : assessments) {
            if (asked.contains(assessment.name().toLowerCase(Locale.ROOT))) {
                healthOf.merge(judged(assessment), health(assessment), DefenderAssessments::worse);
            }
        }
        return new SecureScore.ControlResult(
                definition.name(),
                properties.text("displayName").orElse(definition.name()),
                count(healthOf, Health.HEALTHY),
                count(healthOf, Health.UNHEALTHY),
                count(healthOf, Health.NOT_APPLICABLE),
                properties.get("maxScore") instanceof JsonNumber max ? max.decimal() : BigDecimal.ZERO);
    }

    /** The resource that an assessment hangs on. */
    private static String judged(Resource assessment) {
        return assessment.id().parent().map(ResourceId::folded).orElse("");
    }

    private static Health health(Resource assessment) {
        String code = status(assessment).orElse("");
        if (code.equalsIgnoreCase("Healthy")) {
            return Health.HEALTHY;
        }
        return code.equalsIgnoreCase("Unhealthy") ? Health.UNHEALTHY : Health.NOT_APPLICABLE;
    }

    private static Optional<String> status(Resource assessment) {
        return assessment.document().object("properties").object("status").text("code");
    }

    private static Health worse(Health one, Health other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static int count(Map<String, Health> healthOf, Health wanted) {
        return (int) healthOf.values().stream().filter(wanted::equals).count();
    }
}
