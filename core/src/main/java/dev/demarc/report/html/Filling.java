package dev.demarc.report.html;

import dev.demarc.check.Finding;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.knowledge.Control;
import dev.demarc.report.RemediationText;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the page itself does to fill in a remediation: it puts values of plain characters in place of placeholders, and
 * nothing else. Quoting is {@link RemediationText}'s alone; wherever that gives another text than the page would, the
 * page carries the text.
 */
final class Filling {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z]+)\\}\\}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._:@,+%-]+");
    private static final Pattern SCOPE =
            Pattern.compile("^/subscriptions/([^/]+)(?:/resourceGroups/([^/]+))?", Pattern.CASE_INSENSITIVE);

    private Filling() {}

    /** Whether the page's own filling gives what {@link RemediationText} does. */
    static boolean suffices(Control control, Finding finding) {
        RemediationText right = RemediationText.of(control, finding);
        Map<String, String> values = values(finding.resource());
        return right.cli().equals(filled(control.remediation().cli(), values))
                && right.bicep().equals(filled(control.remediation().bicep(), values));
    }

    /** How many characters of a resource's id its parent's id takes; 0 when it hangs on no other resource. */
    static int parentLength(ResourceId id) {
        return switch (id.kind()) {
            case CHILD, EXTENSION ->
                id.parent()
                        .map(ResourceId::text)
                        .filter(parent -> id.text().startsWith(parent))
                        .map(String::length)
                        .orElse(0);
            case TENANT, MANAGEMENT_GROUP, SUBSCRIPTION, RESOURCE_GROUP, RESOURCE -> 0;
        };
    }

    /** What the page knows of a resource, by placeholder; the twin of {@code Estate.places} in its script. */
    private static Map<String, String> values(Resource resource) {
        String id = resource.id().text();
        var values = new HashMap<String, String>();
        values.put("id", id);
        values.put("name", lastName(id));
        Matcher scope = SCOPE.matcher(id);
        if (scope.find()) {
            values.put("subscription", scope.group(1));
            if (scope.group(2) != null) {
                values.put("resourceGroup", scope.group(2));
            }
        }
        resource.location().ifPresent(location -> values.put("location", location));
        int parent = parentLength(resource.id());
        if (parent > 0) {
            values.put("parentId", id.substring(0, parent));
            values.put("parentName", lastName(id.substring(0, parent)));
        }
        return values;
    }

    private static String lastName(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static String filled(String template, Map<String, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(value(match, values)));
    }

    private static String value(MatchResult placeholder, Map<String, String> values) {
        String value = values.get(placeholder.group(1));
        return value != null && PLAIN.matcher(value).matches() ? value : placeholder.group();
    }
}
