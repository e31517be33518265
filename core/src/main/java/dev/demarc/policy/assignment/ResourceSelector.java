package dev.demarc.policy.assignment;

import dev.demarc.estate.Resource;
import java.util.List;

/** Resources of an assignment or exemption: those that every requirement selects. */
public record ResourceSelector(String name, List<Selector> selectors) {
    public ResourceSelector {
        selectors = List.copyOf(selectors);
    }

    /** Whether any of several selectors selects a resource; without selectors all are selected. */
    static boolean anySelects(List<ResourceSelector> selectors, Resource resource) {
        return selectors.isEmpty()
                || selectors.stream()
                        .anyMatch(one -> one.selectors().stream().allMatch(selector -> selector.selects(resource, "")));
    }
}
