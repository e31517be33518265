package dev.demarc.policy.syntax;

import dev.demarc.document.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A policy as it is published or written by an organisation.
 *
 * @param name the last name of its id, a GUID for the built-in ones; empty when the document names none
 * @param mode which resources it is evaluated on
 * @param policyType {@code BuiltIn}, {@code Static}, {@code Custom}; empty when not said
 * @param metadata category, version and the like, as written
 */
public record PolicyDefinition(
        String name,
        String displayName,
        String description,
        Optional<String> policyType,
        Mode mode,
        List<Parameter> parameters,
        PolicyRule rule,
        JsonObject metadata) {
    public PolicyDefinition {
        parameters = List.copyOf(parameters);
    }

    /**
     * Whether it states what Microsoft does on its side, as definitions of type {@code Static} do. They name no mode and
     * are about subscriptions and resource groups all the same.
     */
    public boolean isStatement() {
        return policyType.map("Static"::equalsIgnoreCase).orElse(false);
    }

    /** Which resources a policy is evaluated on. */
    public sealed interface Mode {
        /** Resource groups, subscriptions and every type. */
        record All() implements Mode {}

        /** Only types that support tags and a location. */
        record Indexed() implements Mode {}

        /** By a resource provider, on what lies inside a resource: {@code Microsoft.Kubernetes.Data}. */
        record Provider(String name) implements Mode {}
    }
}
