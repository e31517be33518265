package dev.demarc.report.html;

import dev.demarc.posture.Assessment;
import dev.demarc.posture.ControlScore;
import dev.demarc.posture.Points;
import dev.demarc.report.Numbers;
import dev.demarc.report.ScorePart;
import java.util.List;
import java.util.Locale;

/** Demarc's score in its parts; Microsoft's beside it, in a section of its own; how ours is computed. */
final class ScoreSections {
    private static final int MOST_ROWS = 200;

    private ScoreSections() {}

    /** The bar of a score: what is reached, and what more it can be. */
    static Html bar(Points points, String what) {
        return new Bar(points.max())
                .part("score-reached", points.current())
                .part("score-possible", points.best().subtract(points.current()))
                .html(what + ": " + Numbers.percent(points.percent()) + ", up to "
                        + Numbers.percent(points.bestPercent()));
    }

    /** The score by area, subscription and owner. */
    static Html parts(Assessment assessment) {
        var html = new Html().open("div", "class", "parts");
        html.add(part("By area", ScorePart.areas(assessment)));
        html.add(part("By subscription", ScorePart.subscriptions(assessment)));
        html.add(part("By owner", ScorePart.owners(assessment)));
        return html.close("div");
    }

    private static Html part(String title, List<ScorePart> rows) {
        var html = new Html().open("table", "class", "score").element("caption", title);
        html.open("thead").open("tr");
        html.element("th", title.substring(3, 4).toUpperCase(Locale.ROOT) + title.substring(4), "scope", "col");
        html.element("th", "Reached, and up to", "scope", "col");
        html.element("th", "Score", "scope", "col", "class", "number");
        html.element("th", "Points", "scope", "col", "class", "number");
        html.close("tr").close("thead").open("tbody");
        rows.stream().limit(MOST_ROWS).forEach(row -> row(html, row.name(), row.points()));
        html.close("tbody").close("table");
        if (rows.size() > MOST_ROWS) {
            html.element(
                    "p",
                    "The " + MOST_ROWS + " that lack the most points of " + Numbers.count(rows.size()) + " are shown.");
        }
        return new Html().open("div", "class", "wide").add(html).close("div");
    }

    private static void row(Html html, String name, Points points) {
        html.open("tr").open("th", "scope", "row").foreign(name).close("th");
        html.open("td", "class", "barred").add(bar(points, name)).close("td");
        html.open("td", "class", "number").text(Numbers.percent(points.percent()));
        if (points.best().compareTo(points.current()) > 0) {
            html.element("small", "up to " + Numbers.percent(points.bestPercent()));
        }
        html.close("td");
        html.element(
                "td", Numbers.decimal(points.current()) + " / " + Numbers.decimal(points.max()), "class", "number");
        html.close("tr");
    }

    /** What every control came to, so that the score can be added up by hand. */
    static Html worksheet(Assessment assessment) {
        Points sum = assessment.score().points();
        var html = new Html()
                .open("div", "class", "wide")
                .open("table")
                .open("thead")
                .open("tr");
        html.element("th", "Control", "scope", "col");
        for (String column :
                List.of("worth", "compliant", "non-compliant", "unknown", "error", "exempt", "reached", "up to")) {
            html.element("th", column, "scope", "col", "class", "number");
        }
        html.close("tr").close("thead").open("tbody");
        for (ControlScore control : assessment.score().controls()) {
            html.open("tr").element("th", control.control().id(), "scope", "row");
            var tally = control.tally();
            numbers(
                    html,
                    control.points().max().toPlainString(),
                    Numbers.count(tally.compliant()),
                    Numbers.count(tally.nonCompliant()),
                    Numbers.count(tally.unknown()),
                    Numbers.count(tally.error()),
                    Numbers.count(tally.exempt()),
                    control.points().current().toPlainString(),
                    control.points().best().toPlainString());
            html.close("tr");
        }
        html.close("tbody").open("tfoot").open("tr").element("th", "Sum", "scope", "row");
        numbers(
                html,
                sum.max().toPlainString(),
                "",
                "",
                "",
                "",
                "",
                sum.current().toPlainString(),
                sum.best().toPlainString());
        return html.close("tr").close("tfoot").close("table").close("div");
    }

    static void numbers(Html html, String... numbers) {
        for (String number : numbers) {
            html.element("td", number, "class", "number");
        }
    }
}
