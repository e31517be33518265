package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code demarc assess --fail-on-policy}: what counts as refused. */
class FailOnPolicyTest {
    private static final String DEFINITION = """
            {"name": "no-east", "properties": {"mode": "All", "parameters": {
              "effect": {"type": "String", "defaultValue": "%s"}},
             "policyRule": {"if": {"field": "location", "equals": "eastus"}, "then": {"effect": "[parameters('effect')]"}}}}
            """;
    private static final String ASSIGNMENT = """
            {"id": "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/a",
             "properties": {"policyDefinitionId": "no-east"%s}}
            """;
    private static final String RESOURCE = """
            {"id": "/subscriptions/s/resourceGroups/g/providers/Contoso.Works/things/t", "location": "eastus",
             "properties": {}}
            """;

    @TempDir
    Path folder;

    @Test
    void onlyWhatAnAssignmentEnforcesWithItsEffectIsRefused() throws IOException {
        assertThat(ends("deny", "Deny", "")).isTrue();
        assertThat(ends("deny", "Audit", "")).isFalse();
        assertThat(ends("any", "Audit", "")).isTrue();
        assertThat(ends("deny", "Deny", ", \"enforcementMode\": \"DoNotEnforce\""))
                .isFalse();
        assertThat(ends("any", "Deny", ", \"enforcementMode\": \"DoNotEnforce\""))
                .isTrue();
        String toAudit = ", \"overrides\": [{\"kind\": \"policyEffect\", \"value\": \"audit\"}]";
        assertThat(ends("deny", "Deny", toAudit)).isFalse();
        String toDeny = ", \"overrides\": [{\"kind\": \"policyEffect\", \"value\": \"deny\"}]";
        assertThat(ends("deny", "Audit", toDeny)).isTrue();
    }

    /** Whether a run ends with 3 that fails on these policies. */
    private boolean ends(String failOn, String effect, String more) throws IOException {
        Files.writeString(folder.resolve("definition.json"), DEFINITION.replace("%s", effect));
        Files.writeString(folder.resolve("assignment.json"), ASSIGNMENT.replace("%s", more));
        Path estate = Files.createDirectories(folder.resolve("estate"));
        Files.writeString(estate.resolve("thing.json"), RESOURCE);
        Run.Ended ended = Run.demarc(
                "assess",
                estate.toString(),
                "-p",
                folder.resolve("definition.json").toString(),
                "-p",
                folder.resolve("assignment.json").toString(),
                "--fail-on-policy",
                failOn);
        assertThat(ended.out()).contains("1 non-compliant");
        return ended.code() == ExitCode.OVER_THRESHOLD.number();
    }
}
