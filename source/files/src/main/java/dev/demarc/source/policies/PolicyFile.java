package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.DocumentText;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonReader;
import dev.demarc.document.JsonSink;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.document.Spread;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.source.files.Continuation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reading of one file of policies: recognises each value and hands it on. */
final class PolicyFile implements JsonSink {
    private static final Spread LISTS = Spread.of("value", "Value", "data", "Data");

    private final Path path;
    private final DocumentText written;
    private final Harvest harvest;
    private final PolicyParts parts;
    private DocumentText text;
    private int nameless;

    PolicyFile(Path path, DocumentText text, Harvest harvest, PolicyParts parts) {
        this.path = path;
        this.written = text;
        this.text = text;
        this.harvest = harvest;
        this.parts = parts;
    }

    /**
     * Reads the file.
     *
     * @param comments whether JSON with comments is meant
     */
    void read(boolean comments) {
        if (parts.isPart(path)) {
            harvest.taken();
            parts.add(path, comments ? written.withoutComments() : written);
            return;
        }
        Optional<Place> comment = comments ? Optional.empty() : written.firstComment();
        if (comment.isPresent()) {
            harvest.refused(Diagnostic.error(
                    "comment-in-json",
                    "a comment stands here, which JSON does not know and Azure's tools refuse",
                    comment.get(),
                    "remove it, or name the file `.jsonc`"));
            return;
        }
        text = comments ? written.withoutComments() : written;
        text.read(new JsonReader(), LISTS, this);
    }

    @Override
    public void value(JsonValue value, Place place) {
        value(value, text.places(place));
    }

    @Override
    public void envelope(JsonObject rest, Place place) {
        if (Continuation.isIn(rest)) {
            harvest.problem(Diagnostic.warning(
                    "page-unread",
                    "the list goes on at a link that was not followed",
                    place,
                    "ask for the rest, `az policy definition list` follows all links, and read it too"));
            harvest.gap("the list at " + place + " goes on, so what follows was not judged by", "read the rest too");
        }
        if (rest.get("error") != null) {
            value(rest, place);
        }
    }

    @Override
    public void lost(Diagnostic why, Loss loss) {
        harvest.refused(why);
    }

    private void value(JsonValue value, Places places) {
        switch (PolicyShape.of(value)) {
            case PolicyShape.Policy(PolicyDocument.Kind kind, JsonObject content) -> {
                harvest.taken();
                policy(kind, content, places);
            }
            case PolicyShape.Page(Optional<String> member, JsonArray items, JsonObject rest) -> {
                for (int i = 0; i < items.size(); i++) {
                    JsonPointer at = member.map(JsonPointer.ROOT::child).orElse(JsonPointer.ROOT);
                    value(items.get(i), Pieces.inside(places, at.child(i)));
                }
                if (Continuation.isIn(rest)) {
                    envelope(rest, places.of(JsonPointer.ROOT));
                }
            }
            case PolicyShape.Template(JsonObject content) -> {
                harvest.taken();
                new ArmTemplate(places, harvest).read(content, JsonPointer.ROOT);
            }
            case PolicyShape.Rule(JsonObject content) -> {
                harvest.taken();
                parts.rule(path, content, places);
            }
            case PolicyShape.Tree(JsonObject content) -> later(Harvest.Pending.Kind.TREE, content, places);
            case PolicyShape.Exemptions(JsonObject content) -> later(Harvest.Pending.Kind.EXEMPTIONS, content, places);
            case PolicyShape.Settings(JsonObject content) -> later(Harvest.Pending.Kind.SETTINGS, content, places);
            case PolicyShape.Tests(JsonObject content) -> later(Harvest.Pending.Kind.TESTS, content, places);
            case PolicyShape.Refused no -> refused(no, places.of(JsonPointer.ROOT));
            case PolicyShape.Other() -> other(value, places);
        }
    }

    private void refused(PolicyShape.Refused no, Place place) {
        if (no.code().equals("estate-export") && TestFiles.isBesideTests(path)) {
            harvest.other();
            return;
        }
        Diagnostic.Severity severity = no.error() ? Diagnostic.Severity.ERROR : Diagnostic.Severity.WARNING;
        harvest.refused(new Diagnostic(severity, no.code(), no.message(), place, no.hint()));
    }

    private void other(JsonValue value, Places places) {
        if (TestFiles.isTestFile(path) && value instanceof JsonObject object) {
            later(Harvest.Pending.Kind.TESTS, object, places);
            return;
        }
        harvest.other();
        if (!TestFiles.isBesideTests(path)) {
            harvest.repeatable(Diagnostic.note(
                    "not-a-policy",
                    "this is JSON about something else than policies",
                    places.of(JsonPointer.ROOT),
                    "nothing to do; else give what `az policy definition list` or `show` prints"));
        }
    }

    private void later(Harvest.Pending.Kind kind, JsonObject content, Places places) {
        harvest.taken();
        harvest.later(new Harvest.Pending(kind, content, places, path));
    }

    /** A policy, and the ones that exports for PSRule put inside an assignment. */
    private void policy(PolicyDocument.Kind kind, JsonObject content, Places places) {
        harvest.policy(new PolicyDocument(kind, identified(kind, content), places));
        if (kind == PolicyDocument.Kind.ASSIGNMENT) {
            for (String member : List.of("PolicyDefinitions", "exemptions")) {
                embedded(content.getIgnoreCase(member), JsonPointer.ROOT.child(member), places);
            }
        }
    }

    private void embedded(@Nullable JsonValue value, JsonPointer at, Places places) {
        if (!(value instanceof JsonArray items)) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            Places inside = Pieces.inside(places, at.child(i));
            switch (PolicyShape.of(items.get(i))) {
                case PolicyShape.Policy(PolicyDocument.Kind kind, JsonObject content) ->
                    harvest.policy(new PolicyDocument(kind, identified(kind, content), inside));
                case PolicyShape.Refused no -> refused(no, inside.of(JsonPointer.ROOT));
                default ->
                    harvest.problem(Diagnostic.warning(
                            "not-a-policy",
                            "this is neither a definition nor an exemption",
                            inside.of(JsonPointer.ROOT),
                            "export the assignment again"));
            }
        }
    }

    /** PowerShell writes the id of an assignment as a member of its own; a policy without a name gets its file's. */
    private JsonObject identified(PolicyDocument.Kind kind, JsonObject content) {
        if (has(content, "id") || has(content, "resourceId")) {
            return content;
        }
        return switch (kind) {
            case ASSIGNMENT ->
                content.getIgnoreCase("PolicyAssignmentId") instanceof JsonString id
                        ? with(content, "id", id)
                        : content;
            case DEFINITION, INITIATIVE -> {
                boolean named = has(content, "name")
                        || has(content, "policyDefinitionId")
                        || has(content, "policySetDefinitionId");
                if (named) {
                    yield content;
                }
                nameless++;
                String name = PolicyParts.nameOf(path) + (nameless > 1 ? "-" + nameless : "");
                yield with(content, "name", new JsonString(name));
            }
            case EXEMPTION, ATTESTATION -> content;
        };
    }

    private static boolean has(JsonObject content, String name) {
        return content.getIgnoreCase(name) instanceof JsonString;
    }

    private static JsonObject with(JsonObject content, String name, JsonValue value) {
        var longer = JsonObject.builder();
        content.forEach(longer::put);
        return longer.set(name, value).build();
    }
}
