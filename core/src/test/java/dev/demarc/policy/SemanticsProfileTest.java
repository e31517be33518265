package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Place;
import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.SemanticsProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SemanticsProfileTest {
    private static final Place PLACE = Place.of("command line");

    @Test
    void namesItselfAndWhatDiffers() {
        assertThat(SemanticsProfile.DOCUMENTED).hasToString("documented");
        assertThat(SemanticsProfile.REGORUS).hasToString("regorus");
        assertThat(SemanticsProfile.DOCUMENTED
                        .with(Dispute.FOLDS_SHARP_S, true)
                        .with(Dispute.MISSING_ARRAY_IS_EMPTY, false))
                .hasToString("documented,missing-array-is-empty=off,folds-sharp-s=on");
    }

    @ParameterizedTest
    @EnumSource(Dispute.class)
    void isReadBackFromItsText(Dispute dispute) {
        for (SemanticsProfile named : new SemanticsProfile[] {SemanticsProfile.DOCUMENTED, SemanticsProfile.REGORUS}) {
            SemanticsProfile other = named.with(dispute, !named.is(dispute));
            assertThat(SemanticsProfile.parse(other.toString(), PLACE).value()).contains(other);
            assertThat(other.differences(named)).containsExactly(dispute);
        }
    }

    @ParameterizedTest
    @EnumSource(Dispute.class)
    void theFirstVoiceDecidesTheDefaultAndEveryDisputeHasTwoReadings(Dispute dispute) {
        assertThat(dispute.voices().getFirst().on()).isEqualTo(dispute.documented());
        assertThat(dispute.voices()).extracting(Dispute.Voice::on).contains(true, false);
        assertThat(dispute.says()).doesNotEndWith(".");
    }

    /** {@code docs/semantics/switches.md}; {@code -Dbless=true} writes it anew. */
    @Test
    void thePublishedTableHasEverySwitch() throws IOException {
        Path published = Path.of(System.getProperty("demarc.root", ".."), "docs/semantics/switches.md");
        String table = table();
        if ("true".equals(System.getProperty("demarc.bless"))) {
            Files.writeString(published, table);
        }
        assertThat(table).isEqualTo(Files.readString(published));
    }

    private static String table() {
        var text = new StringBuilder("""
                # Switches of the policy language

                | switch | on means that | documented | regorus | who says what |
                |---|---|---|---|---|
                """);
        for (Dispute dispute : Dispute.values()) {
            String voices = dispute.voices().stream()
                    .map(voice -> voice.who() + ": " + state(voice.on()) + " (" + voice.where() + ")")
                    .collect(Collectors.joining("; "));
            text.append(String.join(
                            " | ",
                            "| `" + dispute.id() + "`",
                            dispute.says(),
                            state(dispute.documented()),
                            state(dispute.regorus()),
                            voices))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String state(boolean on) {
        return on ? "on" : "off";
    }
}
