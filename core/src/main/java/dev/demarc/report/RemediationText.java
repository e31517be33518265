package dev.demarc.report;

import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.knowledge.Control;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How to fix one resource, ready to run: a control's remediation with what the resource knows of itself in place of the
 * placeholders {@code {{id}}}, {@code {{name}}}, {@code {{resourceGroup}}}, {@code {{subscription}}}, {@code
 * {{location}}}, {@code {{parentName}}} and {@code {{parentId}}}. A value can never end the quotes it stands in: it
 * stays one word to a shell and one string to Bicep, whatever characters it has; those that a terminal would obey are
 * spelled out.
 *
 * @param cli commands for a POSIX shell
 * @param bicep a Bicep template
 * @param open placeholders left as they are, in order: the resource does not know their value, or it could not be
 *     quoted safely where it stands
 */
public record RemediationText(String cli, String bicep, List<String> open) {

    public RemediationText {
        open = List.copyOf(open);
    }

    /** How to make a control true for a resource. */
    public static RemediationText of(Control control, Resource resource) {
        Map<String, String> values = values(resource);
        var open = new TreeSet<String>();
        String cli = new ShellTemplate(control.remediation().cli(), values, open).filled();
        String bicep = new BicepTemplate(control.remediation().bicep(), values, open).filled();
        return new RemediationText(cli, bicep, List.copyOf(open));
    }

    /** What a resource knows of itself, by placeholder. */
    private static Map<String, String> values(Resource resource) {
        ResourceId id = resource.id();
        var values = new HashMap<String, String>();
        values.put("id", id.text());
        values.put("name", id.name());
        id.resourceGroup().ifPresent(group -> values.put("resourceGroup", group));
        id.subscription().ifPresent(subscription -> values.put("subscription", subscription));
        resource.location().ifPresent(location -> values.put("location", location));
        parent(id).ifPresent(parent -> {
            values.put("parentName", parent.name());
            values.put("parentId", parent.text());
        });
        values.replaceAll((placeholder, value) -> Printable.of(value, true));
        return values;
    }

    /** The resource that a child or extension hangs on; empty for what hangs on a group. */
    private static Optional<ResourceId> parent(ResourceId id) {
        return switch (id.kind()) {
            case CHILD, EXTENSION -> id.parent();
            case TENANT, MANAGEMENT_GROUP, SUBSCRIPTION, RESOURCE_GROUP, RESOURCE -> Optional.empty();
        };
    }
}
