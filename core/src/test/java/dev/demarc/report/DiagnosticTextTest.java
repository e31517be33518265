package dev.demarc.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Diagnostic.Severity;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.LocatedJson;
import dev.demarc.document.Place;
import dev.demarc.document.SourceLines;
import dev.demarc.knowledge.Providers;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.lint.PolicyReview;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class DiagnosticTextTest {
    private static final String RDP = """
            {
              "displayName": "Deny RDP", "description": "No RDP from anywhere",
              "metadata": {"category": "Network"},
              "mode": "All",
              "policyRule": {
                "if": {
                  "allOf": [
                    {"field": "type", "equals": "Microsoft.Network/networkSecurityGroups"},
                    {
            \t\t\t"field": "kind",
            \t\t\t"equal": "Inbound"
                    },
                    {"value": "[concat('日本', field(parameters('nme')), subscription().displayName, resourceGroup().name, toLowr('LONG'), 1)]", "equals": "a"}
                  ]
                },
                "then": {"effect": "deny"}
              }
            }
            """;
    private static final String LIKE = """
            {"policyRule": {"if": {"field": "name", "like": "vm"},
             "then": {"effect": "audit"}}}
            """;

    @Test
    void severalDocumentsOn80Columns() throws IOException {
        Golden.check("diagnostics-80.txt", written(Screen.plain(80)));
    }

    @Test
    void withColour() throws IOException {
        Golden.check("diagnostics-colour.txt", written(new Screen(100, true, true)));
    }

    @Test
    void asciiOn60Columns() throws IOException {
        Golden.check("diagnostics-ascii-60.txt", written(new Screen(60, false, false)));
    }

    @Test
    void noLineIsWiderThanTheScreen() throws IOException {
        for (int width : new int[] {60, 61, 79, 80, 120}) {
            assertThat(written(Screen.plain(width)).lines())
                    .allSatisfy(line -> assertThat(Measure.width(line)).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void theMarkStandsUnderWhatIsMeant() throws IOException {
        List<String> lines = written(Screen.plain(80)).lines().toList();
        int line = lines.indexOf("   |             ^^^^^^^ did you mean `equals`?");
        assertThat(lines.get(line - 1).substring(17, 24)).isEqualTo("\"equal\"");
    }

    @Test
    void aPlaceWithoutItsLine() throws IOException {
        var text = new StringBuilder();
        var unknown = Diagnostic.warning("code", "a message", Place.of("gone.json", 3, 1), "do something");
        var whole =
                Diagnostic.note("code", "a message", Place.of("gone.json").at(JsonPointer.parse("/a")), "do something");
        new DiagnosticText(Screen.plain(80), List.of()).write(checked(List.of(whole, unknown), Severity.NOTE), text);
        assertThat(text.toString()).isEqualTo("""
                        warning[code]: a message
                         --> gone.json:3:1
                          = hint: do something

                        note[code]: a message
                         --> gone.json /a
                          = hint: do something

                        1 warning, 1 note in 2 files
                        """);
    }

    @Test
    void theSummaryCountsWhatIsNotShown() {
        var warning = Diagnostic.warning("code", "a message", Place.of("a.json"), "do something");
        var note = Diagnostic.note("code", "a message", Place.of("a.json"), "do something");
        assertThat(DiagnosticText.summary(checked(List.of(), Severity.NOTE))).isEqualTo("no mistakes found in 2 files");
        assertThat(DiagnosticText.summary(checked(List.of(note, warning, note), Severity.WARNING)))
                .isEqualTo("1 warning, 2 notes in 2 files, 2 of them not shown");
        assertThat(checked(List.of(note, warning), Severity.WARNING).shown()).containsExactly(warning);
        assertThat(checked(List.of(note, warning), Severity.ERROR).shown()).isEmpty();
    }

    @Test
    void filesComeByNameAndTheWorstOfEachFirst() {
        var first = Diagnostic.note("code", "a message", Place.of("a.json", 9, 1), "do something");
        var worst = Diagnostic.error("code", "a message", Place.of("b.json", 7, 1), "do something");
        var second = Diagnostic.warning("code", "a message", Place.of("b.json", 1, 1), "do something");
        var third = Diagnostic.warning("code", "a message", Place.of("b.json", 1, 5), "do something");
        assertThat(checked(List.of(third, worst, second, first), Severity.NOTE).shown())
                .containsExactly(first, worst, second, third);
    }

    private static CheckedPolicies checked(List<Diagnostic> found, Severity least) {
        return new CheckedPolicies(found, least, 2);
    }

    private static String written(Screen screen) throws IOException {
        var sources = new ArrayList<SourceLines>();
        var diagnostics = new ArrayList<Diagnostic>();
        review("policies/deny-rdp.json", RDP, sources, diagnostics);
        review("policies/like.json", LIKE, sources, diagnostics);
        var text = new StringBuilder();
        new DiagnosticText(screen, sources).write(checked(diagnostics, Severity.NOTE), text);
        return text.toString();
    }

    private static void review(String name, String text, List<SourceLines> sources, List<Diagnostic> diagnostics) {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        LocatedJson.read(in, name, diagnostics::add).ifPresent(document -> {
            sources.add(document.lines());
            diagnostics.addAll(PolicyReview.of(document, Providers.NONE, SemanticsProfile.DOCUMENTED));
        });
    }
}
