package dev.demarc.report;

import dev.demarc.knowledge.Side;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.CellState;
import dev.demarc.posture.Coverage;
import dev.demarc.posture.Coverage.LayerCoverage;
import java.util.ArrayList;
import java.util.List;

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
        int room = page.screen().width() - 2 - name - 1 - 7;
        boolean isNarrow =
                states.stream().mapToInt(state -> field(state, false)).sum() + NARROWEST_BAR > room;
        int numbers = states.stream().mapToInt(state -> field(state, isNarrow)).sum();
        int bar = Math.clamp(room - numbers, NARROWEST_BAR, WIDEST_BAR);
        head(page, name + 3 + bar, states, isNarrow);
        for (LayerCoverage layer : coverage.layers().reversed()) {
            row(page, layer, name, bar, states, isNarrow);
        }
        summary(page, coverage);
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
                line.add(String.valueOf(shape(side, page.screen())).repeat(2), tone(side))
                        .add(" " + word(side) + "   ");
            }
        }
        page.print(line);
    }

    private static void head(Page page, int column, List<CellState> states, boolean isNarrow) {
        TextLine line = page.line().to(column).right("yours", 7, Tone.QUIET);
        states.forEach(state -> line.right(word(state, isNarrow), field(state, isNarrow), Tone.QUIET));
        page.print(line);
    }

    private static int field(CellState state, boolean isNarrow) {
        return word(state, isNarrow).length() + 2;
    }

    /** What stands over a column; cut where all six columns would not fit otherwise. */
    private static String word(CellState state, boolean isNarrow) {
        return isNarrow && state.word().length() > CUT_WORD
                ? state.word().substring(0, CUT_WORD - 1) + "."
                : state.word();
    }

    private static void row(
            Page page, LayerCoverage layer, int name, int width, List<CellState> states, boolean isNarrow) {
        TextLine line = page.line().add("  " + layer.layer().shortTitle()).to(name + 3);
        var bar = new Bar();
        ORDER.forEach(side -> bar.part(shape(side, page.screen()), tone(side), layer.count(side)));
        bar.addTo(line, width);
        line.to(name + 3 + width);
        int yours = layer.count(Side.CUSTOMER) + layer.count(Side.SHARED);
        if (yours == 0) {
            line.right("none", 7, Tone.QUIET);
        } else {
            line.right(Numbers.count(yours), 7, Tone.STRONG);
            states.forEach(
                    state -> line.right(Numbers.count(layer.count(state)), field(state, isNarrow), tone(state, layer)));
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
