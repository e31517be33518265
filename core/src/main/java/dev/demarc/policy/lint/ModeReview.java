package dev.demarc.policy.lint;

import dev.demarc.document.Place;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the mode takes in what the rule asks for, and how many types that is. */
final class ModeReview {
    private final PolicyDefinition definition;
    private final Remarks remarks;

    ModeReview(PolicyDefinition definition, Remarks remarks) {
        this.definition = definition;
        this.remarks = remarks;
    }

    void review() {
        Condition condition = definition.rule().condition();
        var named = new TreeSet<ResourceType>();
        collect(condition, false, named);
        Optional<Set<ResourceType>> asked = TypesAsked.of(condition);
        switch (definition.mode()) {
            case PolicyDefinition.Mode.All all -> tags(condition, asked);
            case PolicyDefinition.Mode.Indexed indexed -> scopes(asked, condition);
            case PolicyDefinition.Mode.Provider provider -> {}
        }
        locations(condition, asked);
        if (named.size() > 1) {
            remarks.note(
                    "several-types",
                    "the rule asks for " + named.size() + " types",
                    firstType(condition).orElse(remarks.shown(condition)),
                    "make sure that it fits them all, or write a policy for each");
        }
    }

    /** The types that conditions name without negation. */
    private void collect(Condition condition, boolean negated, Set<ResourceType> types) {
        switch (condition) {
            case Condition.AllOf all -> all.parts().forEach(part -> collect(part, negated, types));
            case Condition.AnyOf any -> any.parts().forEach(part -> collect(part, negated, types));
            case Condition.Not not -> collect(not.part(), !negated, types);
            case Condition.Comparison comparison -> {
                if (!negated) {
                    TypesAsked.of(comparison).ifPresent(types::addAll);
                }
            }
        }
    }

    private Optional<Place> firstType(Condition condition) {
        var places = new ArrayList<Place>();
        condition.forEachComparison(comparison -> {
            if (Constants.field(comparison).filter("type"::equals).isPresent()) {
                places.add(remarks.right(comparison));
            }
        });
        return places.stream().findFirst();
    }

    private void tags(Condition condition, Optional<Set<ResourceType>> asked) {
        if (asked.isPresent()) {
            return;
        }
        condition.forEachComparison(comparison -> {
            if (Constants.field(comparison).filter(ModeReview::isTag).isPresent()) {
                remarks.note(
                        "tags-in-mode-all",
                        "mode `All` takes in types that cannot have tags",
                        remarks.left(comparison),
                        "use mode `Indexed`, or ask for types that have tags");
            }
        });
    }

    private static boolean isTag(String field) {
        return field.equals("tags") || field.startsWith("tags.") || field.startsWith("tags[");
    }

    private void scopes(Optional<Set<ResourceType>> asked, Condition condition) {
        boolean never = asked.filter(types -> !types.isEmpty()
                        && Set.of(ResourceType.SUBSCRIPTION, ResourceType.RESOURCE_GROUP)
                                .containsAll(types))
                .isPresent();
        if (never) {
            remarks.warning(
                    "scope-in-mode-indexed",
                    "mode `Indexed` takes in neither subscriptions nor resource groups, so nothing is evaluated",
                    firstType(condition).orElse(remarks.shown(condition)),
                    "set `mode` to `All`");
        }
    }

    private void locations(Condition condition, Optional<Set<ResourceType>> asked) {
        boolean subscriptions = asked.filter(types -> types.equals(Set.of(ResourceType.SUBSCRIPTION)))
                .isPresent();
        if (subscriptions) {
            condition.forEachComparison(comparison -> {
                if (Constants.field(comparison).filter("location"::equals).isPresent()) {
                    remarks.warning(
                            "location-of-subscription",
                            "a subscription has no location, so a rule that asks for one never applies to it",
                            remarks.left(comparison),
                            "remove the condition on `location`");
                }
            });
        }
    }
}
