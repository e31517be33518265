package dev.demarc.knowledge;

import dev.demarc.estate.ResourceType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resource types that Azure's policy engine treats unlike others.
 *
 * @param passedThrough types that stand for what is inside a resource and not managed by Azure Resource Manager: no mode
 *     of Resource Manager evaluates them
 * @param neverGuarded types on which {@code denyAction} never acts, so that nobody is locked out
 * @param identityChanged the only types whose identity {@code modify} changes
 * @param describing extension types that describe the very resource they are on: one on its group or subscription says
 *     nothing of it
 * @param oneByOne types whose resources are not listed but asked for by their names, each with the name that is asked for
 *     where a policy gives none
 * @param namespaces for a namespace of components, without {@code .Data} and in lower case, the namespace of the resources
 *     that hold them, where the two differ
 */
public record PolicyTypes(
        Set<ResourceType> passedThrough,
        Set<ResourceType> neverGuarded,
        Set<ResourceType> identityChanged,
        Set<ResourceType> describing,
        Map<ResourceType, String> oneByOne,
        Map<String, String> namespaces) {
    /** All types are treated alike, and the identity of none is changed. */
    public static final PolicyTypes NONE = new PolicyTypes(Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), Map.of());

    public PolicyTypes {
        passedThrough = Set.copyOf(passedThrough);
        neverGuarded = Set.copyOf(neverGuarded);
        identityChanged = Set.copyOf(identityChanged);
        describing = Set.copyOf(describing);
        oneByOne = Map.copyOf(oneByOne);
        namespaces = Map.copyOf(namespaces);
    }

    /** The name asked for in a type that is not listed where a policy gives none; empty for a type that is listed. */
    public Optional<String> nameAskedFor(ResourceType type) {
        return Optional.ofNullable(oneByOne.get(type));
    }

    /** The namespace of the resources that hold the components of a namespace, given and told in lower case. */
    public String holding(String namespace) {
        return namespaces.getOrDefault(namespace, namespace);
    }

    /** These and others. */
    public PolicyTypes and(PolicyTypes others) {
        return new PolicyTypes(
                both(passedThrough, others.passedThrough),
                both(neverGuarded, others.neverGuarded),
                both(identityChanged, others.identityChanged),
                both(describing, others.describing),
                both(oneByOne, others.oneByOne),
                both(namespaces, others.namespaces));
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static <K, V> Map<K, V> both(Map<K, V> one, Map<K, V> other) {
        var both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }
}
