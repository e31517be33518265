package dev.demarc.source.files;

import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.util.Locale;

/** Commands that export resources in the shape that rules are about, for hints. */
final class Export {
    private Export() {}

    /** The command for a type; the id tells where the list of a child type is. */
    static String command(ResourceId id, ResourceType type) {
        String folded = type.folded();
        String table = table(type);
        if (table.equals("resources") && id.kind() == ResourceId.Kind.CHILD) {
            return "export with `az rest --method get --url \"" + list(id) + "?api-version=<version>\"`";
        }
        return "export with `az graph query -q \"" + table + " | where type =~ '" + folded + "'\" --first 1000`";
    }

    private static String table(ResourceType type) {
        return switch (type.namespace().toLowerCase(Locale.ROOT)) {
            case "microsoft.authorization" ->
                type.folded().startsWith("microsoft.authorization/role") ? "authorizationresources" : "policyresources";
            case "microsoft.resources", "microsoft.management" -> "resourcecontainers";
            case "microsoft.security" -> "securityresources";
            case "microsoft.policyinsights" -> "policyresources";
            default -> "resources";
        };
    }

    private static String list(ResourceId id) {
        return id.text().substring(0, id.text().lastIndexOf('/'));
    }
}
