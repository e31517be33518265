package dev.demarc.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Diagnostic;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Alias;
import dev.demarc.knowledge.Aliases;
import dev.demarc.knowledge.TagSupport.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AliasFileTest {
    private static final ResourceType THINGS = ResourceType.of("Contoso.Works/things");
    private static final ResourceType PARTS = ResourceType.of("Contoso.Works/things/parts");
    private static final String PROVIDER = """
            {"namespace": "Contoso.Works", "resourceTypes": [
              {"resourceType": "things",
               "capabilities": "CrossResourceGroupResourceMove, SupportsTags, SupportsLocation",
               "aliases": [
                 {"name": "Contoso.Works/things/a", "defaultPath": "properties.a",
                  "defaultMetadata": {"type": "String", "attributes": "Modifiable"},
                  "paths": [
                    {"path": "properties.a", "apiVersions": ["2021-01-01"]},
                    {"path": "a", "apiVersions": ["2015-01-01", "2016-01-01"], "metadata": {"attributes": "None"}}]},
                 {"name": "Contoso.Works/maker", "defaultPath": "properties.id", "paths": null,
                  "defaultPattern": {"phrase": "/makers/{maker}", "variable": "maker", "type": "Extract"}},
                 {"name": "Contoso.Works/things/old", "paths": [
                    {"path": "properties.newer", "apiVersions": ["2018-01-01"]},
                    {"path": "properties.older", "apiVersions": ["2014-01-01"]}]}]},
              {"resourceType": "things/parts", "capabilities": "SupportsTags",
               "aliases": [{"name": "Contoso.Works/things/parts/x", "defaultPath": "properties.x"}]},
              {"resourceType": "operations", "capabilities": "None", "aliases": null},
              {"resourceType": "unsaid", "aliases": []}]}
            """;

    @TempDir
    Path folder;

    private final List<Diagnostic> problems = new ArrayList<>();

    @Test
    void theAnswersOfAzureInAllTheirWrappingsTellTheSame() throws IOException {
        for (String text : List.of(
                "[" + PROVIDER + "]",
                "{\"value\": [" + PROVIDER + "]}",
                PROVIDER,
                PROVIDER.replace("\n", " "),
                "{" + PROVIDER.substring(PROVIDER.indexOf("\"resourceTypes\""), PROVIDER.lastIndexOf('}'))
                        + ", \"namespace\": \"Contoso.Works\"}")) {
            AliasDump dump = read(text);
            assertThat(problems).isEmpty();
            assertThat(dump.aliases()).isEqualTo(4);
            assertThat(dump.types()).isEqualTo(3);
            assertThat(dump.written()).isPresent();
            Aliases aliases = dump.providers().aliases();
            Alias first = aliases.alias(THINGS, "contoso.works/things/A").orElseThrow();
            assertThat(first.byDefault()).isEqualTo(new Alias.Target("properties.a", true, Optional.empty()));
            assertThat(first.byApiVersion())
                    .isEqualTo(Map.of("2015-01-01", Alias.Target.of("a"), "2016-01-01", Alias.Target.of("a")));
            assertThat(aliases.alias(THINGS, "Contoso.Works/maker")
                            .flatMap(alias -> alias.byDefault().extraction())
                            .flatMap(part -> part.from("/Makers/acme")))
                    .contains("acme");
            assertThat(aliases.path(THINGS, "Contoso.Works/things/old")).contains("properties.newer");
            assertThat(aliases.alias(THINGS, "Contoso.Works/things/old")
                            .orElseThrow()
                            .at("2014-01-01")
                            .path())
                    .isEqualTo("properties.older");
            assertThat(aliases.path(PARTS, "Contoso.Works/things/parts/x")).contains("properties.x");
            assertThat(dump.providers().tags().of(THINGS)).isEqualTo(Answer.SUPPORTED);
            assertThat(dump.providers().tags().of(PARTS)).isEqualTo(Answer.NOT_SUPPORTED);
            assertThat(dump.providers().tags().of(ResourceType.of("Contoso.Works/operations")))
                    .isEqualTo(Answer.NOT_SUPPORTED);
            assertThat(dump.providers().tags().of(ResourceType.of("Contoso.Works/unsaid")))
                    .isEqualTo(Answer.UNLISTED);
        }
    }

    @Test
    void theAnswerOfPowerShellHasOtherCapitals() throws IOException {
        AliasDump dump = read("""
                [{"Namespace": "Contoso.Works", "ResourceType": "things", "ApiVersions": ["1"],
                  "Aliases": [{"Name": "Contoso.Works/things/a", "DefaultPath": "properties.a", "Type": 0,
                    "DefaultMetadata": {"Type": "String", "Attributes": "Modifiable"}, "Paths": []}]},
                 {"Namespace": "Contoso.Works", "ResourceType": "others",
                  "Aliases": {"Name": "Contoso.Works/others/b", "DefaultPath": "b"}}]
                """);
        assertThat(problems).isEmpty();
        assertThat(dump.providers().aliases().alias(THINGS, "Contoso.Works/things/a"))
                .contains(Alias.of("Contoso.Works/things/a", "properties.a").asModifiable());
        assertThat(dump.providers().aliases().path(ResourceType.of("Contoso.Works/others"), "Contoso.Works/others/b"))
                .contains("b");
    }

    @Test
    void whatPowerShellCutOffIsToldOnce() throws IOException {
        AliasDump dump = read("""
                [{"Namespace": "Contoso.Works", "ResourceType": "things",
                  "Aliases": ["Microsoft.Azure.Alias", "Microsoft.Azure.Alias"]},
                 {"Namespace": "Contoso.Works", "ResourceType": "others", "Aliases": [
                   {"Name": "Contoso.Works/others/b", "DefaultPath": "b", "DefaultMetadata": "@{Type=String}"}]}]
                """);
        assertThat(dump.aliases()).isEqualTo(1);
        told("warning aliases-cut: parts of the aliases of `Contoso.Works/things` were cut off where they are nested"
                + " deeper [1:2] export again with `ConvertTo-Json -Depth 10`");
    }

    @Test
    void linesWithTabsAreReadAndWhatNamesItsProviderCountsFirst() throws IOException {
        AliasDump dump = read("""
                \uFEFF# resourceType	alias	defaultPath
                Contoso.Works/things	Contoso.Works/things/a	properties.a
                things	Contoso.Works/things/a	properties.stale
                things/parts	Contoso.Works/things/parts/x	properties.x\r

                """);
        assertThat(problems).isEmpty();
        assertThat(dump.aliases()).isEqualTo(2);
        assertThat(dump.providers().aliases().path(THINGS, "Contoso.Works/things/a"))
                .contains("properties.a");
        assertThat(dump.providers().aliases().path(PARTS, "Contoso.Works/things/parts/x"))
                .contains("properties.x");
    }

    @Test
    void aHeadingIsPassedOverAndALineThatIsWrongIsLostAlone() throws IOException {
        AliasDump dump = read("""
                Type\tAlias\tPath
                nonsense
                Contoso.Works/things\tContoso.Works/things/a\tp.a
                Contoso.Works/things\tno-slash\tp
                Contoso.Works/things\tContoso.Works/things/b\t
                """);
        assertThat(dump.aliases()).isEqualTo(1);
        String hint = " write resource type, alias and path with tabs between them";
        told(
                "warning alias-line-wrong: `nonsense` is not an alias [2:1]" + hint,
                "warning alias-line-wrong: `Contoso.Works/things?no-slash?p` is not an alias [4:1]" + hint,
                "warning alias-line-wrong: `Contoso.Works/things?Contoso.Works/things/b?` is not an alias [5:1]"
                        + hint);
    }

    @Test
    void ofManyWrongLinesTheFirstAreTold() throws IOException {
        read("# aliases\n" + "nonsense\n".repeat(30) + "Contoso.Works/things\tContoso.Works/things/a\tp.a\n");
        assertThat(problems).hasSize(21);
        assertThat(problems.getLast().code()).isEqualTo("alias-lines-wrong");
        assertThat(problems.getLast().message()).isEqualTo("30 lines are not aliases, the first 20 are told");
    }

    @Test
    void zippedFilesAreReadAndOneThatBreaksOffKeepsWhatCameBefore() throws IOException {
        Path json = zipped("aliases.json.gz", "[" + PROVIDER + "]");
        assertThat(AliasFile.read(json, problems::add).aliases()).isEqualTo(4);
        assertThat(problems).isEmpty();
        var lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append("Contoso.Works/things\tContoso.Works/things/")
                    .append(i * 31 % 20_011)
                    .append("\tp.a\n");
        }
        Path whole = zipped("aliases.tsv.gz", lines.toString());
        assertThat(AliasFile.read(whole, problems::add).aliases()).isEqualTo(20_000);
        byte[] bytes = Files.readAllBytes(whole);
        Path half = folder.resolve("half.tsv.gz");
        Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(AliasFile.read(half, problems::add).aliases()).isBetween(1, 19_999);
        assertThat(problems).extracting(Diagnostic::code).containsExactly("aliases-broken-off");
    }

    @Test
    void whatIsWrongInAnAnswerIsToldAndLostAlone() throws IOException {
        AliasDump dump = read("""
                [7,
                 {"id": "/subscriptions/s"},
                 {"namespace": "Contoso.Works", "resourceTypes": [
                   3,
                   {"aliases": []},
                   {"resourceType": "things", "aliases": [
                     5, {"defaultPath": "p"}, {"name": "Contoso.Works/things/none", "paths": []},
                     {"name": "Contoso.Works/things/a", "defaultPath": "properties.a"}]}]}]
                """);
        assertThat(dump.aliases()).isEqualTo(1);
        String left = " it is left out; export again if it is needed";
        String export = " export it with `az provider list --expand resourceTypes/aliases -o json`";
        told(
                "error aliases-shape: this is number, not a resource provider [1:2]" + export,
                "error aliases-shape: this object names no `namespace`, so it is no resource provider [2:2]" + export,
                "warning alias-wrong: a resource type of `Contoso.Works` is number, not an object [3:2]" + left,
                "warning alias-wrong: a type of `Contoso.Works` has no name [3:2]" + left,
                "warning alias-wrong: an alias of `Contoso.Works/things` is number, not an object [3:2]" + left,
                "warning alias-wrong: an alias of `Contoso.Works/things` has no name [3:2]" + left,
                "warning alias-wrong: the alias `Contoso.Works/things/none` has no path [3:2]" + left);
    }

    @Test
    void aPageThatIsMissingIsTold() throws IOException {
        AliasDump dump = read("{\"value\": [" + PROVIDER + "], \"nextLink\": \"https://x\"}");
        assertThat(dump.aliases()).isEqualTo(4);
        assertThat(problems).extracting(Diagnostic::code).containsExactly("aliases-next-page");
    }

    @Test
    void filesWithoutAliasesAreTold() throws IOException {
        Map<String, List<String>> codes = Map.of(
                "",
                List.of("empty", "aliases-none"),
                "[]",
                List.of("aliases-none"),
                "{\"resourceTypes\": [{\"resourceType\": \"things\", \"aliases\": []}]}",
                List.of("aliases-shape", "aliases-none"),
                "[{\"namespace\": \"Contoso.Works\", \"resourceTypes\": [{\"resourceType\": \"things\"}]}]",
                List.of("aliases-none"),
                "<html>",
                List.of("html", "aliases-none"));
        for (var each : codes.entrySet()) {
            problems.clear();
            assertThat(read(each.getKey()).aliases()).isZero();
            assertThat(problems).extracting(Diagnostic::code).as(each.getKey()).isEqualTo(each.getValue());
        }
    }

    @Test
    void anAnswerThatBreaksOffKeepsTheProvidersBefore() throws IOException {
        AliasDump dump = read("[" + PROVIDER + ", {\"namespace\": \"Contoso.Wo");
        assertThat(dump.aliases()).isEqualTo(4);
        assertThat(problems).hasSize(1);
    }

    @Test
    void aFileThatIsNotThereIsADiagnostic() {
        AliasDump dump = AliasFile.read(folder.resolve("nowhere"), problems::add);
        assertThat(dump.aliases()).isZero();
        assertThat(dump.written()).isEmpty();
        assertThat(problems).extracting(Diagnostic::code).containsExactly("aliases-unreadable");
    }

    private AliasDump read(String text) throws IOException {
        return AliasFile.read(Files.writeString(folder.resolve("aliases"), text), problems::add);
    }

    private Path zipped(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private void told(String... wanted) {
        assertThat(problems.stream()
                        .map(one -> one.severity().name().toLowerCase(Locale.ROOT) + " " + one.code() + ": "
                                + one.message() + " [" + one.place().line() + ":"
                                + one.place().column() + "] " + one.hint()))
                .containsExactly(wanted);
    }
}
