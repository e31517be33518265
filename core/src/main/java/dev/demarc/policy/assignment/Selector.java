package dev.demarc.policy.assignment;

import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One requirement of a resource selector or of an override.
 *
 * @param chosen whether the values are those wanted ({@code in}) or those not wanted ({@code notIn})
 */
public record Selector(Kind kind, boolean chosen, List<String> values) {
    public Selector {
        values = List.copyOf(values);
    }

    /** What a selector looks at. */
    public enum Kind {
        /** The region of the resource. */
        RESOURCE_LOCATION("resourceLocation"),
        /** The type of the resource. */
        RESOURCE_TYPE("resourceType"),
        /** Whether the resource is one of a subscription that has no region. */
        RESOURCE_WITHOUT_LOCATION("resourceWithoutLocation"),
        /** The policy's reference id in its initiative. */
        REFERENCE_ID("policyDefinitionReferenceId");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in a document. */
        public String word() {
            return word;
        }

        /** The kind of this word, without regard to case; empty when there is none. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    /** Whether a resource under a policy of a reference id is selected. */
    boolean selects(Resource resource, String referenceId) {
        return switch (kind) {
            case RESOURCE_LOCATION ->
                resource.location()
                        .map(location -> chosen == values.stream().anyMatch(value -> sameRegion(value, location)))
                        .orElse(false);
            case RESOURCE_TYPE ->
                chosen
                        == values.stream()
                                .anyMatch(value -> ResourceType.parse(value)
                                        .map(resource.type()::equals)
                                        .orElse(false));
            case RESOURCE_WITHOUT_LOCATION ->
                chosen == (resource.location().isEmpty() && isOfSubscription(resource.id()));
            case REFERENCE_ID -> chosen == values.stream().anyMatch(referenceId::equalsIgnoreCase);
        };
    }

    /** What it asks of a resource that it does not select, and what that has. */
    String wants(Resource resource) {
        String has = switch (kind) {
            case RESOURCE_LOCATION ->
                resource.location().map(location -> "`" + location + "`").orElse("none");
            case RESOURCE_TYPE -> "`" + resource.type().text() + "`";
            case RESOURCE_WITHOUT_LOCATION -> "another kind of resource";
            case REFERENCE_ID -> "no reference id";
        };
        return "wants a `" + kind.word() + "` " + (chosen ? "among" : "not among") + " `" + String.join("`, `", values)
                + "`, and this has " + has;
    }

    private static boolean isOfSubscription(ResourceId id) {
        return id.subscription().isPresent() && id.resourceGroup().isEmpty();
    }

    private static boolean sameRegion(String one, String other) {
        return region(one).equals(region(other));
    }

    private static String region(String text) {
        return text.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
