package dev.demarc.runner;

import dev.demarc.check.Verdict;
import dev.demarc.demarcation.SidedFinding;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Gap;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The gaps that checks ran into: resource types that a control asks for beside the resource, and of which nothing was
 * collected in that subscription.
 */
final class UncollectedTypes {
    private UncollectedTypes() {}

    private record Missing(ResourceType type, Optional<ResourceId> subscription) {
        String key() {
            return type.folded() + "|" + subscription.map(ResourceId::folded).orElse("");
        }
    }

    /** A gap for each type and subscription, in name order, saying how many verdicts are unknown because of it. */
    static List<Gap> gaps(List<SidedFinding> findings, Estate estate) {
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
        String where = what.subscription()
                .map(id -> "subscription `" + id.name() + "`")
                .orElse("the estate");
        return new Gap(
                Gap.Kind.NOT_COLLECTED,
                what.subscription(),
                Optional.of(what.type()),
                "no `" + what.type() + "` was collected in " + where + ", so " + verdicts
                        + (verdicts == 1 ? " verdict is" : " verdicts are") + " unknown",
                "export this type too and read it together with the rest");
    }

    private static Optional<ResourceType> related(JsonObject rule) {
        return rule.object("then").object("details").get("type") instanceof JsonString type
                ? ResourceType.parse(type.value())
                : Optional.empty();
    }
}
