package dev.demarc.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Diagnostic;
import dev.demarc.estate.Estate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever mixes exports of two days is told where they disagree. */
class ContradictionsTest {
    @TempDir
    Path folder;

    @Test
    void aSettingThatDiffersIsTold() throws IOException {
        write("a.json", 1, "\"https\":true,\"tls\":\"TLS1_2\"");
        write("b.json", 1, "\"https\":false,\"tls\":\"tls1_2\"");
        assertThat(told()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Diagnostic.Severity.WARNING);
            assertThat(problem.code()).isEqualTo("read-twice-differently");
            assertThat(problem.message())
                    .isEqualTo("`st0` was read more than once and differs at `/properties/https`; what counts is "
                            + folder.resolve("a.json:1:1"));
            assertThat(problem.place().document()).endsWith("b.json");
            assertThat(problem.hint()).isEqualTo("read the export of one moment only");
        });
    }

    @Test
    void sayingMoreIsNoContradiction() throws IOException {
        write("a.json", 1, "\"https\":true,\"etag\":\"1\",\"rules\":[{\"a\":1}],\"keys\":null");
        write("b.json", 1, "\"https\":true,\"etag\":\"2\",\"rules\":[{\"a\":1,\"b\":2}],\"keys\":{},\"more\":1");
        assertThat(told()).isEmpty();
    }

    @Test
    void manyAreCounted() throws IOException {
        write("a.json", 9, "\"rules\":[1]");
        write("b.json", 9, "\"rules\":[1,2]");
        assertThat(told())
                .hasSize(6)
                .last()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("4 more resources were read more than once and do not say the same"));
    }

    private void write(String name, int count, String properties) throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"id\":\"/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/st")
                    .append(i)
                    .append("\",\"properties\":{")
                    .append(properties)
                    .append("}}\n");
        }
        Files.writeString(folder.resolve(name), lines);
    }

    private List<Diagnostic> told() throws IOException {
        Reading reading = FileSource.of(List.of(folder), Tables.secretFields()).read();
        var told = new ArrayList<Diagnostic>();
        Contradictions.tell(reading.observations(), Estate.of(reading.observations(), reading.gaps()), told::add);
        return told;
    }
}
