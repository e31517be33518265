package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonValue;
import dev.demarc.document.LocatedJson;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.knowledge.TagSupport;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The public data beside the project, which is there on some machines only. */
final class SharedData {
    private SharedData() {}

    /** A file of it; empty when it is not there. */
    static Optional<Path> file(String name) {
        Path file = Path.of(System.getProperty("demarc.root", ".."), "..", "shared", "data", name);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    static List<String> lines(Path file) {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The value of one line. */
    static JsonValue json(String line) {
        return located(line).value();
    }

    /** The value of one line and where its parts stand. */
    static LocatedJson located(String line) {
        var problems = new ArrayList<Diagnostic>();
        var in = new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
        var located = LocatedJson.read(in, "line", problems::add);
        assertThat(problems).isEmpty();
        return located.orElseThrow();
    }

    /** Which types carry tags; the first line of the table that is no comment is its head. */
    static TagSupport tagSupport(Path file) {
        try {
            var listed = new HashMap<ResourceType, Boolean>();
            List<String> rows = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .toList();
            for (String row : rows) {
                String[] cells = row.split(",", -1);
                listed.put(ResourceType.of(cells[0] + "/" + cells[1]), cells[2].equals("TRUE"));
            }
            return new TagSupport(listed);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Aliases aliases(Path file) {
        var paths = new HashMap<ResourceType, Map<String, String>>();
        for (String line : lines(file)) {
            String[] parts = line.split("\t", -1);
            if (!line.startsWith("#") && parts.length == 3) {
                ResourceType.parse(parts[0])
                        .ifPresent(type -> paths.computeIfAbsent(type, one -> new HashMap<>())
                                .put(parts[1], parts[2]));
            }
        }
        return Aliases.ofPaths(paths);
    }
}
