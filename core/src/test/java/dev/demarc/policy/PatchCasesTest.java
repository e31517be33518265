package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Subject;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.JsonWriter;
import dev.demarc.document.Places;
import dev.demarc.estate.Resource;
import dev.demarc.policy.effect.Change;
import dev.demarc.policy.effect.Conflicts;
import dev.demarc.policy.effect.Patch;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the case files of {@code policy/cases/patches} and {@code policy/cases/conflicts}: the changes that a rule wants
 * on a resource, as {@code action place: fate}, the JSON patch of them, the document {@code after} it and the verdict
 * {@code again}; and the conflicts among several rules, as {@code one other place: value or value}.
 */
class PatchCasesTest {

    @TestFactory
    Stream<DynamicTest> patches() {
        return Cases.tests(
                Cases.rows(
                        "patches",
                        Set.of("rule", "parameters", "request"),
                        Set.of("of", "around", "changes", "patch", "after", "again")),
                PatchCasesTest::patch);
    }

    private static void patch(Cases.Row row) {
        PolicyCheck check = check(row.given().object("rule"), row.given());
        Subject subject =
                World.subject(row.expected().object("of"), row.expected().array("around"));
        Optional<Patch> patch = check.patch(subject);
        assertThat(patch.map(Patch::changes)
                        .map(changes ->
                                changes.stream().map(PatchCasesTest::told).toList()))
                .as(row.says())
                .isEqualTo(Optional.ofNullable(row.expected().get("changes"))
                        .map(any -> row.expected().texts("changes")));
        JsonValue wanted = row.expected().get("patch");
        if (wanted != null) {
            assertThat(patch.orElseThrow().json().json()).as(row.says()).isEqualTo(wanted);
            assertThat(patch.orElseThrow().json().text()).isEqualTo(JsonWriter.compact(wanted));
        }
        if (row.expected().get("after") instanceof JsonObject after) {
            JsonObject changed =
                    patch.orElseThrow().applied(subject.resource().document()).orElseThrow();
            assertThat(changed).as(row.says()).isEqualTo(after);
            Resource resource = subject.resource();
            var again = new Subject(
                    new Resource(resource.id(), resource.type(), changed, resource.detail()), subject.neighbours());
            assertThat(check.judge(again).verdict().word())
                    .as(row.says())
                    .isEqualTo(row.expected().text("again").orElse("compliant"));
        }
    }

    private static String told(Change change) {
        return change.action().word() + " " + change.at() + ": "
                + switch (change.fate()) {
                    case Change.Made made -> "made";
                    case Change.AlreadySo already -> "already so";
                    case Change.Skipped skipped -> "skipped, " + skipped.why();
                    case Change.Refused refused -> "denied, " + refused.why();
                    case Change.Open open -> "open, " + open.why();
                };
    }

    private static PolicyCheck check(JsonObject rule, JsonObject given) {
        var parsed = PolicyCheck.parse(
                "a-rule",
                rule,
                given.object("parameters"),
                Optional.empty(),
                Places.unknownLines("case"),
                World.PROVIDERS,
                World.context(given));
        assertThat(parsed.errors()).isEmpty();
        return parsed.value().orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> conflicts() {
        return Cases.tests(
                Cases.rows("conflicts", Set.of("rules"), Set.of("of", "conflicts")), PatchCasesTest::conflicts);
    }

    private static void conflicts(Cases.Row row) {
        Subject subject = World.subject(row.expected().object("of"), JsonArray.of());
        var wishes = new ArrayList<Conflicts.Wish<String>>();
        row.given()
                .object("rules")
                .forEach((name, rule) -> check((JsonObject) rule, JsonObject.empty())
                        .patch(subject)
                        .ifPresent(patch -> wishes.add(new Conflicts.Wish<>(name, patch))));
        assertThat(Conflicts.among(wishes).stream()
                        .map(one -> one.one() + " " + one.other() + " " + one.at() + ": " + said(one.oneWants())
                                + " or " + said(one.otherWants()))
                        .toList())
                .as(row.says())
                .isEqualTo(row.expected().texts("conflicts"));
    }

    private static String said(Optional<JsonValue> value) {
        return value.map(JsonWriter::compact).orElse("nothing");
    }
}
