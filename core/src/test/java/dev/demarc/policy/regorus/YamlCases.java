package dev.demarc.policy.regorus;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.LocatedJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The YAML files of microsoft/regorus below a folder, as cases. */
final class YamlCases {
    private YamlCases() {}

    /**
     * One case.
     *
     * @param file its file, relative to the folder of all cases
     * @param path the same on disk
     * @param header what stands in the file beside its cases
     */
    record Case(String file, Path path, JsonObject header, JsonObject body) {
        String note() {
            return body.text("note").orElse("");
        }

        /** A member of the case, or else of its file. */
        @Nullable
        JsonValue member(String name) {
            JsonValue own = body.get(name);
            return own == null ? header.get(name) : own;
        }

        boolean says(String name) {
            return body.get(name) == JsonBoolean.TRUE;
        }

        /** A JSON file beside the folders of cases that the header names. */
        JsonValue aliasFile(String name) {
            Path file = Path.of(name);
            Path beside = path.resolveSibling("../aliases").resolve(file).normalize();
            Path relative = path.resolveSibling(file).normalize();
            try {
                return json(Files.readString(Files.exists(beside) ? beside : relative))
                        .orElseThrow();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** All cases of all files below a folder, by file and place in it. */
    static List<Case> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            var cases = new ArrayList<Case>();
            for (Path file : files.filter(one ->
                            one.toString().endsWith(".yaml") || one.toString().endsWith(".yml"))
                    .sorted()
                    .toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                cases.addAll(of(name, file, Files.readString(file)));
            }
            return cases;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Case> of(String name, Path file, String text) {
        var cases = new ArrayList<Case>();
        if (yaml(text) instanceof JsonObject header && header.get("cases") instanceof JsonArray bodies) {
            bodies.forEach(body -> cases.add(new Case(name, file, header, (JsonObject) body)));
        }
        return cases;
    }

    /** The value of a YAML text. */
    static JsonValue yaml(String text) {
        return value(new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(text));
    }

    private static JsonValue value(@Nullable Object loaded) {
        return switch (loaded) {
            case null -> JsonNull.NULL;
            case String text -> new JsonString(text);
            case Boolean truth -> JsonBoolean.of(truth);
            case Number number -> new JsonNumber(number.toString());
            case List<?> list ->
                JsonArray.of(list.stream().map(YamlCases::value).toList());
            case Map<?, ?> map -> {
                var object = JsonObject.builder();
                map.forEach((name, member) -> object.set(String.valueOf(name), value(member)));
                yield object.build();
            }
            default -> throw new IllegalArgumentException("no JSON: " + loaded.getClass());
        };
    }

    /** The value of a JSON text; empty when it is none. */
    static Optional<JsonValue> json(String text) {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return LocatedJson.read(in, "case", problem -> {}).map(LocatedJson::value);
    }

    /** Whether two values are the same, numbers by magnitude. */
    static boolean same(JsonValue one, JsonValue other) {
        if (one instanceof JsonNumber left && other instanceof JsonNumber right) {
            return left.decimal().compareTo(right.decimal()) == 0;
        }
        if (one instanceof JsonArray left && other instanceof JsonArray right) {
            return left.size() == right.size()
                    && Stream.iterate(0, i -> i + 1).limit(left.size()).allMatch(i -> same(left.get(i), right.get(i)));
        }
        if (one instanceof JsonObject left && other instanceof JsonObject right) {
            return left.size() == right.size()
                    && left.names().stream().allMatch(name -> {
                        JsonValue there = right.get(name);
                        JsonValue here = left.get(name);
                        return there != null && here != null && same(here, there);
                    });
        }
        return one.equals(other);
    }
}
