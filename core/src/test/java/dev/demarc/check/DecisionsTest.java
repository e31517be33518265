package dev.demarc.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.estate.ResourceId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final Instant END = Instant.parse("2026-12-31T00:00:00Z");
    private static final ResourceId GROUP = ResourceId.of("/subscriptions/s/resourceGroups/rg1");
    private static final ResourceId IN_GROUP =
            ResourceId.of("/subscriptions/S/resourcegroups/RG1/providers/Microsoft.Web/sites/x");
    private static final ResourceId IN_OTHER =
            ResourceId.of("/subscriptions/s/resourceGroups/rg10/providers/Microsoft.Web/sites/x");
    private static final Exemption EXEMPTION =
            new Exemption("control", GROUP, Exemption.Category.WAIVER, "reason", "owner", END);
    private static final Attestation ATTESTATION = new Attestation("data", GROUP, "statement", "who", "evidence", END);

    @Test
    void anExemptionCoversItsControlInItsScopeUntilItEnds() {
        assertThat(EXEMPTION.covers("control", IN_GROUP, END.minusNanos(1))).isTrue();
        assertThat(EXEMPTION.covers("control", GROUP, Instant.EPOCH)).isTrue();
        assertThat(EXEMPTION.covers("control", IN_GROUP, END)).isFalse();
        assertThat(EXEMPTION.covers("control", IN_OTHER, Instant.EPOCH)).isFalse();
        assertThat(EXEMPTION.covers("Control", IN_GROUP, Instant.EPOCH)).isFalse();
    }

    @Test
    void anAttestationCoversItsLayerInItsScopeUntilItEnds() {
        assertThat(ATTESTATION.covers("data", IN_GROUP, END.minusNanos(1))).isTrue();
        assertThat(ATTESTATION.covers("data", IN_GROUP, END)).isFalse();
        assertThat(ATTESTATION.covers("data", IN_OTHER, Instant.EPOCH)).isFalse();
        assertThat(ATTESTATION.covers("devices", IN_GROUP, Instant.EPOCH)).isFalse();
    }

    /** No id tells which subscriptions are below a management group, so a decision there reaches none of them. */
    @Test
    void aDecisionOnAManagementGroupDoesNotReachItsSubscriptions() {
        var wide = new Exemption(
                "control",
                ResourceId.of("/providers/Microsoft.Management/managementGroups/mg"),
                Exemption.Category.MITIGATED,
                "reason",
                "owner",
                END);
        assertThat(wide.covers("control", IN_GROUP, Instant.EPOCH)).isFalse();
    }

    @Test
    void onlyNotApplicableSaysNothing() {
        assertThat(List.of(Verdict.values()).stream().filter(verdict -> !verdict.counts()))
                .containsExactly(Verdict.NOT_APPLICABLE);
        assertThat(List.of(Verdict.values()).stream().map(Verdict::word)).doesNotHaveDuplicates();
    }
}
