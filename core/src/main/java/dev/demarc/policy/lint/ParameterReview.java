package dev.demarc.policy.lint;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parameters that nobody uses or that an assigner could not understand. */
final class ParameterReview {
    private static final Pattern USE = Pattern.compile("(?i)\\bparameters\\s*\\(\\s*(?:'((?:[^']|'')*)'\\s*\\))?");

    private final PolicyDefinition definition;
    private final WrittenDefinition written;
    private final Remarks remarks;

    ParameterReview(PolicyDefinition definition, WrittenDefinition written, Remarks remarks) {
        this.definition = definition;
        this.written = written;
        this.remarks = remarks;
    }

    void review() {
        var used = new HashSet<String>();
        written.properties().forEach((key, value) -> {
            if (!key.equalsIgnoreCase("parameters") && !key.equalsIgnoreCase("metadata")) {
                uses(value, used);
            }
        });
        boolean computed = used.contains("");
        for (Parameter parameter : definition.parameters()) {
            JsonPointer at = written.parameter(remarks, parameter.name());
            if (!computed && !used.contains(Constants.folded(parameter.name()))) {
                remarks.warning(
                        "unused-parameter",
                        "the parameter `" + parameter.name() + "` is never used",
                        remarks.name(at),
                        "use it as `[parameters('" + parameter.name() + "')]`, or remove it");
            }
            described(parameter, at);
        }
    }

    /** The folded names of the parameters that texts use; an empty one where a name is computed. */
    private static void uses(JsonValue value, Set<String> used) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> {
                uses(new JsonString(name), used);
                uses(member, used);
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(item -> uses(item, used));
        } else if (value instanceof JsonString text) {
            Matcher matcher = USE.matcher(text.value());
            while (matcher.find()) {
                String name = matcher.group(1);
                used.add(name == null ? "" : Constants.folded(name.replace("''", "'")));
            }
        }
    }

    private void described(Parameter parameter, JsonPointer at) {
        JsonObject metadata = metadata(parameter.name());
        if (isMissing(metadata, "displayName")) {
            remarks.note(
                    "parameter-without-display-name",
                    "the parameter `" + parameter.name() + "` has no `displayName`",
                    remarks.name(at),
                    "add `metadata.displayName`, which the portal shows to whoever assigns the policy");
        }
        if (isMissing(metadata, "description")) {
            remarks.note(
                    "parameter-without-description",
                    "the parameter `" + parameter.name() + "` has no `description`",
                    remarks.name(at),
                    "add `metadata.description` with what the value is for");
        }
        strongType(parameter, metadata, at);
    }

    private void strongType(Parameter parameter, JsonObject metadata, JsonPointer at) {
        boolean texts = parameter.type() == Parameter.Type.STRING || parameter.type() == Parameter.Type.ARRAY;
        if (!texts && metadata.getIgnoreCase("strongType") != null) {
            remarks.warning(
                    "strong-type-unused",
                    "`strongType` offers texts to choose from, and the parameter is of type "
                            + parameter.type().word(),
                    remarks.name(remarks.child(remarks.child(at, "metadata"), "strongType")),
                    "make the parameter a String or an Array, or remove `strongType`");
        }
    }

    private JsonObject metadata(String parameter) {
        return written.object("parameters")
                .filter(all -> all.get(parameter) instanceof JsonObject)
                .map(all -> all.object(parameter))
                .filter(one -> one.getIgnoreCase("metadata") instanceof JsonObject)
                .map(one -> (JsonObject) one.getIgnoreCase("metadata"))
                .orElse(JsonObject.empty());
    }

    private static boolean isMissing(JsonObject metadata, String key) {
        JsonValue value = metadata.getIgnoreCase(key);
        return value == null
                || (value instanceof JsonString text && text.value().isBlank());
    }
}
