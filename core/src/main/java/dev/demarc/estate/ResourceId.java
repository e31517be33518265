package dev.demarc.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The id of anything in Azure Resource Manager, from the tenant down to an extension resource. Equal without regard to
 * case; containment is decided at segment boundaries, so {@code …/rg1} does not contain {@code …/rg10}.
 */
public final class ResourceId implements Comparable<ResourceId> {

    /** What an id names. */
    public enum Kind {
        TENANT,
        MANAGEMENT_GROUP,
        SUBSCRIPTION,
        RESOURCE_GROUP,
        /** A resource directly in a resource group, a subscription, a management group or the tenant. */
        RESOURCE,
        /** A resource nested in its parent's id by type: {@code servers/s/databases/d}. */
        CHILD,
        /** A resource of another provider that hangs on a resource: {@code …/providers/Microsoft.Insights/…}. */
        EXTENSION
    }

    /** The tenant. */
    public static final ResourceId TENANT =
            new ResourceId("/", Kind.TENANT, ResourceType.TENANT, "", "", null, null, null);

    /** Every scope on the way keeps its own text, so an id without bounds would cost the square of its length. */
    private static final int LONGEST = 4_096;

    private static final int MOST_SEGMENTS = 128;

    private final String text;
    private final String folded;
    private final Kind kind;
    private final ResourceType type;
    private final String name;
    private final String fullName;
    private final @Nullable String subscription;
    private final @Nullable String resourceGroup;
    private final @Nullable ResourceId parent;

    private ResourceId(
            String text,
            Kind kind,
            ResourceType type,
            String name,
            String fullName,
            @Nullable String subscription,
            @Nullable String resourceGroup,
            @Nullable ResourceId parent) {
        this.text = text;
        this.folded = text.toLowerCase(Locale.ROOT);
        this.kind = kind;
        this.type = type;
        this.name = name;
        this.fullName = fullName;
        this.subscription = subscription;
        this.resourceGroup = resourceGroup;
        this.parent = parent;
    }

    /**
     * The id written so.
     *
     * @throws IllegalArgumentException when the text is not an id, with a sentence saying what is wrong
     */
    public static ResourceId of(String text) {
        return new Reader(text).read();
    }

