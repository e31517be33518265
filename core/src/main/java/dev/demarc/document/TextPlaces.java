package dev.demarc.document;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Places of a text that is kept. Where every value begins is worked out once, in one pass; names, ends and characters
 * inside texts are found from there by looking at the bytes around, when they are asked for.
 */
final class TextPlaces implements Places {
    private final String document;
    private final byte[] bytes;
    private final Map<JsonPointer, Spot> byPointer = new HashMap<>();

    /** Where a value begins. */
    private record Spot(int offset, Place place) {}

    TextPlaces(String document, byte[] bytes, Offsets offsets) {
        this(Place.of(document, 1, 1), bytes, 0, offsets);
    }

    /** The places of a value that begins somewhere in the text; its offsets count from there. */
    TextPlaces(Place start, byte[] bytes, int from, Offsets offsets) {
        this.document = start.document();
        this.bytes = bytes;
        Place last = start;
        int passed = from;
        for (Map.Entry<JsonPointer, Integer> entry : offsets.byPointer().entrySet()) {
            last = Position.within(last, bytes, passed, from + entry.getValue());
            passed = from + entry.getValue();
            byPointer.put(entry.getKey(), new Spot(passed, last));
        }
    }

    SourceLines lines() {
        return SourceLines.of(document, new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public Place of(JsonPointer pointer) {
        return nearest(pointer)
                .map(spot -> spot.place().withLength(characters(spot.offset(), end(spot.offset()))))
                .orElse(Place.of(document))
                .at(pointer);
    }

    @Override
    public Place name(JsonPointer pointer) {
        Spot spot = byPointer.get(pointer);
        int closing = spot == null ? -1 : lastQuoteBefore(spot.offset());
        if (spot == null || closing < 0) {
            return of(pointer);
        }
        int opening = opening(closing);
        return at(spot.place().line() - lines(opening, spot.offset()), opening, closing + 1)
                .at(pointer);
    }

    @Override
    public Place inside(JsonPointer pointer, int character, int length) {
        Spot spot = byPointer.get(pointer);
        if (spot == null || bytes[spot.offset()] != '"') {
            return of(pointer);
        }
        int from = skip(spot.offset() + 1, character - 1);
        int to = skip(from, Math.max(1, length));
        return new Place(
                document,
                spot.place().line(),
                spot.place().column() + characters(spot.offset(), from),
                pointer,
                Math.max(1, characters(from, to)));
    }

    private Optional<Spot> nearest(JsonPointer pointer) {
        List<String> tokens = pointer.tokens();
        for (int length = tokens.size(); length >= 0; length--) {
            @Nullable Spot spot = byPointer.get(new JsonPointer(tokens.subList(0, length)));
            if (spot != null) {
                return Optional.of(spot);
            }
        }
        return Optional.empty();
    }

    private Place at(long line, int from, int to) {
        int start = from;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return Place.of(document, line, 1 + characters(start, from)).withLength(characters(from, to));
    }

    /** Where the value ends that begins here; objects and arrays are taken to be their bracket. */
    private int end(int offset) {
        int at = offset + 1;
        if (bytes[offset] == '"') {
            while (at < bytes.length && bytes[at] != '"') {
                at += bytes[at] == '\\' ? 2 : 1;
            }
            return Math.min(bytes.length, at + 1);
        }
        if (bytes[offset] != '{' && bytes[offset] != '[') {
            while (at < bytes.length && ",]} \t\r\n".indexOf(bytes[at]) < 0) {
                at++;
            }
        }
        return at;
    }

    /** The quote that closes the name before a value; -1 when the value is no member. */
    private int lastQuoteBefore(int offset) {
        int at = offset - 1;
        boolean colon = false;
        while (at >= 0 && " \t\r\n:".indexOf(bytes[at]) >= 0) {
            colon |= bytes[at] == ':';
            at--;
        }
        return colon && at > 0 && bytes[at] == '"' ? at : -1;
    }

    /** The quote that opens the name that this one closes: the nearest that no backslash escapes. */
    private int opening(int closing) {
        int at = closing - 1;
        while (at > 0 && (bytes[at] != '"' || bytes[at - 1] == '\\')) {
            at--;
        }
        return at;
    }

    /** Where the text goes on after so many of its UTF-16 characters; at its closing quote at the latest. */
    private int skip(int from, int characters) {
        int at = from;
        for (int left = characters; left > 0 && at < bytes.length && bytes[at] != '"'; left--) {
            if (bytes[at] == '\\') {
                at += bytes[at + 1] == 'u' ? 6 : 2;
            } else {
                boolean pair = (bytes[at] & 0xf8) == 0xf0;
                at++;
                while (at < bytes.length && (bytes[at] & 0xc0) == 0x80) {
                    at++;
                }
                left -= pair ? 1 : 0;
            }
        }
        return at;
    }

    private int characters(int from, int to) {
        int characters = 0;
        for (int at = from; at < to; at++) {
            characters += (bytes[at] & 0xc0) == 0x80 ? 0 : 1;
        }
        return characters;
    }

    private int lines(int from, int to) {
        int lines = 0;
        for (int at = from; at < to; at++) {
            lines += bytes[at] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
