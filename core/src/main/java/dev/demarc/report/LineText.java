package dev.demarc.report;

import dev.demarc.knowledge.Side;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.CellState;
import dev.demarc.posture.Coverage;
import dev.demarc.posture.Coverage.LayerCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The line: for every layer, from the data down to the datacenter, who answers and what is known of the customer's part. */
final class LineText {
    private static final List<Side> ORDER =
            List.of(Side.MICROSOFT, Side.THIRD_PARTY, Side.SHARED, Side.CUSTOMER, Side.NONE);
    private static final List<CellState> STATES = List.of(
            CellState.VERIFIED,
            CellState.FAILING,
            CellState.UNKNOWN,
            CellState.UNWATCHED,
            CellState.EXEMPT,
            CellState.ATTESTED);
    private static final int NARROWEST_BAR = 8;
    private static final int CUT_WORD = 6;
    private static final int WIDEST_BAR = 48;
    private static final int YOURS = 7;

    private LineText() {}

    static void print(Page page, Assessment assessment) {
        page.heading("The line: whose each layer is, and what is known of your part");
        Coverage coverage = assessment.coverage();
        if (cells(coverage) == 0) {
            page.prose(2, "no resource of a type that the table knows, so no line to draw");
            return;
        }
        legend(page, coverage);
        List<CellState> states =
                STATES.stream().filter(state -> isShown(coverage, state)).toList();
        int name = coverage.layers().stream()
                .mapToInt(layer -> Measure.width(layer.layer().shortTitle()))
                .max()
                .orElse(0);
        var columns = Columns.of(coverage, states, page.screen().width() - 2 - name - 1 - YOURS);
        head(page, name + 3 + columns.bar(), columns);
        for (LayerCoverage layer : coverage.layers().reversed()) {
            row(page, layer, name, columns);
        }
        summary(page, coverage);
    }

    /**
     * How wide the bar and the columns of the states are. Where not all fit, words over columns are cut first, then the
     * bar is left out, then columns are as narrow as their figures; figures are never cut.
     */
    private record Columns(int bar, List<CellState> states, List<Integer> fields) {
        static Columns of(Coverage coverage, List<CellState> states, int room) {
            List<Integer> figures =
                    states.stream().map(state -> figures(coverage, state) + 1).toList();
            List<Integer> whole = atLeast(figures, states, Integer.MAX_VALUE, 2);
            List<Integer> cut = atLeast(figures, states, CUT_WORD, 2);
            List<Integer> close = atLeast(figures, states, CUT_WORD, 1);
            List<Integer> fields = Stream.of(whole, cut, close)
                    .filter(one -> sum(one) + NARROWEST_BAR <= room)
                    .findFirst()
                    .orElse(sum(close) <= room ? close : figures);
            int left = room - sum(fields);
            return new Columns(left < NARROWEST_BAR ? 0 : Math.min(left, WIDEST_BAR), states, fields);
        }

        private static List<Integer> atLeast(List<Integer> figures, List<CellState> states, int longest, int gap) {
            var fields = new ArrayList<Integer>();
            for (int i = 0; i < figures.size(); i++) {
                int word = Math.min(states.get(i).word().length(), longest);
                fields.add(Math.max(figures.get(i), word + gap));
            }
            return fields;
        }

        private static int figures(Coverage coverage, CellState state) {
            return coverage.layers().stream()
                    .mapToInt(layer -> Numbers.count(layer.count(state)).length())
                    .max()
                    .orElse(0);
        }

        private static int sum(List<Integer> fields) {
            return fields.stream().mapToInt(Integer::intValue).sum();
        }

        /** What stands over a column: the word, cut where there is no room for it. */
        String word(int column) {
            String word = states.get(column).word();
            int room = fields.get(column) - 1;
            return word.length() <= room ? word : word.substring(0, Math.max(1, Math.min(room, CUT_WORD) - 1)) + ".";
        }
    }

    private static int cells(Coverage coverage) {
        int cells = 0;
        for (Side side : ORDER) {
            cells += coverage.count(side);
        }
        return cells;
    }

    private static boolean isShown(Coverage coverage, CellState state) {
        return coverage.count(state) > 0 || (state != CellState.EXEMPT && state != CellState.ATTESTED);
    }