    /** The id written so; empty when the text is not an id. */
    public static Optional<ResourceId> parse(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The id as it was written, without a slash at the end. */
    public String text() {
        return text;
    }

    /** The id in the form that is compared: lower case. */
    public String folded() {
        return folded;
    }

    /** What the id names. */
    public Kind kind() {
        return kind;
    }

    /** The type that the id spells. */
    public ResourceType type() {
        return type;
    }

    /** The last name; empty for the tenant. */
    public String name() {
        return name;
    }

    /** The name with those of its parents before it, as policies call it: {@code server/database}. */
    public String fullName() {
        return fullName;
    }

    /** The subscription's id (a GUID in Azure); empty above subscriptions. */
    public Optional<String> subscription() {
        return Optional.ofNullable(subscription);
    }

    /** The resource group's name; empty outside resource groups. */
    public Optional<String> resourceGroup() {
        return Optional.ofNullable(resourceGroup);
    }

    /**
     * What this hangs on by the id alone: the parent of a child, the resource an extension extends, the group of a
     * resource, the subscription of a group. Empty for the tenant, subscriptions and management groups, whose place in
     * the tree no id tells.
     */
    public Optional<ResourceId> parent() {
        return Optional.ofNullable(parent);
    }

    /** The id of the resource group this is in or is; empty outside resource groups. */
    public Optional<ResourceId> resourceGroupId() {
        return ancestor(Kind.RESOURCE_GROUP);
    }

    /** The id of the subscription this is in or is; empty above subscriptions. */
    public Optional<ResourceId> subscriptionId() {
        return ancestor(Kind.SUBSCRIPTION);
    }

    private Optional<ResourceId> ancestor(Kind wanted) {
        for (ResourceId at = this; at != null; at = at.parent) {
            if (at.kind == wanted) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Whether another id is this one or lies below it. The tenant contains everything. */
    public boolean contains(ResourceId other) {
        if (kind == Kind.TENANT) {
            return true;
        }
        return other.folded.startsWith(folded)
                && (other.folded.length() == folded.length() || other.folded.charAt(folded.length()) == '/');
    }

    @Override
    public int compareTo(ResourceId other) {
        return folded.compareTo(other.folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceId that && folded.equals(that.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Reads one id, segment by segment; each scope read becomes the parent of what follows. */
    private static final class Reader {
        private final String text;
        private final List<String> segments;
        private int at;

        Reader(String written) {
            if (written.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "a resource id has at most " + LONGEST + " characters, this one has " + written.length());
            }
            String trimmed = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
            if (!written.startsWith("/")) {
                throw new IllegalArgumentException("a resource id starts with `/`, this one is `" + written + "`");
            }
            this.text = trimmed;
            this.segments =
                    trimmed.isEmpty() ? List.of() : List.of(trimmed.substring(1).split("/", -1));
            if (segments.size() > MOST_SEGMENTS) {
                throw new IllegalArgumentException(
                        "a resource id has at most " + MOST_SEGMENTS + " segments, this one has " + segments.size());
            }
            if (segments.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("`" + written + "` has an empty segment");
            }
        }

        ResourceId read() {
            if (segments.isEmpty()) {
                return TENANT;
            }
            ResourceId scope = TENANT;
            if (isNext("subscriptions")) {
                scope = subscription();
                if (isNext("resourceGroups")) {
                    scope = resourceGroup(scope);
                }
            }
            while (at < segments.size()) {
                if (!isNext("providers")) {
                    throw new IllegalArgumentException(
                            "`" + text + "` should go on with `providers`, not `" + segments.get(at) + "`");
                }
                at++;
                scope = resource(scope);
            }
            return scope;
        }

        private ResourceId subscription() {
            String id = valueAfter("subscriptions");
            return new ResourceId(upToHere(), Kind.SUBSCRIPTION, ResourceType.SUBSCRIPTION, id, id, id, null, null);
        }

        private ResourceId resourceGroup(ResourceId subscription) {
            String group = valueAfter("resourceGroups");
            return new ResourceId(
                    upToHere(),
                    Kind.RESOURCE_GROUP,
                    ResourceType.RESOURCE_GROUP,
                    group,
                    group,
                    subscription.subscription,
                    group,
                    subscription);
        }

        private ResourceId resource(ResourceId scope) {
            if (at >= segments.size()) {
                throw new IllegalArgumentException("`" + text + "` ends after `providers`");
            }
            var typeText = new StringBuilder(segments.get(at++));
            var names = new ArrayList<String>();
            ResourceId resource = scope;
            while (at < segments.size() && !(isNext("providers") && !names.isEmpty())) {
                String typeSegment = segments.get(at);
                typeText.append('/').append(typeSegment);
                names.add(valueAfter(typeSegment));
                resource = new ResourceId(
                        upToHere(),
                        kind(scope, typeText, names.size()),
                        ResourceType.of(typeText.toString()),
                        names.getLast(),
                        String.join("/", names),
                        scope.subscription,
                        scope.resourceGroup,
                        isManagementGroup(scope, typeText) ? null : resource);
            }
            if (names.isEmpty()) {
                throw new IllegalArgumentException("`" + text + "` names a provider but no type and name");
            }
            return resource;
        }

        private static Kind kind(ResourceId scope, CharSequence type, int depth) {
            if (isManagementGroup(scope, type)) {
                return Kind.MANAGEMENT_GROUP;
            }
            if (depth > 1) {
                return Kind.CHILD;
            }
            return switch (scope.kind) {
                case TENANT, MANAGEMENT_GROUP, SUBSCRIPTION, RESOURCE_GROUP -> Kind.RESOURCE;
                case RESOURCE, CHILD, EXTENSION -> Kind.EXTENSION;
            };
        }

        private static boolean isManagementGroup(ResourceId scope, CharSequence type) {
            return scope.kind == Kind.TENANT && isSame(type.toString(), ResourceType.MANAGEMENT_GROUP.text());
        }

        private boolean isNext(String word) {
            return at < segments.size() && isSame(segments.get(at), word);
        }

        /** Whether two texts are the same as ids compare: other than by ignoring case, which takes {@code İ} for i. */
        private static boolean isSame(String text, String word) {
            return text.equals(word)
                    || (text.length() == word.length()
                            && text.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT)));
        }

        private String valueAfter(String word) {
            at++;
            if (at >= segments.size()) {
                throw new IllegalArgumentException("`" + text + "` ends after `" + word + "` without a name");
            }
            return segments.get(at++);
        }

        private String upToHere() {
            return "/" + String.join("/", segments.subList(0, at));
        }
    }
}
