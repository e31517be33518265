package dev.demarc.source.files;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Quote;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a document is by what it holds, never by its file's name.
 *
 * <p>The type of a resource is the one its id spells. Documents that name another one exist and are wrong for our
 * purpose: old names ({@code Microsoft.ServiceBus/Topic}), the type without the slot ({@code Microsoft.Web/sites/config}
 * under a slot), the type of the resource that an extension hangs on ({@code microsoft.keyvault/vaults} for a diagnostic
 * setting). Azure Policy too takes the type from the request's id. Where both agree, the document's spelling is kept.
 */
final class Recognition {
    /** Members that resource listings give besides the configuration, and those that Resource Graph adds. */
    private static final Set<String> ENVELOPE = Set.of(
            "id",
            "name",
            "type",
            "location",
            "tags",
            "sku",
            "kind",
            "plan",
            "identity",
            "managedby",
            "managedbyextended",
            "zones",
            "extendedlocation",
            "systemdata",
            "createdtime",
            "changedtime",
            "provisioningstate",
            "etag",
            "entitytag",
            "resourcegroup",
            "subscriptionid",
            "tenantid",
            "apiversion",
            "properties",
            "scale",
            "resourceid",
            "location-display-name",
            "subscriptiondisplayname",
            "c7n:parent-id");

    private Recognition() {}

