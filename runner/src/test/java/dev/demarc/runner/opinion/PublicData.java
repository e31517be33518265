package dev.demarc.runner.opinion;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.LocatedJson;
import dev.demarc.document.Places;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyParser;
import dev.demarc.runner.ShippedKnowledge;
import dev.demarc.source.files.FileSource;
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
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The public data beside the project, which is there on some machines only. */
final class PublicData {
    private final Path folder;

    private PublicData(Path folder) {
        this.folder = folder;
    }

    /** The data; empty where it is not beside the project. */
    static Optional<PublicData> beside() {
        Path folder = Path.of(System.getProperty("demarc.root", ".."), "../shared/data");
        return Files.isRegularFile(folder.resolve("policy/decisions.tsv.gz"))
                ? Optional.of(new PublicData(folder.normalize()))
                : Optional.empty();
    }

    /** One decision of the other engine. */
    record Decision(String definition, String resource, String outcome) {}

    /** Its decisions by definition, in the order of the file. */
    Map<String, List<Decision>> decisions() {
        var byDefinition = new TreeMap<String, List<Decision>>();
        lines("policy/decisions.tsv.gz", line -> {
            if (!line.startsWith("#")) {
                String[] parts = line.split("\t", -1);
                byDefinition
                        .computeIfAbsent(parts[0], name -> new ArrayList<>())
                        .add(new Decision(parts[0], parts[1], parts[2]));
            }
        });
        return byDefinition;
    }

    /** The published definitions by name. */
    Map<String, PolicyDefinition> definitions() {
        var byName = new HashMap<String, PolicyDefinition>();
        lines("policy/definitions.jsonl.gz", line -> {
            var parsed = PolicyParser.definition(json(line), Places.unknownLines("definition"));
            PolicyDefinition definition = parsed.value()
                    .orElseThrow(() -> new IllegalStateException(
                            parsed.diagnostics().getFirst().toString()));
            byName.put(definition.name(), definition);
        });
        return byName;
    }

    /** Their documents by name. */
    Map<String, JsonObject> definitionDocuments() {
        var byName = new HashMap<String, JsonObject>();
        lines("policy/definitions.jsonl.gz", line -> {
            JsonObject document = json(line);
            document.text("name").ifPresent(name -> byName.put(name, document));
        });
        return byName;
    }

    /** The table of aliases. */
    Aliases aliases() {
        var paths = new HashMap<ResourceType, Map<String, String>>();
        lines("policy/aliases.tsv.gz", line -> {
            String[] parts = line.split("\t", -1);
            if (!line.startsWith("#") && parts.length == 3) {
                ResourceType.parse(parts[0])
                        .ifPresent(type -> paths.computeIfAbsent(type, one -> new HashMap<>())
                                .put(parts[1], parts[2]));
            }
        });
        return Aliases.ofPaths(paths);
    }

    /** The resources that have a document of their own, by id; those embedded in others are left out. */
    static Map<String, Resource> whole(List<Observation> observations) {
        var byId = new HashMap<String, Resource>();
        for (Observation seen : observations) {
            if (seen.origin().pointer().equals(JsonPointer.ROOT)) {
                byId.put(seen.resource().id().text(), seen.resource());
            }
        }
        return byId;
    }

    /** Everything recorded, that which is embedded in other documents too. */
    List<Observation> observations() {
        return read("estate/estate.jsonl.gz");
    }

    /** Examples of the APIs: of more types, in shapes that services return, with values that somebody made up. */
    List<Observation> examples() {
        return read("estate/spec-examples.jsonl.gz");
    }

    private List<Observation> read(String file) {
        return FileSource.of(
                        List.of(folder.resolve(file)),
                        ShippedKnowledge.catalogue().secretFields())
                .read()
                .observations();
    }

    /** A file of one JSON object. */
    JsonObject object(String file) {
        try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)))) {
            return (JsonObject) LocatedJson.read(in, file, problem -> {
                        throw new IllegalStateException(problem.toString());
                    })
                    .orElseThrow()
                    .value();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonObject json(String line) {
        var in = new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
        return (JsonObject) LocatedJson.read(in, "line", problem -> {
                    throw new IllegalStateException(problem.toString());
                })
                .orElseThrow()
                .value();
    }

    private void lines(String file, Consumer<String> each) {
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8))) {
            reader.lines().forEach(each);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
