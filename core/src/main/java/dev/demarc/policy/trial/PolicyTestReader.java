package dev.demarc.policy.trial;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.expression.Nearest;
import dev.demarc.policy.syntax.Parsed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads test files. A case that is wrong is left out with an error, and the file is still read; it is not read where no
 * case is left or the policy is not said.
 */
public final class PolicyTestReader {
    private static final List<String> FILE =
            List.of("$schema", "policy", "referenceId", "parameters", "at", "profile", "request", "cases");
    private static final List<String> CASE = List.of(
            "name",
            "referenceId",
            "resource",
            "resourceFile",
            "related",
            "collected",
            "parameters",
            "profile",
            "request",
            "expect");
    private static final Map<String, SemanticsProfile> PROFILES =
            Map.of("documented", SemanticsProfile.DOCUMENTED, "regorus", SemanticsProfile.REGORUS);

    private final Places places;
    private final Files files;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private PolicyTestReader(Places places, Files files) {
        this.places = places;
        this.files = files;
    }

    /** What the files hold that a test file names, relative to it. */
    public interface Files {
        /** The document that a policy's text names as a file; empty when the text is a name or an id. */
        Optional<String> policy(String text);

        /** The one resource in a file; empty when there is none to be read, with the reason told. */
        Optional<JsonObject> resource(String text, Place place);
    }

    /** The tests that a document says, and what is wrong with them. */
    public static Parsed<PolicyTestFile> read(JsonObject document, Places places, Files files) {
        var reader = new PolicyTestReader(places, files);
        return new Parsed<>(reader.file(document), reader.found);
    }

    private Optional<PolicyTestFile> file(JsonObject file) {
        JsonPointer root = JsonPointer.ROOT;
        checkKeys(file, FILE, root);
        Optional<String> policy = text(file, "policy", root);
        if (policy.isEmpty()) {
            missing("policy", root, "add `policy`: the file, name or id of what is tested");
        }
        Map<String, JsonValue> parameters = parameters(file, root);
        var defaults = new Defaults(
                text(file, "referenceId", root), parameters, profile(file, root), object(file, "request", root));
        Optional<Instant> at = instant(file);
        List<PolicyTestCase> cases = cases(file, defaults);
        if (policy.isEmpty() || cases.isEmpty()) {
            return Optional.empty();
        }
        Place place = places.of(root.child("policy"));
        PolicyTestFile.Target target = files.policy(policy.get())
                .<PolicyTestFile.Target>map(document -> new PolicyTestFile.Target.InFile(policy.get(), document, place))
                .orElseGet(() -> new PolicyTestFile.Target.Named(policy.get(), place));
        return Optional.of(new PolicyTestFile(target, at, cases, places.of(root)));
    }

    /** What holds for every case that does not say otherwise. */
    private record Defaults(
            Optional<String> referenceId,
            Map<String, JsonValue> parameters,
            Optional<SemanticsProfile> profile,
            Optional<JsonObject> request) {}

