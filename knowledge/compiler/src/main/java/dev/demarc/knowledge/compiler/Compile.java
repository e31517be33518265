package dev.demarc.knowledge.compiler;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The compiler as a program: {@code Compile KNOWLEDGE_FOLDER CATALOGUE_FILE PROVIDERS_FILE}. Fails with every mistake listed. */
public final class Compile {
    private Compile() {}

    /** Compiles, or fails with a message that lists all mistakes. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("wanted: KNOWLEDGE_FOLDER CATALOGUE_FILE PROVIDERS_FILE");
        }
        Path folder = Path.of(arguments[0]);
        Tables tables = Tables.read(folder);
        var mistakes = References.check(tables);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(
                    mistakes.size() + " mistakes in the knowledge tables:\n  " + String.join("\n  ", mistakes));
        }
        write(tables.catalogue(), Path.of(arguments[1]));
        write(tables.providers(), Path.of(arguments[2]));
    }

    private static void write(JsonObject compiled, Path target) throws IOException {
        byte[] bytes = JsonWriter.compact(compiled).getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (OutputStream out = new BestGzip(Files.newOutputStream(target))) {
            out.write(bytes);
        }
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
