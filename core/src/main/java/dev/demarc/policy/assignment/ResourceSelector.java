package dev.demarc.policy.assignment;

import dev.demarc.estate.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Resources of an assignment or exemption: those that every requirement selects. */
public record ResourceSelector(String name, List<Selector> selectors) {
    public ResourceSelector {
        selectors = List.copyOf(selectors);
    }

    /** What none of several selectors finds in a resource, as one sentence; empty where one selects it. */
    static Optional<String> whyNoneSelects(List<ResourceSelector> selectors, Resource resource) {
        if (anySelects(selectors, resource)) {
            return Optional.empty();
        }
        return Optional.of(selectors.stream()
                .map(one -> (one.name().isBlank() ? "" : "`" + one.name() + "` ")
                        + one.selectors().stream()
                                .filter(selector -> !selector.selects(resource, ""))
                                .map(selector -> selector.wants(resource))
                                .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining("; ")));
    }

    /** Whether any of several selectors selects a resource; without selectors all are selected. */
    static boolean anySelects(List<ResourceSelector> selectors, Resource resource) {
        return selectors.isEmpty()
                || selectors.stream()
                        .anyMatch(one -> one.selectors().stream().allMatch(selector -> selector.selects(resource, "")));
    }
}
