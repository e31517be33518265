package dev.demarc.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Diagnostic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What case files cannot say: links, a failing input, progress, streaming. */
class FolderTest {
    private static final String GROUP =
            "{\"id\":\"/subscriptions/s1/resourceGroups/g%d\",\"properties\":{\"provisioningState\":\"Succeeded\"}}\n";

    @TempDir
    Path folder;

    @Test
    void linksInACircleEndAndLinkedFilesAreReadOnce() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(deep.resolve("one.json"), GROUP.formatted(1));
        Files.createSymbolicLink(deep.resolve("up"), folder);
        Files.createSymbolicLink(folder.resolve("z.json"), deep.resolve("one.json"));
        Files.createSymbolicLink(folder.resolve("dangling.json"), folder.resolve("nowhere"));
        Reading reading = FileSource.of(List.of(folder), Tables.secretFields()).read();
        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder("file-twice", "unreadable-path");
        assertThat(reading.files().met()).isEqualTo(3);
    }

    @Test
    void anInputThatFailsKeepsWhatCameBefore() throws IOException {
        byte[] good = GROUP.formatted(1).getBytes(StandardCharsets.UTF_8);
        var failing = new SequenceInputStream(new ByteArrayInputStream(good), new Broken());
        Reading reading = FileSource.of(List.of(FileSource.STANDARD_INPUT), failing, Tables.secretFields())
                .read();
        assertThat(reading.observations()).hasSize(1);
        assertThat(reading.diagnostics()).extracting(Diagnostic::code).containsExactly("input-failed");
        assertThat(reading.gaps()).hasSize(1);
    }

    @Test
    void progressIsToldAndStreamingGivesTheSame() throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            lines.append(GROUP.formatted(i));
        }
        Path file = Files.writeString(folder.resolve("many.jsonl"), lines);
        var source = FileSource.of(List.of(file), Tables.secretFields());
        var told = new ArrayList<Long>();
        Reading reading = source.read((document, bytes, documents) -> told.add(documents));
        assertThat(told).containsExactly(1_000L, 2_000L, 2_500L);
        assertThat(reading.files().bytes()).isEqualTo(Files.size(file));
        assertThat(source.read().observations()).isEqualTo(reading.observations());
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("pipe broken");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("pipe broken");
        }
    }
}
