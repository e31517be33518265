package dev.demarc.source.files;

import dev.demarc.document.Bounds;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonReader;
import dev.demarc.document.JsonSink;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Quote;
import dev.demarc.document.Spread;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads an export of what resource providers publish, plain or gzipped, in any of these shapes:
 *
 * <ul>
 *   <li>{@code az provider list --expand resourceTypes/aliases -o json}, the same answer of Azure Resource Manager with
 *       its {@code value}, and one provider by itself: aliases and support of tags;
 *   <li>{@code Get-AzPolicyAlias | ConvertTo-Json -Depth 10}: aliases;
 *   <li>lines of resource type, alias and default path with tabs between them: aliases.
 * </ul>
 *
 * <p>One provider is in memory at a time. What is wrong gets a diagnostic and is left out; the rest counts.
 */
public final class AliasFile {
    private static final String NAMESPACE = "namespace";
    private static final String EXPORT = "export it with `az provider list --expand resourceTypes/aliases -o json`";

    /** One provider may be far larger than any resource: {@code Microsoft.Network} alone has 20,000 aliases. */
    private static final Bounds BOUNDS = Bounds.DEFAULT.withValueBytes(160 << 20);

    private AliasFile() {}

    /** What a file tells. Where it cannot be read, that is a diagnostic, and nothing is told. */
    public static AliasDump read(Path file, Consumer<Diagnostic> problems) {
        String name = file.toString();
        try {
            var entries = new AliasEntries(problems);
            boolean lines;
            try (InputStream in = open(file)) {
                lines = AliasLines.begin(in);
            }
            try (InputStream in = open(file)) {
                if (lines) {
                    new AliasLines(entries, name, problems).read(in);
                } else {
                    var answer = new Answer(entries, problems);
                    new JsonReader(BOUNDS).read(in, name, Spread.of("value", "resourceTypes"), answer);
                    answer.close();
                }
            }
            if (entries.isEmpty()) {
                problems.accept(
                        Diagnostic.error("aliases-none", "there are no aliases in this file", Place.of(name), EXPORT));
            }
            return new AliasDump(
                    entries.providers(),
                    Optional.of(Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException failure) {
            problems.accept(Diagnostic.error(
                    "aliases-unreadable",
                    "the aliases cannot be read: " + Quote.of(String.valueOf(failure.getMessage())),
                    Place.of(name),
                    "check that the file exists and may be read; the aliases that ship are used until then"));
            return AliasDump.NOTHING;
        }
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    /** The values of a JSON export, each recognised by what it holds. */
    private static final class Answer implements JsonSink {
        private final AliasEntries entries;
        private final Consumer<Diagnostic> problems;
        private final List<Pending> pending = new ArrayList<>();

        Answer(AliasEntries entries, Consumer<Diagnostic> problems) {
            this.entries = entries;
            this.problems = problems;
        }

        /** Types of one provider, whose name comes behind them. */
        private record Pending(JsonObject type, Place place) {}

        @Override
        public void value(JsonValue value, Place place) {
            if (!(value instanceof JsonObject object)) {
                unknown("this is " + value.kind() + ", not a resource provider", place);
            } else if (object.getIgnoreCase(NAMESPACE) instanceof JsonString namespace) {
                if (object.getIgnoreCase("resourceTypes") != null) {
                    entries.provider(namespace.value(), object, place);
                } else {
                    entries.type(namespace.value(), object, place);
                }
            } else if (object.getIgnoreCase("resourceType") != null) {
                pending.add(new Pending(object, place));
            } else {
                unknown("this object names no `namespace`, so it is no resource provider", place);
            }
        }

        @Override
        public void envelope(JsonObject rest, Place place) {
            if (rest.getIgnoreCase(NAMESPACE) instanceof JsonString namespace) {
                pending.forEach(one -> entries.type(namespace.value(), one.type, one.place));
                pending.clear();
            }
            if (rest.getIgnoreCase("nextLink") instanceof JsonString) {
                problems.accept(Diagnostic.warning(
                        "aliases-next-page",
                        "the answer has a next page that is not in this file",
                        place,
                        EXPORT + ", which fetches all pages"));
            }
        }

        @Override
        public void lost(Diagnostic why, Loss loss) {
            problems.accept(why);
        }

        /** Types whose provider was never named. */
        void close() {
            pending.forEach(one -> unknown("the provider of this resource type is not named", one.place));
        }

        private void unknown(String says, Place place) {
            problems.accept(Diagnostic.error("aliases-shape", says, place, EXPORT));
        }
    }
}
