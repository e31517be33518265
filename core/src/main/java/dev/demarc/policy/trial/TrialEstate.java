package dev.demarc.policy.trial;

import dev.demarc.check.Subject;
import dev.demarc.document.JsonObject;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Neighbours;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What there is in the world of one case: its resource and the related ones. Whether that is all there is, the case says;
 * nothing is concluded from what it holds.
 */
record TrialEstate(Estate estate, PolicyTestCase.Collected collected) implements Neighbours {

    /** The resource of a case amid the related ones. */
    static Subject subject(PolicyTestCase one) {
        Resource resource = resource(one.resource());
        var seen = new ArrayList<Observation>();
        seen.add(new Observation(resource, one.place()));
        one.related().forEach(each -> seen.add(new Observation(resource(each), one.place())));
        return new Subject(resource, new TrialEstate(Estate.of(seen, List.of()), one.collected()));
    }

    /** The resource that a document describes; its id was read before. */
    static Resource resource(JsonObject document) {
        ResourceId id = ResourceId.of(document.text("id").orElse(""));
        ResourceType type = document.text("type").flatMap(ResourceType::parse).orElse(id.type());
        return new Resource(id, type, document, Resource.Detail.FULL);
    }

    @Override
    public Optional<Resource> resource(ResourceId id) {
        return estate.resource(id);
    }

    @Override
    public List<Resource> below(ResourceId ancestor, ResourceType type) {
        return estate.below(ancestor, type);
    }

    @Override
    public boolean collected(ResourceType type, ResourceId near) {
        return switch (collected) {
            case PolicyTestCase.Collected.Everything everything -> true;
            case PolicyTestCase.Collected.Nothing nothing -> false;
            case PolicyTestCase.Collected.Types some -> some.types().contains(type);
        };
    }

    @Override
    public boolean declared(ResourceType type, ResourceId near) {
        return collected(type, near);
    }

    @Override
    public List<Resource> scopesOf(ResourceId id) {
        return estate.scopesOf(id);
    }

    @Override
    public List<ResourceId> scopeIdsOf(ResourceId id) {
        return estate.scopeIdsOf(id);
    }
}
