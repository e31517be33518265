package dev.demarc.policy.lint;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.expression.Nearest;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Operator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names of types that no provider lists. New types appear all the time, so only those are told that are spelled nearly
 * as a listed one is.
 */
final class TypeReview {
    private static final List<ResourceType> SCOPES = List.of(
            ResourceType.TENANT, ResourceType.MANAGEMENT_GROUP, ResourceType.SUBSCRIPTION, ResourceType.RESOURCE_GROUP);

    private static final int MOST_EDITS = 2;

    private final Providers providers;
    private final Remarks remarks;

    TypeReview(Providers providers, Remarks remarks) {
        this.providers = providers;
        this.remarks = remarks;
    }

    /** Reviews the types that conditions name. */
    void review(Condition condition) {
        condition.forEachComparison(comparison -> {
            Operator.Kind kind = comparison.operator().kind();
            boolean named = kind == Operator.Kind.EQUALITY || kind == Operator.Kind.IN;
            if (named && Constants.field(comparison).filter("type"::equals).isPresent()) {
                template(comparison.right(), remarks.rightPointer(comparison));
            }
        });
    }

    /** Reviews the type of the related resource. */
    void review(Details.Related related) {
        template(related.type(), remarks.child(related.place().pointer(), "type"));
    }

    private void template(Template template, JsonPointer at) {
        switch (Constants.value(template).orElse(JsonArray.of())) {
            case JsonArray names -> {
                for (int i = 0; i < names.size(); i++) {
                    type(names.get(i), at.child(i));
                }
            }
            case JsonValue name -> type(name, at);
        }
    }

    private void type(JsonValue name, JsonPointer at) {
        if (!(name instanceof JsonString text)) {
            return;
        }
        Optional<ResourceType> unlisted = ResourceType.parse(text.value()).filter(type -> !isListed(type));
        unlisted.flatMap(this::meant)
                .ifPresent(meant -> remarks.warning(
                        "unknown-type",
                        "no resource provider has a type `" + text.value() + "`",
                        remarks.of(at),
                        "did you mean `" + meant + "`?"));
    }

    private boolean isListed(ResourceType type) {
        return SCOPES.contains(type)
                || providers.aliases().types().contains(type)
                || providers.tags().listed().containsKey(type);
    }

    /** The listed type of which one part is spelled nearly so, and all others are the same. */
    private Optional<ResourceType> meant(ResourceType typed) {
        String[] parts = typed.folded().split("/", -1);
        return Stream.concat(providers.aliases().types().stream(), providers.tags().listed().keySet().stream())
                .filter(listed -> isNear(parts, listed.folded().split("/", -1)))
                .sorted()
                .findFirst();
    }

    private static boolean isNear(String[] typed, String[] listed) {
        if (typed.length != listed.length) {
            return false;
        }
        int other = -1;
        for (int i = 0; i < typed.length; i++) {
            if (!typed[i].equals(listed[i])) {
                if (other >= 0) {
                    return false;
                }
                other = i;
            }
        }
        return other >= 0 && isNear(typed[other], listed[other]);
    }

    /** One more letter for the plural is how providers rename types. */
    private static boolean isNear(String typed, String listed) {
        return Nearest.isWithin(MOST_EDITS, typed, listed)
                && Nearest.to(typed, List.of(listed)).isPresent()
                && !typed.equals(listed + "s");
    }
}
