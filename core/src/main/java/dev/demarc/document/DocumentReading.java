package dev.demarc.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass through one document: finds its values with the scanner, parses each, tells the sink. */
final class DocumentReading {
    /** What to do after a root value. */
    private enum Next {
        CLOSED,
        NEXT_LINE,
        STOP
    }

    /** How many bytes of a line that begins with no bracket are looked at: a scalar at the root is nothing large. */
    private static final int LONGEST_SCALAR = 1 << 16;

    private static final byte[] PLACEHOLDER = "null".getBytes(StandardCharsets.US_ASCII);

    private final JsonScanner scanner;
    private final JsonText text;
    private final Bounds bounds;
    private final String document;
    private final Spread spread;
    private final JsonSink sink;
    private final Losses losses;
    private boolean anything;

    DocumentReading(JsonScanner scanner, JsonText text, Bounds bounds, String document, Spread spread, JsonSink sink) {
        this.scanner = scanner;
        this.text = text;
        this.bounds = bounds;
        this.document = document;
        this.spread = spread;
        this.sink = sink;
        this.losses = new Losses(document, bounds, sink);
    }

    void read() {
        int first = scanner.nextRoot();
        while (first != JsonScanner.END) {
            Next next = root(first);
            anything = true;
            if (next == Next.STOP || (next == Next.CLOSED && !afterRoot())) {
                return;
            }
            first = scanner.nextRoot();
        }
        if (scanner.failure().isPresent()) {
            broken(scanner.failure().get());
        } else if (!anything) {
            losses.empty();
        }
    }

    private Next root(int first) {
        if (first == '{') {
            return object();
        }
        if (first == '[') {
            return spread.rootArray() ? elements() : whole();
        }
        return bare(first);
    }

    private boolean afterRoot() {
        int next = scanner.nextOnLine();
        if (next == JsonScanner.END || next == '{' || next == '[') {
            return true;
        }
        if (next == '\n') {
            if (scanner.mode() == JsonScanner.Mode.UNDECIDED) {
                scanner.mode(JsonScanner.Mode.LINES);
            }
            return true;
        }
        return broken(
                        "trailing-garbage",
                        "after the end of the value comes text that is not JSON",
                        here(),
                        "remove what follows the value, or export it again",
                        false)
                == Next.NEXT_LINE;
    }

    private Next whole() {
        Place start = here();
        scanner.mark();
        return scanned(scanner.value(bounds.depth()), start);
    }

    /** A root that is neither object nor array: a number, a word, or no JSON at all. */
    private Next bare(int first) {
        Place start = here();
        if (first == '<' && !anything) {
            return stop(
                    "html",
                    "this is a web page or XML, not JSON",
                    start,
                    "a sign-in or error page was saved instead of the answer: sign in and export again");
        }
        scanner.mark(LONGEST_SCALAR);
        scanner.restOfLine();
        if (!scanner.overflowed()) {
            try {
                sink.value(text.parse(scanner.buffer(), scanner.from(), scanner.to(), null), start);
                scanner.release();
                return Next.CLOSED;
            } catch (Refusal refusal) {
                return noValue(refusal, start);
            }
        }
        return notJson(start);
    }

    private Next noValue(Refusal refusal, Place start) {
        if (!refusal.syntax) {
            losses.tell(refusal, start);
            return Next.CLOSED;
        }
        if (!refusal.code.equals("syntax")) {
            return broken(refusal.code, refusal.sentence, start, refusal.hint, false);
        }
        return notJson(start);
    }

    private Next notJson(Place start) {
        if (anything && scanner.mode() == JsonScanner.Mode.DOCUMENT) {
            return stop(
                    "trailing-garbage",
                    "after the end of the value comes text that is not JSON",
                    start,
                    "remove what follows the value, or export it again");
        }
        return saysTheCommand()
                ? broken(
                        "not-json",
                        "this is what a command said, not the JSON that it answered",
                        start,
                        "see what the command reports and run it again; save only its standard output",
                        false)
                : broken(
                        "not-json",
                        "this is not JSON: a document starts with a brace or a bracket",
                        start,
                        "export the data as JSON (`--output json`)",
                        false);
    }

    /** Whether the line begins as command lines begin errors and warnings, saved along with or instead of the answer. */
    private boolean saysTheCommand() {
        if (scanner.overflowed()) {
            return false;
        }
        int length = Math.min(scanner.to() - scanner.from(), 8);
        String begin = new String(scanner.buffer(), scanner.from(), length, StandardCharsets.US_ASCII);
        return begin.startsWith("ERROR:") || begin.startsWith("WARNING:");
    }

