package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.LocatedJson;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.policy.assignment.PoliciesInForce;
import dev.demarc.policy.assignment.PolicyBinder;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.lint.LibraryReview;
import dev.demarc.policy.lint.PolicyReview;
import dev.demarc.policy.syntax.PolicyParser;
import dev.demarc.policy.trial.PolicyTestReader;
import dev.demarc.policy.trial.PolicyTrial;
import dev.demarc.policy.trial.TrialResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the case files of {@code policy/cases/diagnostics}: the lines of a document, what they are read as, and every
 * diagnostic with severity, code, message, place, the {@code text} that stands there, and hint.
 */
class DiagnosticCasesTest {
    private static final Set<String> GIVEN = Set.of("reads", "text", "definition", "repeat", "times");
    private static final Set<String> EXPECTED =
            Set.of("severity", "code", "message", "line", "column", "pointer", "text", "hint");

    private static final PolicyTestReader.Files NO_FILES = new PolicyTestReader.Files() {
        @Override
        public Optional<String> policy(String text) {
            return Optional.empty();
        }

        @Override
        public Optional<JsonObject> resource(String text, Place place) {
            return Optional.empty();
        }
    };

    static List<Cases.Row> rows() {
        return Cases.rows("diagnostics", GIVEN, Set.of("diagnostics"));
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.tests(rows(), DiagnosticCasesTest::run);
    }

    private static void run(Cases.Row row) {
        JsonObject given = row.given();
        JsonObject expected = row.expected();
        String text = text(given);
        LocatedJson document = read(text);
        List<JsonObject> told = diagnostics(given, document).stream()
                .map(one -> told(one, text))
                .toList();
        expected.array("diagnostics")
                .forEach(one -> assertThat(EXPECTED).isEqualTo(Set.copyOf(((JsonObject) one).names())));
        assertThat(told).as(row.says()).isEqualTo(expected.array("diagnostics").values());
    }

    /** The lines; every {@code §} stands for as many repetitions of a text as the case says. */
    private static String text(JsonObject given) {
        int times = Integer.parseInt(given.text("times").orElse("0"));
        String repeated = given.text("repeat").orElse("").repeat(times);
        return String.join("\n", given.texts("text")).replace("§", repeated);
    }

    private static LocatedJson read(String text) {
        var problems = new ArrayList<Diagnostic>();
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var located = LocatedJson.read(in, "policy.json", problems::add);
        assertThat(problems).isEmpty();
        return located.orElseThrow();
    }

    private static List<Diagnostic> diagnostics(JsonObject given, LocatedJson read) {
        var context = World.context(JsonObject.empty());
        return switch (given.text("reads").orElse("")) {
            case "definition" ->
                PolicyParser.definition(read.value(), read.places()).diagnostics();
            case "check" -> {
                var definition = PolicyParser.definition(read.value(), read.places());
                yield PolicyCheck.of(
                                definition.value().orElseThrow(),
                                World.byName(JsonObject.empty()),
                                read.places(),
                                World.PROVIDERS,
                                context)
                        .diagnostics();
            }
            case "review" -> PolicyReview.of(read, World.PROVIDERS, SemanticsProfile.DOCUMENTED);
            case "condition" ->
                PolicyCondition.of(read.value(), read.places(), World.PROVIDERS, context)
                        .diagnostics();
            case "parameters" ->
                PolicyParser.parameters(read.value(), read.places()).diagnostics();
            case "assigned" -> {
                var definition = PolicyParser.definition(given.object("definition"), Places.unknownLines("definition"));
                yield PolicyCheck.of(
                                definition.value().orElseThrow(),
                                World.byName((JsonObject) read.value()),
                                read.places(),
                                World.PROVIDERS,
                                context)
                        .diagnostics();
            }
            case "tests" ->
                PolicyTestReader.read((JsonObject) read.value(), read.places(), NO_FILES)
                        .diagnostics();
            case "document" ->
                PolicyLibrary.of(List.of(new PolicyDocument(
                                PolicyDocument.kindOf((JsonObject) read.value()).orElseThrow(),
                                (JsonObject) read.value(),
                                read.places())))
                        .diagnostics();
            case "documents" -> {
                var documents = new ArrayList<PolicyDocument>();
                JsonArray all = (JsonArray) read.value();
                for (int i = 0; i < all.size(); i++) {
                    var content = (JsonObject) all.get(i);
                    documents.add(new PolicyDocument(
                            PolicyDocument.kindOf(content).orElseThrow(),
                            content,
                            under(read.places(), Integer.toString(i))));
                }
                PolicyLibrary library = PolicyLibrary.of(documents);
                var told = new ArrayList<>(library.diagnostics());
                var binder = new PolicyBinder(library, World.PROVIDERS, context).assignments();
                library.initiatives().forEach(binder::initiative);
                PoliciesInForce inForce = binder.inForce();
                told.addAll(inForce.diagnostics());
                told.addAll(LibraryReview.of(library, inForce));
                yield told.stream().distinct().toList();
            }
            case "trial" -> {
                var documents = new ArrayList<PolicyDocument>();
                var all = (JsonObject) read.value();
                JsonArray written = all.array("documents");
                for (int i = 0; i < written.size(); i++) {
                    var content = (JsonObject) written.get(i);
                    documents.add(new PolicyDocument(
                            PolicyDocument.kindOf(content).orElseThrow(),
                            content,
                            under(under(read.places(), "documents"), Integer.toString(i))));
                }
                var tests = PolicyTestReader.read(all.object("test"), under(read.places(), "test"), NO_FILES)
                        .value()
                        .orElseThrow();
                var trial = new PolicyTrial(
                        PolicyLibrary.of(documents), World.PROVIDERS, context.semantics(), context.now());
                yield tests.cases().stream()
                        .flatMap(one ->
                                trial.of(tests, one).outcome() instanceof TrialResult.NotRun(List<Diagnostic> why)
                                        ? why.stream()
                                        : Stream.empty())
                        .toList();
            }
            case "semantics" ->
                SemanticsProfile.parse(
                                ((JsonString) read.value()).value(),
                                read.places().of(JsonPointer.ROOT))
                        .diagnostics();
            default ->
                throw new IllegalArgumentException(
                        "a case reads a definition, review, document, documents, check, condition, parameters, semantics, assigned,"
                                + " tests, trial");
        };
    }

    private static Places under(Places places, String member) {
        return pointer -> {
            var tokens = new ArrayList<String>();
            tokens.add(member);
            tokens.addAll(pointer.tokens());
            return places.of(new JsonPointer(tokens));
        };
    }

    private static JsonObject told(Diagnostic diagnostic, String text) {
        Place place = diagnostic.place();
        return JsonObject.builder()
                .put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT))
                .put("code", diagnostic.code())
                .put("message", diagnostic.message())
                .put("line", place.line())
                .put("column", place.column())
                .put("pointer", place.pointer().toString())
                .put("text", at(text, place))
                .put("hint", diagnostic.hint())
                .build();
    }

    /** What is underlined at a place; nothing where the document has no such line. */
    private static String at(String text, Place place) {
        if (place.line() == 0) {
            return "";
        }
        String line = text.split("\n", -1)[(int) place.line() - 1];
        int from = line.offsetByCodePoints(0, place.column() - 1);
        return line.substring(from, line.offsetByCodePoints(from, place.length()));
    }
}
