package dev.demarc.source.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonWriter;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The recorded documents of real services: all accounted for, and no secret among them. */
class RecordedEstateTest {
    private static final Path RECORDED =
            Tables.ROOT.resolve("../shared/data/estate/estate.jsonl.gz").normalize();
    private static final Pattern SUSPICIOUS = Pattern.compile("AccountKey=[^;\"]|SharedAccessKey=[^;\"]|[?&]sig=|"
            + "eyJ[A-Za-z0-9_-]{8,}\\.eyJ|PRIVATE KEY|[Pp]assword=[^;\"]|\"[A-Za-z]*[Pp]assword\":\"[^«\"\\[]");

    @BeforeAll
    static void present() {
        assumeTrue(Files.exists(RECORDED), "the recorded estate is not beside the project: skipped");
    }

    @Test
    void everyDocumentIsAccountedFor() throws IOException {
        Reading reading =
                FileSource.of(List.of(RECORDED), Tables.secretFields()).read();
        assertThat(reading.account().documents()).isEqualTo(22_660);
        assertThat(reading.account().observed()).isEqualTo(22_658);
        assertThat(reading.account().embedded()).isEqualTo(5_334);
        assertThat(reading.files().skipped()).isZero();
        assertThat(reading.diagnostics())
                .extracting(told -> told.code())
                .containsExactly("id-invalid", "id-invalid", "type-disagrees");
        Estate estate = Estate.of(reading.observations(), reading.gaps());
        assertThat(estate.size() + estate.duplicates())
                .isEqualTo(reading.observations().size());
    }

    @Test
    void noSecretSurvives() throws IOException {
        var observed = FileSource.of(List.of(RECORDED), Tables.secretFields()).read().observations().stream()
                .filter(observation -> observation.origin().pointer().equals(JsonPointer.ROOT))
                .map(Observation::resource)
                .map(resource -> JsonWriter.compact(resource.document()));
        assertThat(observed.filter(text -> SUSPICIOUS.matcher(text).find())).isEmpty();
    }
}