    private Next object() {
        Place start = here();
        var envelope = new Envelope(start);
        scanner.mark();
        scanner.take();
        int next = scanner.next(false);
        boolean first = true;
        while (next != '}' || !first) {
            first = false;
            if (next != '"') {
                return unexpected(next, true, "a member name in double quotes");
            }
            Next member = member(envelope);
            if (member != Next.CLOSED) {
                return member;
            }
            next = scanner.next(false);
            if (next == '}') {
                break;
            }
            if (next != ',') {
                return unexpected(next, false, "a comma or a closing brace");
            }
            scanner.take();
            next = scanner.next(false);
        }
        scanner.take();
        return envelope.close();
    }

    /** A member of a root object: spread when it is one of the arrays to spread, else kept for the envelope. */
    private Next member(Envelope envelope) {
        envelope.bound();
        int nameFrom = scanner.to() - scanner.from() + 1;
        var scan = scanner.string();
        if (scan != JsonScanner.Scan.DONE) {
            return scanned(scan, here());
        }
        String name = envelope.spreadName(nameFrom);
        int next = scanner.next(false);
        if (next != ':') {
            return unexpected(next, false, "a colon");
        }
        scanner.take();
        next = scanner.next(false);
        if (next < 0 || next == ',' || next == '}' || next == ']') {
            return unexpected(next, false, "a value");
        }
        if (name != null && next == '[') {
            envelope.spread(name);
            Next list = elements();
            scanner.mark();
            return list;
        }
        Place place = here();
        scan = scanner.value(bounds.depth() - 1);
        switch (scan) {
            case DONE -> {}
            case TOO_DEEP -> envelope.refuse(losses.tooDeep(place));
            case TOO_LARGE -> envelope.refuse(losses.tooLarge(place));
            case CUT, END, OPEN_STRING, MISMATCH -> {
                return scanned(scan, place);
            }
        }
        return Next.CLOSED;
    }

    private Next elements() {
        scanner.release();
        scanner.take();
        int next = scanner.next(true);
        boolean first = true;
        while (next != ']' || !first) {
            first = false;
            if (next < 0 || next == ',' || next == ':' || next == ']' || next == '}') {
                return unexpected(next, false, "a value");
            }
            Place start = here();
            scanner.mark();
            Next element = scanned(scanner.value(bounds.depth()), start);
            scanner.release();
            if (element != Next.CLOSED) {
                return element;
            }
            next = scanner.next(true);
            if (next == ']') {
                break;
            }
            if (next != ',') {
                return unexpected(next, false, "a comma or a closing bracket");
            }
            scanner.take();
            next = scanner.next(true);
        }
        scanner.take();
        return Next.CLOSED;
    }

    /** Handles the value between the mark and here by how its scan ended. */
    private Next scanned(JsonScanner.Scan scan, Place start) {
        return switch (scan) {
            case DONE -> parsed(start);
            case TOO_DEEP -> lostValue(losses.tooDeep(start));
            case TOO_LARGE -> lostValue(losses.tooLarge(start));
            case CUT -> unexpected(JsonScanner.CUT, false, "");
            case END -> unexpected(JsonScanner.END, false, "");
            case OPEN_STRING ->
                broken(
                        "string-not-closed",
                        "the line ends inside a string",
                        here(),
                        "close the string, or export the data again",
                        true);
            case MISMATCH ->
                broken(
                        "syntax",
                        "this is not JSON: the closing bracket does not match the opening one",
                        here(),
                        SyntaxError.HINT,
                        true);
        };
    }

    private Next parsed(Place start) {
        try {
            sink.value(text.parse(scanner.buffer(), scanner.from(), scanner.to(), null), start);
            return Next.CLOSED;
        } catch (Refusal refusal) {
            Place place = Position.within(start, scanner.buffer(), scanner.from(), scanner.from() + refusal.offset);
            if (refusal.syntax) {
                return broken(refusal.code, refusal.sentence, place, refusal.hint, true);
            }
            losses.tell(refusal, place);
            return Next.CLOSED;
        }
    }