    /** What a value from a file is. */
    static Shape of(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return refused(
                    "not-a-resource",
                    "this is " + article(value.kind()) + ", not a resource",
                    "give exports of resources: each is an object with an `id`");
        }
        Optional<ResourceId> id = object.text("id").flatMap(ResourceId::parse);
        return id.isPresent() && id.get().kind() != ResourceId.Kind.TENANT
                ? withId(object, id.get())
                : withoutId(object);
    }

    private static Shape withId(JsonObject object, ResourceId id) {
        if (object.get("eventTimestamp") != null && object.get("operationName") != null) {
            return refused(
                    "activity-log",
                    "this is an activity log event, not a resource",
                    "give exports of resources; events say what happened, not what is");
        }
        Optional<String> written = object.text("type");
        Optional<ResourceType> named = written.flatMap(ResourceType::parse);
        boolean agrees = named.isPresent() && named.get().equals(id.type());
        ResourceType type = agrees ? named.get() : id.type();
        JsonValue properties = object.get("properties");
        if (properties instanceof JsonObject || isSubscription(object, id)) {
            Optional<JsonPointer> cut = PowerShellText.in(object);
            if (cut.isPresent()) {
                return missing(
                        "powershell-depth",
                        "PowerShell wrote the name of an object instead of the object at "
                                + Quote.of(cut.get().toString()),
                        "export again with `ConvertTo-Json -Depth 100`");
            }
            return new Shape.Found(id, type, Resource.Detail.FULL, written.isPresent() && !agrees);
        }
        if (object.get("Properties") != null) {
            return powerShell(Export.command(id, type));
        }
        if (properties != null && properties != JsonNull.NULL) {
            return missing(
                    "properties-not-object",
                    "`properties` of " + Quote.of(id.text()) + " is " + article(properties.kind()) + ", not an object",
                    Export.command(id, type));
        }
        if (object.size() == 1) {
            return missing(
                    "only-an-id",
                    "this names a resource and says nothing about it: " + Quote.of(id.text()),
                    Export.command(id, type));
        }
        return hasOnlyEnvelope(object)
                ? new Shape.Found(id, type, Resource.Detail.LISTED, written.isPresent() && !agrees)
                : new Shape.Flattened(id, type);
    }

    /** Azure answers subscriptions without {@code properties}; what it says of them stands at the root. */
    private static boolean isSubscription(JsonObject object, ResourceId id) {
        return id.kind() == ResourceId.Kind.SUBSCRIPTION
                && object.get("subscriptionId") != null
                && object.get("state") != null;
    }

    private static boolean hasOnlyEnvelope(JsonObject object) {
        for (int i = 0; i < object.size(); i++) {
            if (object.value(i) != JsonNull.NULL
                    && !ENVELOPE.contains(object.name(i).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    private static Shape withoutId(JsonObject object) {
        Shape answer = answer(object);
        if (answer != null) {
            return answer;
        }
        if (object.get("Properties") != null && (object.get("Id") != null || object.get("ResourceId") != null)) {
            return powerShell("export with `az graph query -q resources --first 1000`");
        }
        Shape known = knownOther(object);
        if (known != null) {
            return known;
        }
        if (object.get("id") instanceof JsonString id && looksLikeResource(object)) {
            return missing(
                    "id-invalid",
                    "this looks like a resource, but its id is none: " + Quote.of(id.value()),
                    "export the resource again; an id starts with /subscriptions/ or /providers/");
        }
        if (looksLikeResource(object)) {
            return missing(
                    "id-missing",
                    "this looks like a resource, but has no id",
                    "export it whole, with its `id`; do not cut it with --query");
        }
        return refused(
                "not-a-resource",
                "this is no resource: it has no id and no list of resources",
                "give what `az resource show`, `az graph query` or `az rest` print");
    }

    private static @Nullable Shape answer(JsonObject object) {
        if (object.get("error") instanceof JsonObject error
                && error.text("code").isPresent()) {
            return errorAnswer(error);
        }
        for (String member : new String[] {"value", "data", "Data", "Value"}) {
            JsonValue list = object.get(member);
            if (list instanceof JsonArray items) {
                return new Shape.Page(member, items, object);
            }
            if (list instanceof JsonObject table
                    && table.get("columns") instanceof JsonArray columns
                    && table.get("rows") instanceof JsonArray rows) {
                return new Shape.Table(columns, rows, object);
            }
        }
        return null;
    }

    private static Shape errorAnswer(JsonObject error) {
        String code = error.text("code").orElse("");
        boolean denied = code.contains("Authorization") || code.contains("Forbidden") || code.contains("Denied");
        return new Shape.Refused(
                Diagnostic.Severity.ERROR,
                denied ? "answer-denied" : "answer-error",
                "Azure answered with an error instead of data: " + Quote.of(code),
                denied ? "ask for the Reader role on this scope, then export again" : "export again",
                Optional.of(denied ? Gap.Kind.NO_PERMISSION : Gap.Kind.UNREADABLE));
    }

    private static @Nullable Shape knownOther(JsonObject object) {
        String schema = object.text("$schema").orElse("").toLowerCase(Locale.ROOT);
        if (schema.contains("deploymentparameters")) {
            return template("this is a parameter file of a template, not a resource");
        }
        if (schema.contains("deploymenttemplate")
                || (object.get("contentVersion") != null && object.get("resources") != null)) {
            return template("this is a template: it says what should be deployed, not what is");
        }
        if (object.get("policyRule") != null || object.object("properties").get("policyRule") != null) {
            return refused(
                    "policy-definition",
                    "this is a policy definition without an id: a rule, not a resource",
                    "give exports of resources; a rule says nothing about them");
        }
        if (object.get("terraform_version") != null
                || object.get("planned_values") != null
                || (object.get("lineage") != null && object.get("serial") != null)) {
            return refused(
                    "terraform",
                    "this is a Terraform state or plan, not what Azure answers",
                    "export the resources from Azure: `az graph query -q resources --first 1000`");
        }
        if (object.get("cloudName") != null && object.get("tenantId") != null) {
            return refused(
                    "account-list",
                    "this is a sign-in's view of a subscription (`az account list`), not the subscription",
                    "export subscriptions: `az rest --method get --url /subscriptions?api-version=2022-12-01`");
        }
        return null;
    }

    private static Shape powerShell(String hint) {
        return missing("powershell", "this is the shape of Azure PowerShell's objects, not what Azure answers", hint);
    }

    private static Shape template(String message) {
        return refused("template", message, "deploy it, then export the resources");
    }

    private static boolean looksLikeResource(JsonObject object) {
        return object.text("type").flatMap(ResourceType::parse).isPresent()
                && (object.get("properties") instanceof JsonObject || object.get("location") != null);
    }

    private static Shape refused(String code, String message, String hint) {
        return new Shape.Refused(Diagnostic.Severity.WARNING, code, message, hint, Optional.empty());
    }

    private static Shape missing(String code, String message, String hint) {
        return new Shape.Refused(Diagnostic.Severity.ERROR, code, message, hint, Optional.of(Gap.Kind.UNREADABLE));
    }

    private static String article(String kind) {
        return switch (kind) {
            case "array", "object" -> "an " + kind;
            case "null" -> kind;
            default -> "a " + kind;
        };
    }
}
