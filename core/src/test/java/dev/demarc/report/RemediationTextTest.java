package dev.demarc.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.check.Evidence;
import dev.demarc.check.Finding;
import dev.demarc.check.Judgement;
import dev.demarc.check.Verdict;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class RemediationTextTest {
    private static final List<String> HOSTILE = List.of(
            "plain-1.name",
            "two words",
            "it's",
            "''",
            "a\"b",
            "$(echo pwned)",
            "`echo pwned`",
            "$HOME",
            "; echo pwned #",
            "back\\slash\\",
            "\\\"; echo pwned; \"",
            "'; echo pwned; '",
            "*",
            "~",
            "!!",
            "a&b|c>d<e(f)g{h}",
            "=x",
            "{{name}}",
            "ünïcödé’s “name”");

    private static String filled(String template, String value) {
        return new ShellTemplate(template, Map.of("name", value), new ArrayList<>()).filled();
    }

    /** What a shell prints when it runs this. */
    private static String run(String script) throws IOException, InterruptedException {
        Process shell =
                new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(script + "\n" + printed).isZero();
        return printed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf %s {{name}}",
                "printf %s \"{{name}}\"",
                "printf %s '{{name}}'",
                "printf %s \"$(printf %s \"{{name}}\")\"",
                "printf %s \"$(printf %s {{name}})\"",
                "printf %s \"$(printf %s '{{name}}')\"",
                "# say {{name}} \"\nprintf %s \"{{name}}\" # {{name}}",
                "printf '%s' \\\n  \"{{name}}\"",
                "printf %s \"\\\"\" >/dev/null; printf %s \"{{name}}\""
            })
    void staysOneWordToTheShell(String template) throws IOException, InterruptedException {
        for (String name : HOSTILE) {
            String script = filled(template, name);
            assertThat(run("LC_ALL=C; " + script)).as(script).isEqualTo(name);
        }
    }

    @Test
    void staysOneWordWhenACommentIsMadeACommand() throws IOException, InterruptedException {
        for (String name : HOSTILE) {
            String script = filled("# it's\n# printf %s \"{{name}}\"\n# and so on\n", name);
            String uncommented = script.lines().toList().get(1).substring(2);
            assertThat(run("LC_ALL=C; " + uncommented)).as(script).isEqualTo(name);
            assertThat(run("LC_ALL=C; " + script)).as(script).isEmpty();
        }
    }

    @Test
    void isLeftOpenWhereNothingCanBeQuotedSafely() {
        var open = new ArrayList<String>();
        var values = Map.of("name", "$(reboot)");
        assertThat(new ShellTemplate("echo `cat {{name}}`", values, open).filled())
                .isEqualTo("echo `cat {{name}}`");
        assertThat(new ShellTemplate("cat <<END\n{{name}}\nEND", values, open).filled())
                .isEqualTo("cat <<END\n{{name}}\nEND");
        assertThat(open).containsExactly("{{name}}", "{{name}}");
    }

    @Test
    void escapesForBicep() {
        var open = new ArrayList<String>();
        var template = "name: '{{name}}' // it is {{name}}";
        assertThat(new BicepTemplate(template, Map.of("name", "o'${x}\\"), open).filled())
                .isEqualTo("name: 'o\\'\\${x}\\\\' // it is {{name}}");
        assertThat(open).containsExactly("{{name}}");
    }

    @Test
    void fillsInWhatTheResourceKnows() {
        var id = ResourceId.of(Fixture.WEB + "Microsoft.Sql/servers/sql-1/databases/db-1");
        var resource = new Resource(
                id,
                id.type(),
                JsonObject.builder().put("location", "west europe").build(),
                Resource.Detail.FULL);
        var values = new StringBuilder();
        for (String name : List.of(
                "id", "name", "resourceGroup", "subscription", "location", "parentName", "parentId", "unheardOf")) {
            values.append(name).append(" \"{{").append(name).append("}}\"\n");
        }
        var control = Azure.withRemediation(values.toString(), "");
        RemediationText remediation = RemediationText.of(control, found(resource));
        assertThat(remediation.cli().lines())
                .containsExactly(
                        "id \"" + id.text() + "\"",
                        "name \"db-1\"",
                        "resourceGroup \"rg-web\"",
                        "subscription \"11111111-1111-1111-1111-111111111111\"",
                        "location \"\"'west europe'\"\"",
                        "parentName \"sql-1\"",
                        "parentId \"" + Fixture.WEB + "Microsoft.Sql/servers/sql-1\"",
                        "unheardOf \"{{unheardOf}}\"");
        assertThat(remediation.open()).containsExactly("{{unheardOf}}");
    }

    @Test
    void aResourceOfAGroupHasNoParentToName() {
        var id = ResourceId.of(Fixture.WEB + "Microsoft.Sql/servers/sql-1");
        var resource = new Resource(id, id.type(), JsonObject.empty(), Resource.Detail.FULL);
        assertThat(RemediationText.of(Azure.withRemediation("{{parentName}} {{location}}", ""), found(resource))
                        .open())
                .containsExactly("{{location}}", "{{parentName}}");
    }

    @Test
    void fillsInTheMemberThatTheFindingNames() {
        var id = ResourceId.of(Fixture.WEB + "Microsoft.Network/networkSecurityGroups/nsg-1");
        var rule = JsonObject.builder()
                .put("name", "it's open")
                .put(
                        "properties",
                        JsonObject.builder().put("priority", JsonNumber.of(310)).build())
                .build();
        var resource = new Resource(
                id,
                id.type(),
                JsonObject.builder()
                        .put("rules", JsonArray.of(List.of(JsonObject.empty(), rule)))
                        .build(),
                Resource.Detail.FULL);
        JsonPointer at = JsonPointer.parse("/rules/1/properties/priority");
        var evidence = new Evidence(
                JsonPointer.ROOT, id, at, Optional.empty(), "", Evidence.Member.around(at, resource), "says");
        var control = Azure.withRemediation(
                "rule=\"{{member.name}}\" {{member.priority}} {{member.unheardOf}}",
                "name: '{{member.name}}' {{member.priority}}");
        RemediationText filled = RemediationText.of(control, found(resource, evidence));
        assertThat(filled.cli()).isEqualTo("rule=\"\"'it'\\''s open'\"\" 310 {{member.unheardOf}}");
        assertThat(filled.bicep()).isEqualTo("name: 'it\\'s open' 310");
        assertThat(filled.open()).containsExactly("{{member.unheardOf}}");
        assertThat(RemediationText.of(control, found(resource)).open())
                .as("where the finding names no member")
                .containsExactly("{{member.name}}", "{{member.priority}}", "{{member.unheardOf}}");
    }

    private static Finding found(Resource resource, Evidence... evidence) {
        return new Finding("c", resource, new Judgement(Verdict.NON_COMPLIANT, "it is", List.of(evidence)));
    }
}
