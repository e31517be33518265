package dev.demarc.policy.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What to do in a policy rule instead of calling functions that only deployment templates have. Source of the names:
 * "policy functions" in Microsoft's documentation of the definition structure.
 */
final class TemplateFunctions {
    private static final Map<String, String> INSTEAD = instead();

    private TemplateFunctions() {}

    /** What to do instead; empty when deployment templates have no such function either, or policies have it too. */
    static Optional<String> instead(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return folded.startsWith("list") && folded.length() > 4
                ? Optional.of("a rule cannot read keys or secrets; compare a property that shows the same")
                : Optional.ofNullable(INSTEAD.get(folded));
    }

    private static Map<String, String> instead() {
        var instead = new HashMap<String, String>();
        put(instead, "use `count` with `where` to look at every member of an array", List.of("copyindex"));
        put(
                instead,
                "use `count` with `where`; a rule has no lambdas",
                List.of("filter", "map", "reduce", "sort", "toobject", "groupby", "mapvalues", "lambda"));
        put(instead, "use `count` with `where` and `current`", List.of("lambdavariables"));
        put(
                instead,
                "use the effect `auditIfNotExists` to look at another resource, or `field` for this one",
                List.of("reference"));
        put(instead, "use `guid` with texts that stay the same", List.of("newguid"));
        put(
                instead,
                "write the id with `concat`, from `subscription().id` or `resourceGroup().id`",
                List.of("resourceid", "subscriptionresourceid", "tenantresourceid", "extensionresourceid"));
        put(instead, "use a parameter with a `defaultValue`", List.of("variables"));
        put(instead, "use `addDays`", List.of("datetimeadd"));
        put(
                instead,
                "compare dates as texts such as `2026-01-31T00:00:00Z`",
                List.of("datetimefromepoch", "datetimetoepoch"));
        put(
                instead,
                "make the value a parameter, given when the policy is assigned",
                List.of("deployment", "environment", "tenant", "managementgroup", "pickzones", "providers"));
        return Map.copyOf(instead);
    }

    private static void put(Map<String, String> instead, String what, List<String> names) {
        names.forEach(name -> instead.put(name, what));
    }
}
