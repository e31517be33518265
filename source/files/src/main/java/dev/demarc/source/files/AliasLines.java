package dev.demarc.source.files;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Place;
import dev.demarc.document.Quote;
import dev.demarc.estate.ResourceType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of resource type, alias and default path with tabs between them. Lines that begin with {@code #} and a first
 * line of headings are passed over. A type without a provider is of the alias's provider; a line that names it counts
 * before one that does not.
 */
final class AliasLines {
    private static final int LONGEST = 4_096;
    private static final int MOST_TOLD = 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final AliasEntries entries;
    private final String document;
    private final Consumer<Diagnostic> problems;
    private final Map<String, Row> withoutProvider = new LinkedHashMap<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private long wrong;

    AliasLines(AliasEntries entries, String document, Consumer<Diagnostic> problems) {
        this.entries = entries;
        this.document = document;
        this.problems = problems;
    }

    private record Row(ResourceType type, String alias, String path) {}

    /** Whether an input begins as such lines do. Takes characters from it. */
    static boolean begin(InputStream raw) {
        try {
            String first = line(open(raw));
            String text = first == null ? "" : withoutMark(first);
            return text.startsWith("#") || (text.indexOf('\t') > 0 && Character.isLetter(text.charAt(0)));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Reader open(InputStream raw) throws IOException {
        var in = new PushbackInputStream(raw, 2);
        byte[] head = in.readNBytes(2);
        in.unread(head);
        boolean zipped = head.length == 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
        return new BufferedReader(new InputStreamReader(zipped ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
    }

    private static String withoutMark(String line) {
        return !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
    }

    /** Takes every line that is as it should be. */
    void read(InputStream raw) {
        long number = 0;
        try {
            Reader reader = open(raw);
            for (String line = line(reader); line != null; line = line(reader)) {
                line(withoutMark(line), ++number);
            }
        } catch (IOException failure) {
            problems.accept(Diagnostic.error(
                    "aliases-broken-off",
                    "the aliases break off: " + Quote.of(String.valueOf(failure.getMessage())),
                    Place.of(document, number + 1, 0),
                    "copy the file again; what came before counts"));
        }
        withoutProvider.forEach(rows::putIfAbsent);
        rows.values().forEach(row -> entries.add(row.type, row.alias, row.path));
        if (wrong > MOST_TOLD) {
            problems.accept(Diagnostic.warning(
                    "alias-lines-wrong",
                    wrong + " lines are not aliases, the first " + MOST_TOLD + " are told",
                    Place.of(document),
                    "write resource type, alias and path with tabs between them"));
        }
    }

    /** The next line, cut where it is longer than any alias; null at the end. */
    private static @Nullable String line(Reader reader) throws IOException {
        var line = new StringBuilder();
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.length() <= LONGEST) {
                line.append((char) next);
            }
            next = reader.read();
        }
        return line.toString();
    }

    private void line(String line, long number) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        String[] columns = line.split("\t", -1);
        Optional<Row> row = columns.length == 3 && line.length() <= LONGEST ? row(columns) : Optional.empty();
        if (row.isPresent()) {
            (namesProvider(columns[0]) ? rows : withoutProvider).put(key(row.get()), row.get());
        } else if (number > 1 || columns.length != 3) {
            wrong(line, number);
        }
    }

    private static String key(Row row) {
        return row.type.folded() + "|" + row.alias.toLowerCase(Locale.ROOT);
    }

    private static Optional<Row> row(String[] columns) {
        String type = columns[0].strip();
        String alias = columns[1].strip();
        String path = columns[2].strip();
        int slash = alias.indexOf('/');
        if (slash <= 0 || path.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        return ResourceType.parse(namesProvider(type) ? type : alias.substring(0, slash) + "/" + type)
                .map(parsed -> new Row(parsed, alias, path));
    }

    private static boolean namesProvider(String type) {
        int dot = type.indexOf('.');
        return dot > 0 && dot < type.indexOf('/');
    }

    private void wrong(String line, long number) {
        wrong++;
        if (wrong <= MOST_TOLD) {
            problems.accept(Diagnostic.warning(
                    "alias-line-wrong",
                    Quote.of(line) + " is not an alias",
                    Place.of(document, number, 1),
                    "write resource type, alias and path with tabs between them"));
        }
    }
}
