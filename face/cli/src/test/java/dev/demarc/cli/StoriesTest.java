package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three failures that the page of the example estate tells: each is found, is the customer's, and is explained. */
class StoriesTest {
    private static final String CONTOSO = "examples/contoso";

    @ParameterizedTest
    @CsvSource({
        // The former partner whose access was never removed.
        "4ea70878-fdfe-4a5b-b0f8-14ce617ba1c6, iam-foreign-principal",
        "8f75f21a-94f9-48ba-a6bc-cbcc53d13dfd, iam-user-direct-privilege",
        "a0dbd704-c2e9-46ac-9e71-8c13c9150ec6, iam-lighthouse-known-tenants",
        "stcontosoedi, storage-shared-key-off",
        // The management port left open for weeks.
        "nsg-jump-prod, nsg-no-rdp-internet",
        "nsg-jump-prod, nsg-no-ssh-internet",
        "vm-jump-prod, vm-trusted-launch",
        "vm-jump-prod, vm-encryption-at-host",
        "vm-jump-prod, vm-backup",
        "vnet-jump-prod, vnet-flow-logs",
        // The unregistered workload nobody owns.
        "rg-poc-telemetry, governance-owner-tag",
        "780c0c84-cb48-497a-80d0-36aca58bc9c2, iam-sp-contributor",
        "vm-telemetry-01, vm-windows-auto-update",
        "stpoctelemetry01, storage-no-anonymous-blob",
        "stpoctelemetry01, storage-secure-transfer",
        "stpoctelemetry01, storage-min-tls",
        "sql-poc-telemetry, sql-min-tls",
        "sql-poc-telemetry/firewallRules/everything, sql-no-open-firewall"
    })
    void isExplained(String resource, String control) {
        Run.Ended text = Run.demarc("explain", resource, control, CONTOSO);
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.err()).isEmpty();
        assertThat(text.firstLine()).startsWith("NON-COMPLIANT. Wanted: ");
        assertThat(text.out()).contains("Why this verdict", "Whose side", "What to do");

        JsonObject explanation = Run.demarc("explain", resource, control, CONTOSO, "--format", "json")
                .json();
        assertThat(explanation.toString())
                .contains(resource.replaceFirst(".*/", ""))
                .contains(control);
    }

    @Test
    void theResourcesThatThePageNamesAreInTheEstate() throws IOException {
        String page = Files.readString(Run.ROOT.resolve("examples/contoso/README.md"));
        String assessment = Run.demarc("assess", CONTOSO, "--format", "csv").out();
        for (String named :
                new String[] {"nsg-jump-prod", "stpoctelemetry01", "rg-poc-telemetry", "sql-poc-telemetry"}) {
            assertThat(page).contains(named);
            assertThat(assessment).contains(named);
        }
    }

    @Test
    void theHiddenPortIsShownAsEvidence() {
        assertThat(Run.demarc("explain", "nsg-jump-prod", "nsg-no-ssh-internet", CONTOSO)
                        .out())
                .contains("20-25");
    }

    @Test
    void theStoriesAreAmongTheMostSevere() {
        String out = Run.demarc("assess", CONTOSO).out();
        String severe = out.substring(out.indexOf("\nMost severe"), out.indexOf("\nWhat to do first"));
        assertThat(severe).contains("nsg-no-rdp-internet", "nsg-no-ssh-internet", "sql-no-open-firewall");
    }

    @Test
    void subscriptionsGoByNameOnThePage() {
        String page = Run.demarc("assess", CONTOSO, "--format", "html").out();
        String severe =
                page.substring(page.indexOf("<section id=\"severe\">"), page.indexOf("<section id=\"advice\">"));
        assertThat(severe)
                .contains("<bdi>contoso-development</bdi>")
                .doesNotContainPattern("<bdi>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}</bdi>");
    }
}
