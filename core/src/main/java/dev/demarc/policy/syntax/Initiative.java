package dev.demarc.policy.syntax;

import dev.demarc.document.JsonObject;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.policy.expression.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Policies that are assigned together: what Azure calls an initiative, or a policy set definition.
 *
 * @param name the last name of its id; empty when the document names none
 * @param policyType {@code BuiltIn}, {@code Custom}; empty when not said
 * @param parameters what the initiative leaves to whoever assigns it
 * @param members the policies, in the order written; one definition may be there several times
 * @param groups what regulatory initiatives call controls
 * @param metadata category, version and the like, as written
 */
public record Initiative(
        String name,
        String displayName,
        String description,
        Optional<String> policyType,
        List<Parameter> parameters,
        List<Member> members,
        List<Group> groups,
        JsonObject metadata) {
    public Initiative {
        parameters = List.copyOf(parameters);
        members = List.copyOf(members);
        groups = List.copyOf(groups);
    }

    /**
     * One policy of an initiative.
     *
     * @param referenceId what exemptions, overrides and results call it; unique in the initiative
     * @param definition the id of the definition as written, or its name where a layout writes names
     * @param version which versions will do, such as {@code 1.*.*}; empty when not said
     * @param parameters values for the definition's parameters, which may refer to the initiative's
     * @param groups the names of the groups that it counts for
     * @param definitionPlace where the id or name of the definition stands
     * @param parameterPlaces where the values for parameters stand, by pointers that start with their names
     */
    public record Member(
            String referenceId,
            String definition,
            Optional<String> version,
            Map<String, Template> parameters,
            List<String> groups,
            Place place,
            Place definitionPlace,
            Places parameterPlaces) {
        public Member {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            groups = List.copyOf(groups);
        }
    }

    /**
     * A group of policies.
     *
     * @param displayName empty when the group has only a name
     * @param category empty when not said
     * @param additionalMetadataId the id of Microsoft's text about the group; empty when there is none
     */
    public record Group(
            String name,
            Optional<String> displayName,
            Optional<String> category,
            Optional<String> additionalMetadataId) {}
}
