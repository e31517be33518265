package dev.demarc.source.files;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonSink;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.estate.Account;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.knowledge.SecretFields;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The reading of one file: recognises each document, drops its secrets, tells the observer, keeps the account. */
final class FileReading implements JsonSink {
    private static final int PROGRESS_EVERY = 1_000;

    private final String document;
    private final SecretFields secretFields;
    private final Observer observer;
    private final LongSupplier bytesRead;
    private final Summaries summaries;
    private final Pages pages;
    private long observed;
    private long refused;
    private long skipped;
    private long embedded;
    private long secrets;
    private boolean anyAnswer;

    FileReading(String document, SecretFields secretFields, Observer observer, LongSupplier bytesRead) {
        this.document = document;
        this.secretFields = secretFields;
        this.observer = observer;
        this.bytesRead = bytesRead;
        this.summaries = new Summaries(document, observer);
        this.pages = new Pages(observer);
    }

    @Override
    public void value(JsonValue value, Place place) {
        switch (Recognition.of(value)) {
            case Shape.Found found -> found(found, (JsonObject) value, place);
            case Shape.Flattened flat -> {
                pages.counted();
                pages.item(flat.id(), flat.type());
                summaries.flattened(flat.id(), flat.type(), place);
                refused++;
            }
            case Shape.Refused no -> {
                pages.counted();
                refuse(no, place);
            }
            case Shape.Page page -> page(page, place);
            case Shape.Table table -> table(table, place);
        }
        if (documents() % PROGRESS_EVERY == 0) {
            observer.progress(document, bytesRead.getAsLong(), documents());
        }
    }

    @Override
    public void envelope(JsonObject rest, Place place) {
        anyAnswer = true;
        pages.end(rest, place);
        beside(rest, place);
    }

    /** What stands beside a list: an error that came with the answer, or a resource that has such a list itself. */
    private void beside(JsonObject rest, Place place) {
        boolean isError = rest.get("error") instanceof JsonObject;
        boolean mayBeResource = rest.text("id").isPresent() && rest.get("properties") instanceof JsonObject;
        if (!isError && !mayBeResource) {
            return;
        }
        switch (Recognition.of(rest)) {
            case Shape.Found found -> observe(found, rest, place);
            case Shape.Refused no -> refuse(no, place);
            case Shape.Flattened flat -> {}
            case Shape.Page page -> {}
            case Shape.Table table -> {}
        }
    }

    @Override
    public void lost(Diagnostic why, Loss loss) {
        pages.counted();
        skipped++;
        summaries.problem(why, Optional.of(Gap.Kind.UNREADABLE));
    }

    /** The account of the file, which is at its end. */
    FileAccount end() {
        pages.flush();
        summaries.flush();
        if (documents() == 0 && !pages.saidCollected()) {
            observer.problem(
                    anyAnswer
                            ? Diagnostic.note(
                                    "empty-list",
                                    "the answer lists nothing",
                                    Place.of(document),
                                    "nothing to do if there is nothing; else check the query and the permissions")
                            : Diagnostic.note(
                                    "no-documents",
                                    "the file holds no document",
                                    Place.of(document),
                                    "check that the export succeeded"));
        }
        observer.progress(document, bytesRead.getAsLong(), documents());
        return new FileAccount(
                document,
                bytesRead.getAsLong(),
                new Account(documents(), observed, refused + skipped, embedded),
                skipped,
                secrets);
    }

    private long documents() {
        return observed + refused + skipped;
    }

    private void found(Shape.Found found, JsonObject value, Place place) {
        pages.counted();
        pages.item(found.id(), found.type());
        observe(found, value, place);
    }

    private void observe(Shape.Found found, JsonObject value, Place place) {
        var cleaned = secretFields.without(found.id(), found.type(), value);
        var resource = new Resource(found.id(), found.type(), cleaned.document(), found.detail());
        observed++;
        secrets += cleaned.dropped();
        observer.observed(new Observation(resource, place));
        if (found.detail() == Resource.Detail.LISTED) {
            summaries.listed(found.id(), found.type(), place);
        }
        if (found.disagrees()) {
            summaries.disagreeing();
        }
        embedded += Embedded.in(resource, place, observer::observed);
    }

    private void refuse(Shape.Refused no, Place place) {
        refused++;
        summaries.problem(new Diagnostic(no.severity(), no.code(), no.message(), place, no.hint()), no.gap());
    }

    /** An answer inside a larger value, as when the pages of a list were collected in one array. */
    private void page(Shape.Page page, Place place) {
        anyAnswer = true;
        Place list = place.at(
                place.pointer().equals(JsonPointer.ROOT)
                        ? JsonPointer.ROOT.child(page.member())
                        : place.pointer().child(page.member()));
        for (int i = 0; i < page.items().size(); i++) {
            value(page.items().get(i), list.at(list.pointer().child(i)));
        }
        pages.end(page.rest(), place);
    }

    private void table(Shape.Table table, Place place) {
        anyAnswer = true;
        List<String> columns = table.columns().stream()
                .map(column ->
                        column instanceof JsonObject named ? named.text("name").orElse("") : "")
                .toList();
        JsonPointer rows = place.pointer().child("data").child("rows");
        for (int i = 0; i < table.rows().size(); i++) {
            value(row(columns, table.rows().get(i)), place.at(rows.child(i)));
        }
        pages.end(table.rest(), place);
    }

    private static JsonValue row(List<String> columns, JsonValue row) {
        if (!(row instanceof JsonArray cells) || cells.size() != columns.size()) {
            return row;
        }
        var object = JsonObject.builder();
        for (int i = 0; i < columns.size(); i++) {
            JsonValue cell = cells.get(i);
            boolean empty = cell == JsonNull.NULL || cell.equals(new JsonString(""));
            if (!empty && !columns.get(i).isEmpty()) {
                object.set(columns.get(i), cell);
            }
        }
        return object.build();
    }
}
