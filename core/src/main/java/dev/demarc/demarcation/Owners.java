package dev.demarc.demarcation;

import dev.demarc.estate.Neighbours;
import dev.demarc.estate.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Who inside the customer's organisation owns a resource, as tags say: the resource's own, then those of the resource
 * group that it is in; what stands directly in a subscription falls to the subscription's owner. Whoever owns a
 * subscription does not thereby own every workload that somebody left in it. The tag names are asked in order; blank
 * values do not count.
 */
public final class Owners {
    private final List<String> tagNames;

    /** Owners named in these tags, the first name that is present wins; case does not matter. */
    public Owners(List<String> tagNames) {
        this.tagNames = List.copyOf(tagNames);
    }

    /** The owner of a resource; empty when nobody is named, which is shown as unowned and never hidden. */
    public Optional<String> of(Resource resource, Neighbours neighbours) {
        Optional<String> own = named(resource);
        if (own.isPresent()) {
            return own;
        }
        return resource.id()
                .resourceGroupId()
                .or(() -> resource.id().subscriptionId())
                .flatMap(neighbours::resource)
                .flatMap(this::named);
    }

    private Optional<String> named(Resource resource) {
        for (String tagName : tagNames) {
            Optional<String> value = resource.tag(tagName).map(String::strip).filter(name -> !name.isEmpty());
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }
}
