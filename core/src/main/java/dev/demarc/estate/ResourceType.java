package dev.demarc.estate;

import java.util.Locale;
import java.util.Optional;

/**
 * The type of a resource: {@code Microsoft.Sql/servers/databases}. Equal without regard to case.
 *
 * <p>Azure Resource Manager returns resource groups as {@code Microsoft.Resources/resourceGroups} while policies say
 * {@code Microsoft.Resources/subscriptions/resourceGroups}; here both are the second.
 */
public final class ResourceType implements Comparable<ResourceType> {
    /** The tenant, the root of every scope. */
    public static final ResourceType TENANT = new ResourceType("Microsoft.Resources/tenants");

    /** Management groups. */
    public static final ResourceType MANAGEMENT_GROUP = new ResourceType("Microsoft.Management/managementGroups");

    /** Subscriptions. */
    public static final ResourceType SUBSCRIPTION = new ResourceType("Microsoft.Resources/subscriptions");

    /** Resource groups, under the name that policies use. */
    public static final ResourceType RESOURCE_GROUP =
            new ResourceType("Microsoft.Resources/subscriptions/resourceGroups");

    private static final String SHORT_RESOURCE_GROUP = "microsoft.resources/resourcegroups";

    private final String text;
    private final String folded;
    private final boolean ascii;

    private ResourceType(String text) {
        this.text = text;
        this.folded = text.toLowerCase(Locale.ROOT);
        this.ascii = text.chars().allMatch(c -> c < 128);
    }

    /**
     * The type of this name.
     *
     * @throws IllegalArgumentException when the text is not {@code namespace/type[/type…]}
     */
    public static ResourceType of(String text) {
        return parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("`" + text + "` is not a resource type: namespace/type"));
    }

    /** The type of this name; empty when the text is not {@code namespace/type[/type…]}. */
    public static Optional<ResourceType> parse(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || text.endsWith("/") || text.contains("//") || text.isBlank()) {
            return Optional.empty();
        }
        String folded = text.toLowerCase(Locale.ROOT);
        if (folded.equals(SHORT_RESOURCE_GROUP)) {
            return Optional.of(RESOURCE_GROUP);
        }
        return Optional.of(
                folded.startsWith(SHORT_RESOURCE_GROUP + "/")
                        ? new ResourceType(RESOURCE_GROUP.text + text.substring(SHORT_RESOURCE_GROUP.length()))
                        : new ResourceType(text));
    }

    /** The name as it was written. */
    public String text() {
        return text;
    }

    /** The name in the form that is compared: lower case. */
    public String folded() {
        return folded;
    }

    /** Whether it is written in ASCII, as all of Azure's are: then nothing else is the same name in other letters. */
    public boolean isAscii() {
        return ascii;
    }

    /** The resource provider: {@code Microsoft.Sql}. */
    public String namespace() {
        return text.substring(0, text.indexOf('/'));
    }

    /** The type one level up: {@code Microsoft.Sql/servers}; empty for a top-level type. */
    public Optional<ResourceType> parent() {
        int last = text.lastIndexOf('/');
        return text.indexOf('/') == last ? Optional.empty() : parse(text.substring(0, last));
    }

    /** Whether this type is nested anywhere below another, not being that type itself. */
    public boolean isUnder(ResourceType ancestor) {
        return folded.length() > ancestor.folded.length()
                && folded.startsWith(ancestor.folded)
                && folded.charAt(ancestor.folded.length()) == '/';
    }

    @Override
    public int compareTo(ResourceType other) {
        return folded.compareTo(other.folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceType that && folded.equals(that.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
