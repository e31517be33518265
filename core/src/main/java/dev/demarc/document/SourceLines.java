package dev.demarc.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a document, for showing what a message is about.
 *
 * @param document the name the user gave it, as places have it
 * @param lines without their ends; empty when the text is not known
 */
public record SourceLines(String document, List<String> lines) {
    public SourceLines {
        lines = List.copyOf(lines);
    }

    /** The lines of a text. Lines end as {@link Place#line} counts them: with a line feed, before it a return or none. */
    public static SourceLines of(String document, String text) {
        return new SourceLines(
                document,
                text.isEmpty() ? List.of() : List.of(text.replace("\r\n", "\n").split("\n", -1)));
    }

    /** The lines of a document's bytes, plain or gzipped, UTF-8 or UTF-16 with its mark; none when they are no text. */
    public static SourceLines of(String document, byte[] bytes) {
        try {
            byte[] text = Input.open(new ByteArrayInputStream(bytes)).readNBytes(Bounds.DEFAULT.valueBytes());
            return of(document, new String(text, StandardCharsets.UTF_8));
        } catch (IOException noText) {
            return new SourceLines(document, List.of());
        }
    }

    /** A line by its number, from 1; empty when there is no such line. */
    public Optional<String> line(long number) {
        return number >= 1 && number <= lines.size() ? Optional.of(lines.get((int) number - 1)) : Optional.empty();
    }
}
