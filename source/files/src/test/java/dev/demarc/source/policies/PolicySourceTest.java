package dev.demarc.source.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonPointer;
import dev.demarc.knowledge.SecretFields;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.source.files.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What case files cannot say: encodings, links, source lines, the public definitions, the examples in the documents. */
class PolicySourceTest {
    private static final String RULE =
            "\"policyRule\":{\"if\":{\"field\":\"type\",\"equals\":\"X/y\"}," + "\"then\":{\"effect\":\"audit\"}}";

    @TempDir
    Path folder;

    private static PolicyReading read(Path... paths) throws IOException {
        return PolicySource.of(List.of(paths), InputStream.nullInputStream(), Tables.secretFields(), told -> {});
    }

    private static long count(PolicyReading reading, PolicyDocument.Kind kind) {
        return reading.documents().stream().filter(one -> one.kind() == kind).count();
    }

    private static Path shared(String name) {
        Path file = Tables.ROOT.resolve("../shared/data").resolve(name).normalize();
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        return file;
    }

    @Test
    void gzipByteOrderMarksAndUtf16AreRead() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(("{\"name\":\"a\"," + RULE + "}\n").getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("a.jsonl.gz"), packed.toByteArray());
        Files.writeString(folder.resolve("b.json"), "\ufeff{\"name\":\"b\"," + RULE + "}");
        Files.write(
                folder.resolve("c.json"),
                ("\ufeff{\"name\":\"c\",\n" + RULE + "}").getBytes(StandardCharsets.UTF_16LE));
        PolicyReading reading = read(folder);
        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.documents())
                .extracting(one -> one.content().text("name").orElse(""))
                .containsExactly("a", "b", "c");
        var place = reading.documents().get(2).places().of(JsonPointer.parse("/policyRule/then/effect"));
        assertThat(place.line()).isEqualTo(2);
        assertThat(reading.line(place).orElseThrow().substring(place.column() - 1))
                .startsWith("\"audit\"");
    }

    @Test
    void linksInACircleEnd() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(deep.resolve("one.json"), "{\"name\":\"one\"," + RULE + "}");
        Files.createSymbolicLink(deep.resolve("up"), folder);
        Files.createSymbolicLink(folder.resolve("dangling.json"), folder.resolve("nowhere"));
        PolicyReading reading = read(folder);
        assertThat(reading.documents()).hasSize(1);
        assertThat(reading.diagnostics()).extracting(Diagnostic::code).containsExactly("unreadable-path");
        assertThat(reading.account().unopened()).isEqualTo(1);
    }

    @Test
    void theNameAndTheCharactersInsideATextHavePlacesToo() throws IOException {
        Files.writeString(folder.resolve("one.jsonl"), "{}\n{\"name\":\"one\",\n\n".replace("\n\n", "") + RULE + "}\n");
        var places = read(folder).documents().getFirst().places();
        var effect = JsonPointer.parse("/policyRule/then/effect");
        assertThat(places.of(effect).line()).isEqualTo(2);
        assertThat(places.of(effect).length()).isEqualTo("\"audit\"".length());
        assertThat(places.of(effect).column() - places.name(effect).column()).isEqualTo("\"effect\":".length());
        assertThat(places.inside(effect, 2, 3).column())
                .isEqualTo(places.of(effect).column() + 2);
    }

    @Test
    void allPublicDefinitionsAndInitiativesAreRead() throws IOException {
        PolicyReading reading = read(shared("policy/definitions.jsonl.gz"), shared("policy/initiatives.jsonl.gz"));
        assertThat(reading.diagnostics()).isEmpty();
        assertThat(count(reading, PolicyDocument.Kind.DEFINITION)).isEqualTo(3_601);
        assertThat(count(reading, PolicyDocument.Kind.INITIATIVE)).isEqualTo(257);
        assertThat(reading.account()).isEqualTo(new PolicyAccount(2, 2, 0, 0, 3_858, 3_858, 0, 0, 3_858));
        PolicyDocument last = reading.documents().get(3_600);
        var mode = last.places().of(JsonPointer.parse("/properties/policyRule/then/effect"));
        assertThat(mode.line()).isEqualTo(3_601);
        assertThat(reading.line(mode).orElseThrow().substring(mode.column() - 1))
                .startsWith("\"");
        assertThat(reading.documents().stream()
                        .map(one -> one.content().object("properties").object("policyRule"))
                        .filter(rule -> rule.toString().contains(SecretFields.MARKER)))
                .as("rules that lost a text")
                .isEmpty();
    }

    @Test
    void theExportsForPsruleAreReadWithWhatTheyHold() throws IOException {
        Path folder = shared("templates/psrule");
        try (var files = Files.list(folder)) {
            Path[] exports = files.filter(file -> file.getFileName().toString().startsWith("Policy.assignment."))
                    .sorted()
                    .toArray(Path[]::new);
            PolicyReading reading = read(exports);
            assertThat(reading.diagnostics())
                    .as("one of them writes an id twice")
                    .extracting(Diagnostic::code)
                    .containsExactly("duplicate-name");
            assertThat(count(reading, PolicyDocument.Kind.ASSIGNMENT)).isEqualTo(exports.length - 1);
            assertThat(count(reading, PolicyDocument.Kind.DEFINITION)).isGreaterThanOrEqualTo(exports.length - 1);
            var library = PolicyLibrary.of(reading.documents());
            assertThat(library.assignments()).hasSize(exports.length - 1);
        }
    }

    @Test
    void theExamplesInTheDocumentAreWhatTheSchemaSays() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        Files.readString(Tables.ROOT.resolve("docs/schema/policy-test.schema.json")), InputFormat.JSON);
        List<String> examples = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Tables.ROOT.resolve("docs/policy-tests.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(examples).isNotEmpty();
        for (int i = 0; i < examples.size(); i++) {
            assertThat(schema.validate(examples.get(i), InputFormat.JSON)).isEmpty();
            Files.writeString(folder.resolve(i + ".test.json"), examples.get(i));
        }
        assertThat(schema.validate("{\"policy\": \"p\", \"cases\": []}", InputFormat.JSON))
                .isNotEmpty();
        Files.writeString(
                folder.resolve("account.json"),
                "{\"id\": \"/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a\"}");
        PolicyReading reading = read(folder);
        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.tests()).hasSize(examples.size());
    }
}
