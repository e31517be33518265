package dev.demarc.report;

import dev.demarc.estate.ResourceId;
import dev.demarc.knowledge.Edition;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The responsibility matrix as text: a row for each type or resource, a column for each layer from the data on the left
 * to the datacenter on the right. Narrow screens head the columns with two letters, wide ones with names.
 */
public final class MatrixText {
    private static final int COUNT = 8;
    private static final int GAP = 1;
    private static final String COMMON = "Microsoft.";

    private final Page page;
    private final Matrix matrix;
    private final List<Layer> layers;
    private final boolean wide;
    private final int column;
    private final int label;

    private MatrixText(Matrix matrix, Page page) {
        this.page = page;
        this.matrix = matrix;
        this.layers = matrix.assessment().catalogue().layers().reversed();
        this.wide = page.screen().isWide();
        this.column = wide ? 6 : 3;
        int count = matrix.by() == Matrix.By.TYPE ? COUNT : 0;
        int room = page.screen().width() - count - GAP - column * layers.size();
        int widest = matrix.rows().stream()
                .mapToInt(row -> Measure.width(page.screen().printable(label(row))))
                .max()
                .orElse(0);
        this.label = Math.max(8, Math.min(widest, room));
    }

    /**
     * Writes a matrix.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(Matrix matrix, Screen screen, Appendable out) {
        new MatrixText(matrix, new Page(out, screen, SubscriptionNames.of(matrix.assessment()))).print();
    }

    private void print() {
        Edition edition = matrix.assessment().edition();
        page.prose(
                0,
                "Who answers for what, by " + edition.title() + " (" + edition.id() + ") and knowledge "
                        + matrix.assessment().catalogue().version(),
                Tone.STRONG);
        page.blank();
        if (matrix.rows().isEmpty()) {
            page.prose(0, "no resource of a type that the table knows, so no line to draw");
        } else {
            heads();
            matrix.rows().forEach(this::row);
            page.blank();
            legend();
        }
        unclassified();
    }

    private int start() {
        return label + (matrix.by() == Matrix.By.TYPE ? COUNT : 0) + GAP;
    }

    private void heads() {
        if (wide) {
            heads(0, 2);
            heads(1, 2);
            return;
        }
        Map<Layer, String> codes = codes();
        TextLine line = page.line();
        for (int i = 0; i < layers.size(); i++) {
            line.to(start() + column * i).add(codes.getOrDefault(layers.get(i), ""), Tone.QUIET);
        }
        page.print(line);
    }

    /** Names on two lines in turn, so that each has the room of two columns. */
    private void heads(int first, int step) {
        TextLine line = page.line();
        for (int i = first; i < layers.size(); i += step) {
            line.to(start() + column * i).add(layers.get(i).shortTitle(), Tone.QUIET);
        }
        page.print(line);
    }

    private void row(Matrix.Row row) {
        Screen screen = page.screen();
        TextLine line = page.line().add(Measure.cutMiddle(screen.printable(label(row)), label, screen.ellipsis()));
        line.to(label);
        if (matrix.by() == Matrix.By.TYPE) {
            line.right("× " + Numbers.count(row.resources()), COUNT, Tone.QUIET);
        }
        List<Matrix.Mark> marks = row.marks().reversed();
        for (int i = 0; i < marks.size(); i++) {
            line.to(start() + column * i)
                    .add(sign(marks.get(i)), LineText.tone(marks.get(i).side()));
        }
        page.print(line);
    }

    private static String sign(Matrix.Mark mark) {
        String letter = String.valueOf(mark.side().letter());
        if (!mark.certain()) {
            return letter + "?";
        }
        return mark.moved() ? letter + "*" : letter;
    }

    private String label(Matrix.Row row) {
        return row.resource().map(resource -> name(resource.id())).orElseGet(() -> type(row));
    }

    private static String name(ResourceId id) {
        return id.fullName() + id.resourceGroup().map(group -> " · " + group).orElse("");
    }

    /** Of types the common beginning is left out where room is scarce. */
    private String type(Matrix.Row row) {
        String type = row.known().type().text();
        return !wide && type.startsWith(COMMON) ? type.substring(COMMON.length()) : type;
    }

    private void legend() {
        var sides = new ArrayList<String>();
        for (Side side : Side.values()) {
            sides.add(side.letter() + " = " + LineText.word(side));
        }
        page.prose(0, String.join(", ", sides));
        page.prose(0, "* = moved by the resource's settings, ? = not certain: what decides it was not seen");
        if (!wide) {
            Map<Layer, String> codes = codes();
            var named = new ArrayList<String>();
            layers.forEach(layer -> named.add(codes.getOrDefault(layer, "") + " = " + layer.title()));
            page.prose(0, String.join(", ", named));
            if (matrix.by() == Matrix.By.TYPE) {
                page.prose(0, "types stand without `" + COMMON + "` in front");
            }
        }
    }

    private void unclassified() {
        if (matrix.unclassified().isEmpty()) {
            return;
        }
        page.heading("Unclassified: no row for these types, so no line is drawn");
        var table = new Table(page.screen()).column("type", Table.Kind.ID).column("resources", Table.Kind.NUMBER);
        matrix.unclassified().forEach((type, count) -> table.row(type.text(), Numbers.count(count)));
        table.print(page, 2);
    }

    /** Two letters for each layer: its first and the next in its name that makes them unlike the others. */
    private Map<Layer, String> codes() {
        var codes = new HashMap<Layer, String>();
        Set<String> taken = new HashSet<>();
        for (Layer layer : layers) {
            String name = layer.shortTitle();
            String code = name.length() < 2 ? name : name.substring(0, 2);
            for (int i = 2; i < name.length() && taken.contains(code); i++) {
                code = name.substring(0, 1) + name.charAt(i);
            }
            taken.add(code);
            codes.put(layer, code);
        }
        return codes;
    }
}
