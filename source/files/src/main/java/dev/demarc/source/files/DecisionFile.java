package dev.demarc.source.files;

import dev.demarc.check.Attestation;
import dev.demarc.check.Decisions;
import dev.demarc.check.Exemption;
import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.LocatedJson;
import dev.demarc.document.Place;
import dev.demarc.document.Quote;
import dev.demarc.estate.ResourceId;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Exemptions and attestations as people write them down:
 *
 * <pre>
 * {"exemptions":   [{"control": id, "scope": id, "category": "waiver" | "mitigated",
 *                    "reason": text, "owner": text, "expires": instant}],
 *  "attestations": [{"layer": id, "scope": id, "statement": text, "who": text,
 *                    "evidence": text, "expires": instant}]}
 * </pre>
 *
 * <p>An entry that is wrong gets a diagnostic and does not count; the others do. An expired one is kept, so that it
 * stops counting by the clock, and is told.
 */
public final class DecisionFile {
    private static final String EXEMPTIONS = "exemptions";
    private static final String ATTESTATIONS = "attestations";

    private final LocatedJson document;
    private final Catalogue catalogue;
    private final Instant now;
    private final Consumer<Diagnostic> problems;

    private DecisionFile(LocatedJson document, Catalogue catalogue, Instant now, Consumer<Diagnostic> problems) {
        this.document = document;
        this.catalogue = catalogue;
        this.now = now;
        this.problems = problems;
    }

    /** The decisions in a file. A file that cannot be read is a diagnostic, and nobody decided anything. */
    public static Decisions read(Path file, Catalogue catalogue, Instant now, Consumer<Diagnostic> problems) {
        try (InputStream in = Files.newInputStream(file)) {
            return LocatedJson.read(in, file.toString(), problems)
                    .map(document -> new DecisionFile(document, catalogue, now, problems).decisions())
                    .orElse(Decisions.NONE);
        } catch (IOException failure) {
            problems.accept(Diagnostic.error(
                    "decisions-unreadable",
                    "the decisions cannot be read",
                    Place.of(file.toString()),
                    "check that the file exists and may be read; nobody's exemptions count until then"));
            return Decisions.NONE;
        }
    }

    private Decisions decisions() {
        if (!(document.value() instanceof JsonObject root)) {
            problem(JsonPointer.ROOT, "decisions-shape", "decisions are one object", "write `{\"exemptions\": […]}`");
            return Decisions.NONE;
        }
        root.names().stream()
                .filter(name -> !Set.of(EXEMPTIONS, ATTESTATIONS).contains(name))
                .forEach(name -> problem(
                        JsonPointer.ROOT.child(name),
                        "decisions-unknown-member",
                        Quote.of(name) + " is neither `exemptions` nor `attestations`",
                        "rename or remove it"));
        var exemptions = new ArrayList<Exemption>();
        var attestations = new ArrayList<Attestation>();
        entries(root, EXEMPTIONS).forEach(entry -> exemption(entry).ifPresent(exemptions::add));
        entries(root, ATTESTATIONS).forEach(entry -> attestation(entry).ifPresent(attestations::add));
        return new Decisions(exemptions, attestations);
    }

    /** One entry, and what goes wrong while it is read. */
    private final class Entry {
        private final JsonObject object;
        private final JsonPointer at;
        private boolean sound = true;

        Entry(JsonObject object, JsonPointer at) {
            this.object = object;
            this.at = at;
        }

        String text(String name) {
            if (object.get(name) instanceof JsonString text && !text.value().isBlank()) {
                return text.value();
            }
            wrong(name, "the entry has no text `" + name + "`", "add `" + name + "`; every decision says it");
            return "";
        }

        ResourceId scope() {
            String text = text("scope");
            Optional<ResourceId> scope = ResourceId.parse(text);
            if (scope.isEmpty() && !text.isEmpty()) {
                wrong("scope", Quote.of(text) + " is not a resource id", "write it like `/subscriptions/…`");
            }
            return scope.orElse(ResourceId.TENANT);
        }

        Instant expires() {
            String text = text("expires");
            try {
                Instant expires = text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
                if (!text.isEmpty() && !now.isBefore(expires)) {
                    problems.accept(Diagnostic.warning(
                            "decision-expired",
                            "a decision expired on " + expires + " and no longer counts",
                            document.places().of(at),
                            "renew it with a new date, or remove it"));
                }
                return expires;
            } catch (DateTimeParseException notAnInstant) {
                wrong("expires", Quote.of(text) + " is not an instant", "write it like `2026-12-31T00:00:00Z`");
                return Instant.EPOCH;
            }
        }

        void wrong(String name, String message, String hint) {
            sound = false;
            problem(object.get(name) == null ? at : at.child(name), "decision-wrong", message, hint);
        }
    }

    private List<Entry> entries(JsonObject root, String name) {
        var entries = new ArrayList<Entry>();
        int index = 0;
        for (JsonValue item : root.array(name)) {
            JsonPointer at = JsonPointer.ROOT.child(name).child(index++);
            if (item instanceof JsonObject object) {
                entries.add(new Entry(object, at));
            } else {
                problem(
                        at,
                        "decision-wrong",
                        "a decision is an object, this is " + item.kind(),
                        "write it as `docs/decisions-file.md` shows");
            }
        }
        JsonValue value = root.get(name);
        if (value != null && !value.kind().equals("array")) {
            problem(
                    JsonPointer.ROOT.child(name),
                    "decision-wrong",
                    "`" + name + "` is a list, this is " + value.kind(),
                    "put the entries in `[` and `]`");
        }
        return entries;
    }

    private Optional<Exemption> exemption(Entry entry) {
        String control = entry.text("control");
        if (!control.isEmpty() && catalogue.control(control).isEmpty()) {
            entry.wrong("control", "there is no control " + Quote.of(control), "`demarc controls` lists them");
        }
        Optional<Exemption.Category> category = category(entry.text("category"));
        if (category.isEmpty()) {
            entry.wrong("category", "an exemption is a waiver or mitigated", "write `waiver` or `mitigated`");
        }
        var exemption = new Exemption(
                control,
                entry.scope(),
                category.orElse(Exemption.Category.WAIVER),
                entry.text("reason"),
                entry.text("owner"),
                entry.expires());
        return entry.sound ? Optional.of(exemption) : Optional.empty();
    }

    private static Optional<Exemption.Category> category(String word) {
        for (Exemption.Category category : Exemption.Category.values()) {
            if (category.name().equalsIgnoreCase(word)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }

    private Optional<Attestation> attestation(Entry entry) {
        String layer = entry.text("layer");
        if (!layer.isEmpty() && catalogue.layer(layer).isEmpty()) {
            entry.wrong(
                    "layer",
                    "there is no layer " + Quote.of(layer),
                    "one of: "
                            + String.join(
                                    ", ",
                                    catalogue.layers().stream().map(Layer::id).toList()));
        }
        var attestation = new Attestation(
                layer,
                entry.scope(),
                entry.text("statement"),
                entry.text("who"),
                entry.text("evidence"),
                entry.expires());
        return entry.sound ? Optional.of(attestation) : Optional.empty();
    }

    private void problem(JsonPointer at, String code, String message, String hint) {
        problems.accept(Diagnostic.error(code, message, document.places().of(at), hint));
    }
}
