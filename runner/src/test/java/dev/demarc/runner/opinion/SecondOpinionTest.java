package dev.demarc.runner.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On every tenth decision; {@code bench/decisions} compares them all and writes the page. */
class SecondOpinionTest {
    private static final int ONE_OF = 10;

    @Test
    void theEnginesAgreeAndEveryDifferenceHasACause() {
        Optional<PublicData> data = PublicData.beside();
        assumeTrue(data.isPresent(), "skipped: the public data is not beside the project");
        SecondOpinion opinion =
                SecondOpinion.of(data.orElseThrow(), decision -> Math.floorMod(decision.hashCode(), ONE_OF) == 0);
        assertThat(opinion.compared()).isGreaterThan(40_000);
        assertThat(opinion.unexplained()).isEmpty();
        assertThat(opinion.agreement(Reading.ALIKE)).isGreaterThanOrEqualTo(WriteDecisions.LEAST_AGREEMENT);
        assertThat(opinion.agreement(Reading.IMITATED)).isEqualTo(1.0);
        assertThat(opinion.agreement(Reading.OTHER)).isGreaterThan(opinion.agreement(Reading.DOCUMENTED));
    }
}
