package dev.demarc.knowledge;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something the customer must keep true, with everything a person needs to know about it.
 *
 * @param area an id of the areas table
 * @param layer the layer of the resource type that it watches
 * @param effort work to fix: low, moderate, high
 * @param userImpact what users notice of the fix: low, moderate, high
 * @param appliesWhen a policy condition; where it does not hold the control is not applicable
 * @param parameters as in a policy definition; empty when there are none
 * @param rule the policy rule, whose {@code if} describes the bad state
 * @param mappings framework id to ids of its controls, in the order written
 * @param equivalents names of built-in policy definitions that ask for the same or nearly so
 */
public record Control(
        String id,
        String title,
        String area,
        Layer layer,
        Severity severity,
        String effort,
        String userImpact,
        ResourceType type,
        String why,
        String absent,
        Optional<JsonValue> appliesWhen,
        JsonObject parameters,
        JsonObject rule,
        Remediation remediation,
        Map<String, List<String>> mappings,
        List<String> equivalents,
        List<String> sources,
        String checkedOn,
        Example compliant,
        Example failing) {

    public Control {
        mappings = Collections.unmodifiableMap(new LinkedHashMap<>(mappings));
        equivalents = List.copyOf(equivalents);
        sources = List.copyOf(sources);
    }

    /** How to fix it, with placeholders such as {@code {{id}}} for what the resource knows of itself. */
    public record Remediation(String cli, String bicep) {}

    /**
     * A resource as it should or should not be.
     *
     * @param with resources around it that the rule looks at
     */
    public record Example(JsonObject resource, List<JsonObject> with) {
        public Example {
            with = List.copyOf(with);
        }
    }
}
