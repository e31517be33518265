package dev.demarc.policy.assignment;

import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.PolicyCheck;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.Initiative;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One policy in force: a definition with its parameters filled in, by itself or as a member of an initiative.
 *
 * @param assignment empty when nothing assigns it and it is tried on everything
 * @param initiative empty when the definition is assigned by itself
 * @param referenceId its name in the initiative; the definition's name when there is none
 * @param groups what it counts for in the initiative
 * @param passed values that the assignment or the initiative gives to parameters of the definition
 * @param check what judges resources
 * @param variants the same with other effects, in the order in which overrides are asked
 */
public record AssignedPolicy(
        Optional<Assignment> assignment,
        Optional<Published<Initiative>> initiative,
        String referenceId,
        Published<PolicyDefinition> definition,
        List<String> groups,
        Map<String, JsonValue> passed,
        PolicyCheck check,
        List<Variant> variants) {
    public AssignedPolicy {
        groups = List.copyOf(groups);
        passed = Collections.unmodifiableMap(new LinkedHashMap<>(passed));
        variants = List.copyOf(variants);
    }

    /** The check with the effect that an override gives it. */
    public record Variant(EffectOverride override, PolicyCheck check) {}

    /** The parameters of the definition with the values that it got in the end, in the definition's order. */
    public List<ResolvedParameter> parameters() {
        return ResolvedParameter.of(this);
    }

    /** What judges a resource: the check with the effect of the first override that is for it. */
    public PolicyCheck checkFor(Resource resource) {
        return variants.stream()
                .filter(variant -> variant.override().selects(resource, referenceId))
                .findFirst()
                .map(Variant::check)
                .orElse(check);
    }

    /** The types of the resources that it may be about, whatever its effect; empty for any type. */
    Optional<Set<ResourceType>> types() {
        var types = new HashSet<ResourceType>();
        for (Optional<Set<ResourceType>> some : Stream.concat(
                        Stream.of(check), variants.stream().map(Variant::check))
                .map(PolicyCheck::types)
                .toList()) {
            if (some.isEmpty()) {
                return Optional.empty();
            }
            types.addAll(some.get());
        }
        return Optional.of(types);
    }

    /**
     * Whether a person means it by a text: its reference id, the id, name or display name of its definition, the name of
     * its assignment, or assignment and reference with a slash between them.
     */
    public boolean isCalled(String text) {
        String assigned = assignment.map(one -> one.id().name()).orElse("");
        return Stream.of(
                        referenceId,
                        definition.id(),
                        definition.name(),
                        definition.value().displayName(),
                        assigned,
                        assigned + "/" + referenceId)
                .anyMatch(text::equalsIgnoreCase);
    }

    /** What it is called in results: the definition's display name, else its name. */
    public String title() {
        String title = definition.value().displayName();
        return title.isBlank() ? definition.name() : title;
    }

    /** The effect without overrides; empty when an expression yields none. */
    public Optional<Effect> effect() {
        return check.effect();
    }

    /** The effect on a resource, overrides counted; empty when an expression yields none. */
    public Optional<Effect> effectOn(Resource resource) {
        return checkFor(resource).effect();
    }

    /** What a person is told about a resource that does not comply; empty when the assignment has no message. */
    public Optional<String> message() {
        return assignment.flatMap(one -> one.message(referenceId));
    }
}
