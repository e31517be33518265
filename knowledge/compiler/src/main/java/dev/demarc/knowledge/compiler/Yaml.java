package dev.demarc.knowledge.compiler;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML 1.2 files as JSON values. */
final class Yaml {
    private Yaml() {}

    /** The one document of a file; a duplicate key or a second document is an error. */
    static JsonValue read(Path file) throws IOException {
        var settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setAllowDuplicateKeys(false)
                .setSchema(new CoreSchema())
                .setCodePointLimit(50_000_000)
                .build();
        return value(new Load(settings).loadFromString(Files.readString(file)), file);
    }

    private static JsonValue value(@Nullable Object loaded, Path file) {
        return switch (loaded) {
            case null -> JsonNull.NULL;
            case Map<?, ?> map -> {
                var object = JsonObject.builder();
                map.forEach((name, member) -> {
                    if (!(name instanceof String text)) {
                        throw new IllegalStateException(file + ": `" + name + "` is used as a name; quote it");
                    }
                    object.put(text, value(member, file));
                });
                yield object.build();
            }
            case List<?> list -> {
                var items = new ArrayList<JsonValue>();
                list.forEach(item -> items.add(value(item, file)));
                yield JsonArray.of(items);
            }
            case String text -> new JsonString(text);
            case Boolean bool -> JsonBoolean.of(bool);
            case Number number -> new JsonNumber(number.toString());
            default -> throw new IllegalStateException(file + ": a value of an unknown kind: " + loaded);
        };
    }
}
