package dev.demarc.report;

import java.util.List;

/** The cells of a responsibility matrix as CSV, a row for each. */
public final class MatrixCsv {
    private static final List<String> COLUMNS = List.of(
            "type", "title", "model", "resource", "resources", "layer", "side", "movedBySetting", "certain", "says");

    private MatrixCsv() {}

    /**
     * Writes the cells. {@code resource} is empty where a row stands for a type. A type that the table does not know has
     * one row, whose side is {@code unclassified}.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(Matrix matrix, Appendable out) {
        var csv = new Csv(out, COLUMNS);
        for (Matrix.Row row : matrix.rows()) {
            row.marks().reversed().forEach(mark -> csv.row(row(row, mark)));
        }
        matrix.unclassified()
                .forEach((type, count) -> csv.row(
                        List.of(type.text(), "", "", "", Integer.toString(count), "", "unclassified", "", "", "")));
    }

    private static List<String> row(Matrix.Row row, Matrix.Mark mark) {
        return List.of(
                row.known().type().text(),
                row.known().title(),
                row.known().model().id(),
                row.resource().map(resource -> resource.id().text()).orElse(""),
                Integer.toString(row.resources()),
                mark.layer().id(),
                mark.side().word(),
                Boolean.toString(mark.moved()),
                Boolean.toString(mark.certain()),
                String.join("; ", mark.says()));
    }
}
