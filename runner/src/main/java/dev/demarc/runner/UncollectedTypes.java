package dev.demarc.runner;

import dev.demarc.check.Verdict;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.ResponsibilityRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What controls are about and nobody collected: types that a control asks for beside the resource, types that every
 * subscription has, and types that what was seen refers to. What a type holds that was not collected could be anything;
 * without a gap its controls would be silent, and silence looks clean.
 */
final class UncollectedTypes {
    private static final String HINT = "export this type too and read it together with the rest";

    private UncollectedTypes() {}

    private record Missing(ResourceType type, Optional<ResourceId> subscription) {
        String key() {
            return type.folded() + "|" + subscription.map(ResourceId::folded).orElse("");
        }
    }

    /** All of them, a gap for each type and subscription, in name order. */
    static List<Gap> gaps(List<SidedFinding> findings, Estate estate, Catalogue catalogue) {
        var gaps = new ArrayList<Gap>(askedFor(findings, estate));
        gaps.addAll(everywhere(estate, catalogue));
        gaps.addAll(referredTo(estate, catalogue));
        return List.copyOf(gaps);
    }

    /** Types that every subscription has, and that were not collected in one that was seen. */
    private static List<Gap> everywhere(Estate estate, Catalogue catalogue) {
        var gaps = new ArrayList<Gap>();
        List<ResourceType> types = catalogue.rows().values().stream()
                .filter(ResponsibilityRow::everywhere)
                .map(ResponsibilityRow::type)
                .sorted()
                .toList();
        for (ResourceId subscription : subscriptions(estate)) {
            for (ResourceType type : types) {
                if (!estate.collected(type, subscription)) {
                    gaps.add(new Gap(
                            Gap.Kind.NOT_COLLECTED,
                            Optional.of(subscription),
                            Optional.of(type),
                            "no `" + type + "` was collected in subscription `" + subscription.name()
                                    + "`, and every subscription has some",
                            HINT));
                }
            }
        }
        return gaps;
    }

    /**
     * Types with controls that resources refer to, none of which was collected in that subscription. Only what stands in
     * a resource group: definitions of roles and policies may be built in, and are then in no export.
     */
    private static List<Gap> referredTo(Estate estate, Catalogue catalogue) {
        Set<ResourceType> watched =
                catalogue.controls().stream().map(Control::type).collect(Collectors.toSet());
        Set<ResourceId> seen = Set.copyOf(subscriptions(estate));
        var missing = new TreeMap<String, Missing>();
        var referring = new TreeMap<String, Integer>();
        for (Resource resource : estate.resources()) {
            var here = new TreeMap<String, Missing>();
            References.of(resource.document(), id -> {
                boolean concerns = id.resourceGroup().isPresent()
                        && watched.contains(id.type())
                        && id.subscriptionId().filter(seen::contains).isPresent();
                if (concerns && estate.resource(id).isEmpty() && !estate.collected(id.type(), id)) {
                    var found = new Missing(id.type(), id.subscriptionId());
                    here.put(found.key(), found);
                }
            });
            missing.putAll(here);
            here.keySet().forEach(key -> referring.merge(key, 1, Integer::sum));
        }
        var gaps = new ArrayList<Gap>();
        missing.forEach((key, what) -> gaps.add(new Gap(
                Gap.Kind.NOT_COLLECTED,
                what.subscription(),
                Optional.of(what.type()),
                "no `" + what.type() + "` was collected in " + where(what) + ", though "
                        + counted(referring.getOrDefault(key, 0)) + " there",
                HINT)));
        return gaps;
    }

    private static String counted(int referring) {
        return referring == 1 ? "1 resource refers to some" : referring + " resources refer to some";
    }

    private static List<ResourceId> subscriptions(Estate estate) {
        return estate.resources().stream()
                .map(resource -> resource.id().subscriptionId())
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** Types that a control asks for beside the resource, saying how many verdicts are unknown because of it. */
    private static List<Gap> askedFor(List<SidedFinding> findings, Estate estate) {
        var missing = new TreeMap<String, Missing>();
        var verdicts = new TreeMap<String, Integer>();
        for (SidedFinding finding : findings) {
            ResourceId id = finding.resource().id();
            Optional<ResourceType> related = related(finding.control().rule());
            if (finding.verdict() == Verdict.UNKNOWN && related.isPresent() && !estate.collected(related.get(), id)) {
                var found = new Missing(related.get(), id.subscriptionId());
                missing.put(found.key(), found);
                verdicts.merge(found.key(), 1, Integer::sum);
            }
        }
        var gaps = new ArrayList<Gap>();
        missing.forEach((key, what) -> gaps.add(gap(what, verdicts.getOrDefault(key, 0))));
        return List.copyOf(gaps);
    }

    private static Gap gap(Missing what, int verdicts) {
        return new Gap(
                Gap.Kind.NOT_COLLECTED,
                what.subscription(),
                Optional.of(what.type()),
                "no `" + what.type() + "` was collected in " + where(what) + ", so " + verdicts
                        + (verdicts == 1 ? " verdict is" : " verdicts are") + " unknown",
                HINT);
    }

    private static String where(Missing what) {
        return what.subscription().map(id -> "subscription `" + id.name() + "`").orElse("the estate");
    }

    private static Optional<ResourceType> related(JsonObject rule) {
        return rule.object("then").object("details").get("type") instanceof JsonString type
                ? ResourceType.parse(type.value())
                : Optional.empty();
    }
}
