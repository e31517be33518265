package dev.demarc.report;

import dev.demarc.check.Finding;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonWriter;
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
 * {{location}}}, {@code {{parentName}}} and {@code {{parentId}}}, and what the evidence says of the member of an array that
 * decided it in place of {@code {{member.x}}}: the text or number that the member has at {@code x}, or at {@code
 * properties.x}. A value can never end the quotes it stands in: it
 * stays one word to a shell and one string to Bicep, whatever characters it has; those that a terminal would obey are
 * spelled out.
 *
 * @param cli commands for a POSIX shell
 * @param bicep a Bicep template
 * @param open placeholders left as they are, in order: the resource does not know their value, or it could not be
 *     quoted safely where it stands
 */
public record RemediationText(String cli, String bicep, List<String> open) {

    private static final String MEMBER = "member.";

    public RemediationText {
        open = List.copyOf(open);
    }

    /** How to make a control true for the resource that it was found failing on. */
    public static RemediationText of(Control control, Finding finding) {
        Map<String, String> values = values(finding.resource());
        member(finding).ifPresent(member -> addMember(values, member));
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

    /** The first named member of an array of this resource that decided; empty when none did. */
    private static Optional<JsonObject> member(Finding finding) {
        Resource resource = finding.resource();
        return finding.judgement().evidence().stream()
                .filter(evidence -> evidence.resource().equals(resource.id()))
                .flatMap(evidence -> evidence.member().stream())
                .findFirst()
                .flatMap(member -> member.at().in(resource.document()))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }

    private static void addMember(Map<String, String> values, JsonObject member) {
        addTexts(values, member.object("properties"));
        addTexts(values, member);
    }

    private static void addTexts(Map<String, String> values, JsonObject object) {
        object.forEach((name, value) -> {
            if (value instanceof JsonString text) {
                values.put(MEMBER + name, Printable.of(text.value(), true));
            } else if (value instanceof JsonNumber) {
                values.put(MEMBER + name, JsonWriter.compact(value));
            }
        });
    }

    /** The resource that a child or extension hangs on; empty for what hangs on a group. */
    private static Optional<ResourceId> parent(ResourceId id) {
        return switch (id.kind()) {
            case CHILD, EXTENSION -> id.parent();
            case TENANT, MANAGEMENT_GROUP, SUBSCRIPTION, RESOURCE_GROUP, RESOURCE -> Optional.empty();
        };
    }
}
