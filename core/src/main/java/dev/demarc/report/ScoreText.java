package dev.demarc.report;

import dev.demarc.posture.Assessment;
import dev.demarc.posture.CellState;
import dev.demarc.posture.Coverage;
import dev.demarc.posture.Points;
import dev.demarc.posture.Score;
import java.util.List;
import java.util.function.Function;

/** Demarc's own score: the whole, by area, by subscription and by owner. */
final class ScoreText {
    /** How many subscriptions and owners are shown, those that lack the most points first. */
    private static final int PARTS = 10;

    private static final int WIDEST_BAR = 30;
    private static final int INDENT = 4;
    private static final int GUID = 36;
    private static final int PERCENT = 7;
    private static final int BEST = 11;

    private ScoreText() {}

    static void print(Page page, Assessment assessment) {
        page.heading("Demarc score: your side only");
        Score score = assessment.score();
        if (score.points().max().signum() == 0) {
            page.prose(2, "no points at stake: no control of ours found anything of yours to count");
            return;
        }
        whole(page, score.points());
        unwatched(page, assessment.coverage());
        parts(page, "by area", ScorePart.areas(assessment));
        parts(page, "by subscription, each as if it were the whole", ScorePart.subscriptions(assessment));
        parts(page, "by owner, each as if it were the whole", ScorePart.owners(assessment));
    }

    private static void whole(Page page, Points points) {
        TextLine line = page.line()
                .add("  ")
                .add(Numbers.percent(points.percent()), Tone.STRONG)
                .add("  " + Numbers.decimal(points.current()) + " of " + Numbers.decimal(points.max()) + " points");
        page.print(line);
        if (points.best().compareTo(points.current()) > 0) {
            page.prose(2, "up to " + Numbers.percent(points.bestPercent()) + " if everything not seen is right");
        }
        TextLine drawn = page.line().add("  ");
        bar(points, page.screen()).addTo(drawn, Math.min(60, page.screen().width() - 4));
        page.print(drawn);
        page.print(
                page.screen().unicode() ? "  █ reached  ▒ not seen  ░ missing" : "  # reached  ? not seen  . missing",
                Tone.QUIET);
    }

    /** A score is silent about what nobody watches, so that is said beside it. */
    private static void unwatched(Page page, Coverage coverage) {
        int unwatched = coverage.count(CellState.UNWATCHED);
        if (unwatched > 0) {
            page.prose(
                    2,
                    "of what is watched; " + Numbers.count(unwatched) + " of your "
                            + Numbers.counted(coverage.customers(), "cell", "cells")
                            + " are watched by no control and earn nothing",
                    Tone.WARNING);
        }
    }

    private static void parts(Page page, String title, List<ScorePart> counting) {
        if (counting.isEmpty()) {
            return;
        }
        page.blank();
        page.print("  " + title, Tone.QUIET);
        List<ScorePart> shown = counting.subList(0, Math.min(PARTS, counting.size()));
        Columns columns = Columns.of(shown, page.screen());
        shown.forEach(part -> part(page, part, columns));
        if (counting.size() > shown.size()) {
            page.print("    … and " + Numbers.count(counting.size() - shown.size()) + " more", Tone.QUIET);
        }
    }

    /** How wide the columns of a list of parts are; a bar of 0 is none. */
    private record Columns(int name, int bar, int current, int max) {

        static Columns of(List<ScorePart> parts, Screen screen) {
            int current = widest(parts, part -> Numbers.decimal(part.points().current()));
            int max = widest(parts, part -> Numbers.decimal(part.points().max()));
            int room = screen.width() - INDENT - 2 - PERCENT - 2 - current - 4 - max - BEST;
            int name = Math.min(widest(parts, part -> screen.printable(part.name())), Math.max(room / 2, GUID));
            int bar = room - name - 2;
            return new Columns(name, bar < 6 ? 0 : Math.min(bar, WIDEST_BAR), current, max);
        }

        private static int widest(List<ScorePart> parts, Function<ScorePart, String> text) {
            return parts.stream()
                    .mapToInt(part -> Measure.width(text.apply(part)))
                    .max()
                    .orElse(0);
        }
    }

    private static void part(Page page, ScorePart part, Columns columns) {
        Screen screen = page.screen();
        Points points = part.points();
        String name = Measure.cutMiddle(screen.printable(part.name()), columns.name(), screen.ellipsis());
        TextLine line = page.line().to(INDENT).add(name).to(INDENT + columns.name() + 2);
        if (columns.bar() > 0) {
            bar(points, screen).addTo(line, columns.bar());
        }
        line.right(Numbers.percent(points.percent()), PERCENT, Tone.STRONG)
                .right(Numbers.decimal(points.current()), columns.current() + 2, Tone.PLAIN)
                .add(" of ")
                .right(Numbers.decimal(points.max()), columns.max(), Tone.PLAIN);
        if (points.best().compareTo(points.current()) > 0) {
            line.right("≤ " + Numbers.percent(points.bestPercent()), BEST, Tone.QUIET);
        }
        page.print(line);
    }

    private static Bar bar(Points points, Screen screen) {
        boolean unicode = screen.unicode();
        return new Bar()
                .part(unicode ? '█' : '#', Tone.GOOD, points.current().doubleValue())
                .part(
                        unicode ? '▒' : '?',
                        Tone.WARNING,
                        points.best().subtract(points.current()).doubleValue())
                .part(
                        unicode ? '░' : '.',
                        Tone.QUIET,
                        points.max().subtract(points.best()).doubleValue());
    }
}