    private Next unexpected(int next, boolean name, String wanted) {
        if (next == JsonScanner.CUT) {
            losses.lineCutShort(scanner.line() - 1);
            return Next.NEXT_LINE;
        }
        if (next == JsonScanner.END) {
            return scanner.failure()
                    .map(this::broken)
                    .orElseGet(() -> stop(
                            "truncated",
                            "the document ends inside a value",
                            here(),
                            "the export was cut off: export the data again"));
        }
        boolean unquoted = name && (Character.isLetter(next) || next == '\'' || next == '_');
        return broken(
                unquoted ? "name-not-quoted" : "syntax",
                "this is not JSON: " + wanted + " should stand here, not " + Quote.of(Character.toString(next)),
                here(),
                unquoted ? "put the name in double quotes, or export the data as JSON" : SyntaxError.HINT,
                true);
    }

    private Next broken(IOException failure) {
        if (failure instanceof InputFailure input) {
            return stop(input.code, input.sentence, here(), input.hint);
        }
        return stop(
                "input-failed",
                "the input could not be read to its end: " + Quote.of(String.valueOf(failure.getMessage())),
                here(),
                "check the disk or the program that writes the input, then read it again");
    }

    private Next broken(String code, String sentence, Place place, String hint, boolean open) {
        boolean goesOn = scanner.skipBrokenLine(open);
        if (!goesOn) {
            return stop(code, sentence, place, hint);
        }
        losses.tell(code, sentence + "; the rest of this line was not read", place, hint, JsonSink.Loss.LINE);
        return Next.NEXT_LINE;
    }

    private Next stop(String code, String sentence, Place place, String hint) {
        losses.tell(code, sentence + "; what follows was not read", place, hint, JsonSink.Loss.REST);
        return Next.STOP;
    }

    private Next lostValue(Diagnostic why) {
        sink.lost(why, JsonSink.Loss.VALUE);
        return Next.CLOSED;
    }

    private Place here() {
        return Place.of(document, scanner.line(), scanner.column());
    }

    /** The text of a root object without the arrays spread from it, as it is put together. */
    private final class Envelope {
        private final Place start;
        private final ByteArrayOutputStream before = new ByteArrayOutputStream(0);
        private final Set<String> spreadNames = new HashSet<>();
        private @Nullable Diagnostic refused;

        Envelope(Place start) {
            this.start = start;
        }

        /** Forgets a text that has become too large. */
        void bound() {
            if (scanner.overflowed() || before.size() > bounds.valueBytes()) {
                refuse(losses.tooLarge(start));
                before.reset();
                scanner.mark();
            }
        }

        void refuse(Diagnostic why) {
            refused = Optional.ofNullable(refused).orElse(why);
        }

        /** The name just passed when it is one whose array is spread, else null. */
        @Nullable
        String spreadName(int nameFrom) {
            if (scanner.overflowed()) {
                return null;
            }
            int from = scanner.from() + nameFrom;
            int length = scanner.to() - 1 - from;
            for (String name : spread.members()) {
                if (name.length() == length
                        && name.equals(new String(scanner.buffer(), from, length, StandardCharsets.UTF_8))) {
                    return name;
                }
            }
            return null;
        }

        void spread(String name) {
            if (scanner.overflowed()) {
                refuse(losses.tooLarge(start));
            } else {
                before.write(scanner.buffer(), scanner.from(), scanner.to() - scanner.from());
                before.writeBytes(PLACEHOLDER);
            }
            spreadNames.add(name);
        }

        Next close() {
            bound();
            if (refused != null) {
                return lostValue(refused);
            }
            if (spreadNames.isEmpty()) {
                return scanned(
                        scanner.to() - scanner.from() > bounds.valueBytes()
                                ? JsonScanner.Scan.TOO_LARGE
                                : JsonScanner.Scan.DONE,
                        start);
            }
            before.write(scanner.buffer(), scanner.from(), scanner.to() - scanner.from());
            byte[] whole = before.toByteArray();
            try {
                var rest = JsonObject.builder();
                ((JsonObject) text.parse(whole, 0, whole.length, null)).forEach((name, value) -> {
                    if (!spreadNames.contains(name)) {
                        rest.append(name, value);
                    }
                });
                sink.envelope(rest.build(), start);
                return Next.CLOSED;
            } catch (Refusal refusal) {
                if (refusal.syntax) {
                    return broken(refusal.code, refusal.sentence, start, refusal.hint, true);
                }
                losses.tell(refusal, start);
                return Next.CLOSED;
            }
        }
    }
}