    private static void legend(Page page, Coverage coverage) {
        TextLine line = page.line().add("  ");
        for (Side side : ORDER) {
            if (coverage.count(side) > 0) {
                if (line.room() < word(side).length() + 3 && line.width() > 2) {
                    page.print(line);
                    line = page.line().add("  ");
                }
                line.add(String.valueOf(shape(side, page.screen())).repeat(2), tone(side))
                        .add(" " + word(side) + "   ");
            }
        }
        page.print(line);
    }

    private static void head(Page page, int column, Columns columns) {
        TextLine line = page.line().to(column).right("yours", YOURS, Tone.QUIET);
        for (int i = 0; i < columns.states().size(); i++) {
            line.right(columns.word(i), columns.fields().get(i), Tone.QUIET);
        }
        page.print(line);
    }

    private static void row(Page page, LayerCoverage layer, int name, Columns columns) {
        TextLine line = page.line().add("  " + layer.layer().shortTitle()).to(name + 3);
        var bar = new Bar();
        ORDER.forEach(side -> bar.part(shape(side, page.screen()), tone(side), layer.count(side)));
        if (columns.bar() > 0) {
            bar.addTo(line, columns.bar());
        }
        line.to(name + 3 + columns.bar());
        int yours = layer.count(Side.CUSTOMER) + layer.count(Side.SHARED);
        if (yours == 0) {
            line.right("none", YOURS, Tone.QUIET);
        } else {
            line.right(Numbers.count(yours), YOURS, Tone.STRONG);
            for (int i = 0; i < columns.states().size(); i++) {
                CellState state = columns.states().get(i);
                line.right(Numbers.count(layer.count(state)), columns.fields().get(i), tone(state, layer));
            }
        }
        page.print(line);
    }

    private static void summary(Page page, Coverage coverage) {
        var sides = new ArrayList<String>();
        for (Side side : ORDER) {
            if (coverage.count(side) > 0) {
                sides.add(Numbers.count(coverage.count(side)) + " " + word(side));
            }
        }
        page.prose(2, "cells: " + Numbers.count(cells(coverage)) + " = " + String.join(" + ", sides));
        if (coverage.customers() == 0) {
            page.prose(2, "coverage of your side: no cell is yours");
            return;
        }
        var states = new ArrayList<String>();
        for (CellState state : STATES) {
            if (isShown(coverage, state)) {
                states.add(Numbers.count(coverage.count(state)) + " " + state.word() + " ("
                        + Numbers.percent(coverage.percent(state)) + ")");
            }
        }
        page.prose(
                2,
                "coverage of your side: " + Numbers.count(coverage.customers()) + " = " + String.join(" + ", states),
                Tone.STRONG);
    }

    /** How a side is drawn: in shades, or by its letter where only ASCII can be written. */
    static char shape(Side side, Screen screen) {
        if (!screen.unicode()) {
            return side.letter();
        }
        return switch (side) {
            case MICROSOFT -> '░';
            case SHARED -> '▒';
            case CUSTOMER -> '█';
            case THIRD_PARTY -> '▚';
            case NONE -> '·';
        };
    }

    static Tone tone(Side side) {
        return switch (side) {
            case MICROSOFT -> Tone.MICROSOFT;
            case SHARED -> Tone.SHARED;
            case CUSTOMER -> Tone.CUSTOMER;
            case THIRD_PARTY, NONE -> Tone.QUIET;
        };
    }

    /** Whose it is, said to the customer. */
    static String word(Side side) {
        return switch (side) {
            case MICROSOFT -> "Microsoft's";
            case SHARED -> "shared";
            case CUSTOMER -> "yours alone";
            case THIRD_PARTY -> "a third party's";
            case NONE -> "no such layer";
        };
    }

    private static Tone tone(CellState state, LayerCoverage layer) {
        return layer.count(state) == 0 ? Tone.QUIET : tone(state);
    }

    static Tone tone(CellState state) {
        return switch (state) {
            case FAILING -> Tone.BAD;
            case UNKNOWN, UNWATCHED -> Tone.WARNING;
            case VERIFIED, ATTESTED -> Tone.GOOD;
            case EXEMPT, NOT_YOURS -> Tone.QUIET;
        };
    }
}
