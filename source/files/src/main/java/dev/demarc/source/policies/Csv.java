package dev.demarc.source.policies;

import dev.demarc.document.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of text, by RFC 4180: cells between commas, in quotes where they hold commas, quotes or line breaks.
 *
 * @param rows the first is the header; lines without text are left out
 */
record Csv(List<Row> rows) {

    /** One row and where each of its cells begins. */
    record Row(List<String> cells, List<Place> places) {}

    static Csv of(String document, String text) {
        var reading = new Reading(document, text);
        return new Csv(reading.rows());
    }

    private static final class Reading {
        private final String document;
        private final String text;
        private int at;
        private long line = 1;
        private int lineStart;

        Reading(String document, String text) {
            this.document = document;
            this.text = text;
        }

        List<Row> rows() {
            var rows = new ArrayList<Row>();
            while (at < text.length()) {
                Row row = row();
                if (row.cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row);
                }
            }
            return rows;
        }

        private Row row() {
            var cells = new ArrayList<String>();
            var places = new ArrayList<Place>();
            do {
                places.add(Place.of(document, line, text.codePointCount(lineStart, at) + 1));
                cells.add(cell());
            } while (at < text.length() && text.charAt(at++) == ',');
            if (at <= text.length() && at > 0 && text.charAt(at - 1) == '\n') {
                newLine();
            }
            return new Row(cells, places);
        }

        private void newLine() {
            line++;
            lineStart = at;
        }

        /** Ends before the comma or the line break. */
        private String cell() {
            var cell = new StringBuilder();
            boolean quoted = false;
            for (; at < text.length(); at++) {
                char next = text.charAt(at);
                if (next == '"') {
                    boolean doubled = quoted && at + 1 < text.length() && text.charAt(at + 1) == '"';
                    if (doubled) {
                        cell.append('"');
                        at++;
                    } else {
                        quoted = !quoted;
                    }
                } else if (!quoted && (next == ',' || next == '\n')) {
                    break;
                } else if (next != '\r') {
                    cell.append(next);
                    if (next == '\n') {
                        line++;
                        lineStart = at + 1;
                    }
                }
            }
            return cell.toString().strip();
        }
    }
}
