package dev.demarc.source.files;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.knowledge.SecretFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML files as JSON values, and the table of secrets as it is in the project. */
public final class Tables {
    public static final Path ROOT = Path.of(System.getProperty("demarc.root", "../.."));

    private Tables() {}

    public static SecretFields secretFields() throws IOException {
        return SecretFields.of((JsonObject) yaml(ROOT.resolve("knowledge/secrets.yaml")));
    }

    public static JsonValue yaml(Path file) throws IOException {
        return value(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
    }

    private static JsonValue value(@Nullable Object read) {
        return switch (read) {
            case null -> JsonNull.NULL;
            case Map<?, ?> map -> {
                var object = JsonObject.builder();
                map.forEach((name, value) -> object.put(String.valueOf(name), value(value)));
                yield object.build();
            }
            case List<?> list -> JsonArray.of(list.stream().map(Tables::value).toList());
            case Boolean bool -> JsonBoolean.of(bool);
            case Number number -> new JsonNumber(number.toString());
            default -> new JsonString(read.toString());
        };
    }
}
