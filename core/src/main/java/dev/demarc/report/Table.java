package dev.demarc.report;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns that fit a screen: where they would not, the widest columns that may be cut are cut. */
final class Table {
    private static final int GAP = 2;
    private static final int NARROWEST = 8;

    /** How a column stands and what happens when there is no room for it. */
    enum Kind {
        /** To the left, never cut. */
        WORD,
        /** To the right, never cut. */
        NUMBER,
        /** To the left, cut at its end. */
        PROSE,
        /** To the left, cut in its middle. */
        ID
    }

    private record Column(String head, Kind kind) {}

    /** What stands in a row and column. */
    record Cell(String text, Tone tone) {}

    private final Screen screen;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    Table(Screen screen) {
        this.screen = screen;
    }

    Table column(String head, Kind kind) {
        columns.add(new Column(head, kind));
        return this;
    }

    /** A row, a text for each column. */
    Table row(String... texts) {
        var cells = new ArrayList<Cell>();
        for (String text : texts) {
            cells.add(new Cell(text, Tone.PLAIN));
        }
        return row(cells);
    }

    /** A row, a cell for each column. */
    Table row(List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + cells.size() + " cells in a table of " + columns.size() + " columns");
        }
        rows.add(cells.stream()
                .map(cell -> new Cell(screen.printable(cell.text()), cell.tone()))
                .toList());
        return this;
    }

    /** Writes the table; column heads only when any column has one. */
    void print(Page page, int indent) {
        int[] widths = widths(screen.width() - indent);
        if (columns.stream().anyMatch(column -> !column.head().isEmpty())) {
            printRow(
                    page,
                    indent,
                    widths,
                    columns.stream()
                            .map(column -> new Cell(column.head(), Tone.QUIET))
                            .toList());
        }
        rows.forEach(row -> printRow(page, indent, widths, row));
    }

    private void printRow(Page page, int indent, int[] widths, List<Cell> cells) {
        TextLine line = page.line();
        int start = indent;
        for (int i = 0; i < widths.length; i++) {
            Cell cell = cells.get(i);
            line.to(start);
            String text = columns.get(i).kind() == Kind.ID
                    ? Measure.cutMiddle(cell.text(), widths[i], screen.ellipsis())
                    : Measure.cutEnd(cell.text(), widths[i], screen.ellipsis());
            if (columns.get(i).kind() == Kind.NUMBER) {
                line.right(text, widths[i], cell.tone());
            } else {
                line.add(text, cell.tone());
            }
            start += widths[i] + GAP;
        }
        page.print(line);
    }

    private int[] widths(int room) {
        int[] widths = new int[columns.size()];
        int taken = GAP * (widths.length - 1);
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Measure.width(columns.get(i).head());
            for (List<Cell> row : rows) {
                widths[i] = Math.max(widths[i], Measure.width(row.get(i).text()));
            }
            taken += widths[i];
        }
        for (int widest = widest(widths); taken > room && widest >= 0; widest = widest(widths)) {
            widths[widest]--;
            taken--;
        }
        return widths;
    }

    /** The widest column that may be cut and is not at its narrowest; -1 when there is none. */
    private int widest(int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            Kind kind = columns.get(i).kind();
            boolean cuts = (kind == Kind.ID || kind == Kind.PROSE) && widths[i] > NARROWEST;
            if (cuts && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }
}