    private List<PolicyTestCase> cases(JsonObject file, Defaults defaults) {
        var cases = new ArrayList<PolicyTestCase>();
        JsonPointer at = JsonPointer.ROOT.child("cases");
        if (file.get("cases") instanceof JsonArray none && none.isEmpty()) {
            error("missing-cases", "`cases` holds no case", at, "add a case with `resource` and `expect`");
            return cases;
        }
        if (!(file.get("cases") instanceof JsonArray array)) {
            error("missing-cases", "the file has no `cases`", JsonPointer.ROOT, "add `cases` with at least one case");
            return cases;
        }
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonObject one) {
                oneCase(one, at.child(i), defaults).ifPresent(cases::add);
            } else {
                wrongType("cases", "a list of objects", array.get(i), at.child(i));
            }
        }
        return cases;
    }

    private Optional<PolicyTestCase> oneCase(JsonObject one, JsonPointer at, Defaults defaults) {
        int before = found.size();
        checkKeys(one, CASE, at);
        Optional<String> name = text(one, "name", at);
        if (name.isEmpty()) {
            missing("name", at, "say in a few words what is expected");
        } else if (!names.add(name.get().toLowerCase(Locale.ROOT))) {
            error("duplicate-case", "two cases are called `" + name.get() + "`", at.child("name"), "rename one");
        }
        Optional<JsonObject> resource = resource(one, at);
        List<JsonObject> related = related(one, at);
        PolicyTestCase.Collected collected = collected(one, at);
        Optional<String> referenceId = text(one, "referenceId", at).or(defaults::referenceId);
        Map<String, JsonValue> own = parameters(one, at);
        Optional<SemanticsProfile> profile = profile(one, at).or(defaults::profile);
        Optional<JsonObject> request = object(one, "request", at).or(defaults::request);
        Optional<Expectation> expectation = new ExpectationReader(places, found).expectation(one.get("expect"), at);
        boolean wrong = found.subList(before, found.size()).stream()
                .anyMatch(problem -> problem.severity() == Diagnostic.Severity.ERROR);
        if (wrong || resource.isEmpty() || expectation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PolicyTestCase(
                name.orElseThrow(),
                referenceId,
                resource.get(),
                related,
                collected,
                over(defaults.parameters, own),
                profile,
                request,
                expectation.get(),
                places.of(at),
                parameterPlaces(own.keySet(), at)));
    }

    /** Values with others laid over them; names without regard to case. */
    static Map<String, JsonValue> over(Map<String, JsonValue> values, Map<String, JsonValue> others) {
        var all = new LinkedHashMap<>(values);
        all.keySet().removeIf(name -> others.keySet().stream().anyMatch(name::equalsIgnoreCase));
        all.putAll(others);
        return all;
    }

    /** Where parameters stand: in the case those that it says itself, else in the file. */
    private Places parameterPlaces(Set<String> own, JsonPointer at) {
        return pointer -> {
            boolean here =
                    !pointer.tokens().isEmpty() && own.contains(pointer.tokens().getFirst());
            var tokens = new ArrayList<>(
                    (here ? at : JsonPointer.ROOT).child("parameters").tokens());
            tokens.addAll(pointer.tokens());
            return places.of(new JsonPointer(tokens));
        };
    }

    private Optional<JsonObject> resource(JsonObject one, JsonPointer at) {
        Optional<String> file = text(one, "resourceFile", at);
        Optional<JsonObject> inline = object(one, "resource", at);
        if (file.isPresent() == inline.isPresent()) {
            error(
                    "missing-resource",
                    file.isPresent() ? "the case has both `resource` and `resourceFile`" : "the case has no `resource`",
                    at,
                    "give one of `resource` and `resourceFile`");
            return Optional.empty();
        }
        JsonPointer where = at.child(inline.isPresent() ? "resource" : "resourceFile");
        if (inline.isEmpty()) {
            Optional<JsonObject> read = files.resource(file.orElseThrow(), places.of(where));
            if (read.isEmpty()) {
                error(
                        "missing-resource",
                        "`" + file.orElseThrow() + "` holds no resource that could be read",
                        where,
                        "name a JSON file with one resource, relative to this one");
                return Optional.empty();
            }
            return identified(read.get(), where);
        }
        return identified(inline.get(), where);
    }

    /** A resource needs an id: its type, name and scope are read from it. */
    private Optional<JsonObject> identified(JsonObject resource, JsonPointer at) {
        if (resource.text("id").flatMap(ResourceId::parse).isEmpty()) {
            error(
                    "missing-id",
                    "the resource has no `id`, so its type, name and scope are not known",
                    at,
                    "add `id`, such as /subscriptions/…/resourceGroups/…/providers/…");
            return Optional.empty();
        }
        return Optional.of(resource);
    }

    private List<JsonObject> related(JsonObject one, JsonPointer at) {
        var related = new ArrayList<JsonObject>();
        JsonValue value = one.get("related");
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                JsonPointer here = at.child("related").child(i);
                if (array.get(i) instanceof JsonObject object) {
                    identified(object, here).ifPresent(related::add);
                } else {
                    wrongType("related", "a list of objects", array.get(i), here);
                }
            }
        } else if (value != null) {
            wrongType("related", "a list of resources", value, at.child("related"));
        }
        return related;
    }

    private PolicyTestCase.Collected collected(JsonObject one, JsonPointer at) {
        JsonValue value = one.get("collected");
        if (value == null || value == JsonBoolean.TRUE) {
            return new PolicyTestCase.Collected.Everything();
        }
        if (value == JsonBoolean.FALSE) {
            return new PolicyTestCase.Collected.Nothing();
        }
        var types = new ArrayList<ResourceType>();
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                Optional<ResourceType> type =
                        array.get(i) instanceof JsonString text ? ResourceType.parse(text.value()) : Optional.empty();
                type.ifPresent(types::add);
                if (type.isEmpty()) {
                    wrongType(
                            "collected",
                            "resource types",
                            array.get(i),
                            at.child("collected").child(i));
                }
            }
        } else {
            wrongType("collected", "true, false or a list of resource types", value, at.child("collected"));
        }
        return new PolicyTestCase.Collected.Types(types);
    }

    private Map<String, JsonValue> parameters(JsonObject from, JsonPointer at) {
        var values = new LinkedHashMap<String, JsonValue>();
        object(from, "parameters", at).ifPresent(given -> given.forEach(values::put));
        return values;
    }

    private Optional<SemanticsProfile> profile(JsonObject from, JsonPointer at) {
        Optional<String> word = text(from, "profile", at);
        if (word.isPresent() && !PROFILES.containsKey(word.get())) {
            error(
                    "unknown-profile",
                    "there is no profile `" + word.get() + "`",
                    at.child("profile"),
                    didYouMean(word.get(), List.of("documented", "regorus")));
        }
        return word.map(PROFILES::get);
    }

    private Optional<Instant> instant(JsonObject file) {
        Optional<String> text = text(file, "at", JsonPointer.ROOT);
        try {
            return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException notATime) {
            error(
                    "wrong-date",
                    "`at` is `" + text.orElseThrow() + "`, which is no point in time",
                    JsonPointer.ROOT.child("at"),
                    "write it as 2026-12-31T23:59:00Z");
            return Optional.empty();
        }
    }

    private Optional<JsonObject> object(JsonObject from, String key, JsonPointer at) {
        JsonValue value = from.get(key);
        if (value != null && !(value instanceof JsonObject)) {
            wrongType(key, "an object", value, at.child(key));
        }
        return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    private Optional<String> text(JsonObject from, String key, JsonPointer at) {
        @Nullable JsonValue value = from.get(key);
        if (value != null && !(value instanceof JsonString)) {
            wrongType(key, "a text", value, at.child(key));
        }
        return from.text(key).filter(text -> !text.isBlank());
    }

    private void checkKeys(JsonObject object, List<String> known, JsonPointer at) {
        for (String key : object.names()) {
            if (!known.contains(key)) {
                found.add(Diagnostic.error(
                        "unknown-key",
                        "the key `" + key + "` means nothing here",
                        places.name(at.child(key)),
                        didYouMean(key, known)));
            }
        }
    }

    private void missing(String key, JsonPointer at, String hint) {
        error("missing-member", "there is no `" + key + "`", at, hint);
    }

    private void wrongType(String what, String wanted, JsonValue got, JsonPointer at) {
        error("wrong-type", "`" + what + "` must be " + wanted + ", not " + got.kind(), at, "write " + wanted);
    }

    static String didYouMean(String typed, List<String> known) {
        return Nearest.to(typed, known)
                .map(near -> "did you mean `" + near + "`?")
                .orElse("use one of " + String.join(", ", known));
    }

    private void error(String code, String message, JsonPointer at, String hint) {
        found.add(Diagnostic.error(code, message, places.of(at), hint));
    }
}
