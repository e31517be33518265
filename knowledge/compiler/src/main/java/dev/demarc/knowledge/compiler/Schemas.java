package dev.demarc.knowledge.compiler;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.demarc.document.JsonValue;
import dev.demarc.document.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The schemas of the tables, read from their folder once. */
final class Schemas {
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Path folder;

    Schemas(Path folder) {
        this.folder = folder;
    }

    /** What is wrong with a value by the schema of this name, a sentence each; empty when it is valid. */
    List<String> mistakes(String name, JsonValue value) throws IOException {
        Schema schema = schemas.get(name);
        if (schema == null) {
            schema = registry.getSchema(Files.readString(folder.resolve(name + ".schema.json")), InputFormat.JSON);
            schemas.put(name, schema);
        }
        return schema.validate(JsonWriter.compact(value), InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
