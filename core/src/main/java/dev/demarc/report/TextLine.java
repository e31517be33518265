package dev.demarc.report;

import dev.demarc.estate.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of text in the making: printable pieces, each in a tone. */
final class TextLine {
    private record Piece(String text, Tone tone) {}

    private final Screen screen;
    private final SubscriptionNames subscriptions;
    private final List<Piece> pieces = new ArrayList<>();
    private int width;

    TextLine(Screen screen, SubscriptionNames subscriptions) {
        this.screen = screen;
        this.subscriptions = subscriptions;
    }

    /** The columns taken so far. */
    int width() {
        return width;
    }

    /** The columns still free. */
    int room() {
        return Math.max(0, screen.width() - width);
    }

    TextLine add(String text) {
        return add(text, Tone.PLAIN);
    }

    TextLine add(String text, Tone tone) {
        String printable = screen.printable(text);
        pieces.add(new Piece(printable, tone));
        width += Measure.width(printable);
        return this;
    }

    /** Blanks up to a column; nothing when it is passed already. */
    TextLine to(int column) {
        return column > width ? add(" ".repeat(column - width)) : this;
    }

    /** Text that ends at the end of a field of this width. */
    TextLine right(String text, int field, Tone tone) {
        int taken = Measure.width(screen.printable(text));
        return add(" ".repeat(Math.max(0, field - taken))).add(text, tone);
    }

    /** A resource: by its id where there is room for it, else by name, resource group and subscription. */
    TextLine id(ResourceId id) {
        String whole = screen.printable(id.text());
        if (Measure.width(whole) <= room()) {
            return add(whole);
        }
        Optional<String> places = id.subscription()
                .filter(subscription -> id.kind() != ResourceId.Kind.EXTENSION)
                .map(subscription ->
                        id.resourceGroup().map(group -> " · " + group).orElse("") + " · "
                                + subscriptions.of(subscription));
        if (places.isEmpty()) {
            return add(Measure.cutMiddle(whole, room(), screen.ellipsis()));
        }
        String name = screen.printable(id.fullName());
        String place = screen.printable(places.get());
        int least = Math.min(Measure.width(name), room() / 2);
        int roomForName = Math.max(least, room() - Measure.width(place));
        add(Measure.cutMiddle(name, roomForName, screen.ellipsis()));
        return add(Measure.cutMiddle(place, room(), screen.ellipsis()), Tone.QUIET);
    }

    /** The line as it is written: never wider than the screen, without blanks at its end. */
    String finished() {
        int last = pieces.size() - 1;
        while (last >= 0 && pieces.get(last).text().isBlank()) {
            last--;
        }
        var text = new StringBuilder();
        int room = screen.width();
        for (int i = 0; i <= last && room > 0; i++) {
            Piece piece = pieces.get(i);
            String shown = i == last ? piece.text().stripTrailing() : piece.text();
            boolean fits = Measure.width(shown) <= room;
            String cut = fits ? shown : Measure.cutEnd(shown, room, screen.ellipsis());
            text.append(screen.colour() ? piece.tone().around(cut) : cut);
            room = fits ? room - Measure.width(cut) : 0;
        }
        return text.toString();
    }
}
