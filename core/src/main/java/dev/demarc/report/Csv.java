package dev.demarc.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Rows by RFC 4180: values with commas, quotes or line breaks in double quotes, lines ended by CR LF. A value that a
 * spreadsheet would run as a formula ({@code =}, {@code +}, {@code -}, {@code @}, tab or carriage return in front)
 * starts with an apostrophe, so that it stays text; a reader that wants the exact value takes the JSON. Characters that
 * a terminal may obey are spelled out, save tabs and line breaks. A target that fails is an {@link
 * UncheckedIOException}.
 */
final class Csv {
    private static final String RUNS = "=+-@\t\r";

    private final Appendable out;

    /** A table with these column names. */
    Csv(Appendable out, List<String> columns) {
        this.out = out;
        row(columns);
    }

    /** A row, a value for each column. */
    void row(List<String> values) {
        try {
            for (int i = 0; i < values.size(); i++) {
                out.append(i == 0 ? "" : ",").append(quoted(harmless(values.get(i))));
            }
            out.append("\r\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String harmless(String value) {
        boolean runs = !value.isEmpty() && RUNS.indexOf(value.charAt(0)) >= 0;
        var text = new StringBuilder(runs ? "'" : "");
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            if ("\t\r\n".indexOf(value.charAt(i)) >= 0) {
                text.append(Printable.of(value.substring(from, i), true)).append(value.charAt(i));
                from = i + 1;
            }
        }
        return text.append(Printable.of(value.substring(from), true)).toString();
    }

    private static String quoted(String value) {
        boolean needed = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                || value.startsWith(" ")
                || value.endsWith(" ");
        return needed ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }
}
