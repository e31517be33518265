package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.document.Quote;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.assignment.PolicyDocument;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policies that a template deploys, at any scope and in templates nested in it. Only what it says literally is read:
 * where an expression decides what a policy says, the policy is told and left out. What the template writes as {@code
 * [[} is {@code [} in the policy.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions">Template
 *     expressions: escape characters</a>
 */
final class ArmTemplate {
    private final Places places;
    private final Harvest harvest;
    private int found;

    ArmTemplate(Places places, Harvest harvest) {
        this.places = places;
        this.harvest = harvest;
    }

    /** Reads the template at a pointer of the document. */
    void read(JsonObject template, JsonPointer at) {
        resources(template, at);
        if (found == 0) {
            harvest.repeatable(Diagnostic.note(
                    "template-without-policies",
                    "the template deploys no policy",
                    places.of(at),
                    "nothing to do; else give the template that does"));
        }
    }

    private void resources(JsonObject template, JsonPointer at) {
        JsonPointer list = at.child("resources");
        switch (template.getIgnoreCase("resources")) {
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    resource(array.get(i), list.child(i));
                }
            }
            case JsonObject named -> named.forEach((name, value) -> resource(value, list.child(name)));
            case null, default -> {}
        }
    }

    private void resource(JsonValue value, JsonPointer at) {
        if (!(value instanceof JsonObject resource)) {
            return;
        }
        String type = resource.text("type").orElse("").toLowerCase(Locale.ROOT);
        if (type.equals("microsoft.resources/deployments")) {
            JsonObject properties = resource.object("properties");
            resources(properties.object("template"), at.child("properties").child("template"));
        }
        Arrays.stream(PolicyDocument.Kind.values())
                .filter(kind -> kind.type().toLowerCase(Locale.ROOT).equals(type))
                .findFirst()
                .ifPresent(kind -> policy(kind, resource, at));
        resources(resource, at);
    }

    private void policy(PolicyDocument.Kind kind, JsonObject resource, JsonPointer at) {
        found++;
        Optional<JsonPointer> expression = expression(resource, at);
        if (expression.isPresent()) {
            leftOut(resource, places.of(expression.get()));
            return;
        }
        JsonObject content = (JsonObject) literal(resource);
        Places inside = Pieces.inside(places, at);
        if (kind == PolicyDocument.Kind.DEFINITION || kind == PolicyDocument.Kind.INITIATIVE) {
            harvest.policy(new PolicyDocument(kind, content, inside));
            return;
        }
        Optional<String> id = id(kind, content);
        if (id.isEmpty()) {
            harvest.refused(Diagnostic.error(
                    "template-scope-unknown",
                    "the template does not say the scope of "
                            + Quote.of(content.text("name").orElse("this")),
                    places.of(at),
                    "give what `az policy assignment list` prints after the deployment"));
            return;
        }
        var identified = JsonObject.builder().put("id", id.get());
        content.forEach((name, value) -> {
            if (!name.equals("id")) {
                identified.put(name, value);
            }
        });
        harvest.policy(new PolicyDocument(kind, identified.build(), inside));
    }

    private static Optional<String> id(PolicyDocument.Kind kind, JsonObject content) {
        Optional<String> scope =
                content.text("scope").or(() -> content.object("properties").text("scope"));
        return scope.map(text -> text.startsWith("/") ? text : "/providers/" + text)
                .filter(text -> ResourceId.parse(text).isPresent())
                .flatMap(text -> content.text("name").map(name -> text + "/providers/" + kind.type() + "/" + name));
    }

    private void leftOut(JsonObject resource, Place place) {
        String name = resource.text("name").orElse("a policy");
        harvest.refused(Diagnostic.error(
                "template-expression",
                Quote.of(name) + " is decided by an expression of the template, so what it says is not known",
                place,
                "deploy the template and give what `az policy definition list` prints, or write the policy literally"));
    }

    /** The first expression that the deployment would compute; empty when all is literal. */
    private static Optional<JsonPointer> expression(JsonObject resource, JsonPointer at) {
        if (resource.get("copy") != null) {
            return Optional.of(at.child("copy"));
        }
        for (String name : resource.names()) {
            boolean concerns = !name.equals("dependsOn") && !name.equals("condition") && !name.equals("resources");
            Optional<JsonPointer> found = concerns ? in(resource.get(name), at.child(name)) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        JsonValue condition = resource.get("condition");
        return condition == null || condition == JsonBoolean.TRUE
                ? Optional.empty()
                : Optional.of(at.child("condition"));
    }

    private static Optional<JsonPointer> in(@Nullable JsonValue value, JsonPointer at) {
        return switch (value) {
            case JsonString text when isExpression(text.value()) -> Optional.of(at);
            case JsonObject object -> {
                for (String name : object.names()) {
                    Optional<JsonPointer> found = in(object.get(name), at.child(name));
                    if (found.isPresent()) {
                        yield found;
                    }
                }
                yield Optional.empty();
            }
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    Optional<JsonPointer> found = in(array.get(i), at.child(i));
                    if (found.isPresent()) {
                        yield found;
                    }
                }
                yield Optional.empty();
            }
            case null, default -> Optional.empty();
        };
    }

    private static boolean isExpression(String text) {
        return text.startsWith("[") && !text.startsWith("[[") && text.endsWith("]");
    }

    /** The value that the deployment hands on. */
    private static JsonValue literal(JsonValue value) {
        return switch (value) {
            case JsonString text
            when text.value().startsWith("[[") && text.value().endsWith("]") ->
                new JsonString(text.value().substring(1));
            case JsonObject object -> {
                var literal = JsonObject.builder();
                object.forEach((name, member) -> literal.put(name, literal(member)));
                yield literal.build();
            }
            case JsonArray array ->
                JsonArray.of(array.stream().map(ArmTemplate::literal).toList());
            default -> value;
        };
    }
}
