package dev.demarc.report.html;

import dev.demarc.knowledge.Side;
import dev.demarc.posture.CellState;
import dev.demarc.posture.Coverage;
import dev.demarc.report.Numbers;
import java.util.List;
import java.util.function.ToLongFunction;

/** Coverage of the customer's side, layer by layer, the data on top. */
final class CoverageTable {
    /** The states a customer's cell can be in, from what is well to what nobody watches. */
    static final List<CellState> STATES = List.of(
            CellState.VERIFIED,
            CellState.ATTESTED,
            CellState.EXEMPT,
            CellState.FAILING,
            CellState.UNKNOWN,
            CellState.UNWATCHED);

    private CoverageTable() {}

    /** A table with a row for each layer and one for all. */
    static Html of(Coverage coverage) {
        var html = new Html()
                .open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", "Coverage by layer");
        html.open("table", "class", "coverage");
        html.element(
                "caption", "The cells on your side, alone or shared, by what is known of them; then all cells by side");
        head(html);
        html.open("tbody");
        for (Coverage.LayerCoverage layer : coverage.layers().reversed()) {
            html.open("tr").element("th", layer.layer().title(), "scope", "row");
            row(html, layer::count, layer::count);
        }
        html.close("tbody").open("tfoot").open("tr").element("th", "All layers", "scope", "row");
        row(html, coverage::count, coverage::count);
        return html.close("tfoot").close("table").close("div");
    }

    private static void head(Html html) {
        html.open("thead").open("tr").element("th", "Layer", "scope", "col");
        html.element("th", "Your side", "scope", "col");
        for (CellState state : STATES) {
            html.open("th", "scope", "col", "class", "number").add(swatch(state));
            html.text(state.word()).close("th");
        }
        String look = "number first-side";
        for (Side side : Side.values()) {
            html.element("th", side.title(), "scope", "col", "class", look);
            look = "number";
        }
        html.close("tr").close("thead");
    }

    private static void row(Html html, ToLongFunction<Side> sides, ToLongFunction<CellState> states) {
        html.open("td", "class", "barred").add(bar(states, "your side")).close("td");
        for (CellState state : STATES) {
            number(html, states.applyAsLong(state), "number");
        }
        String look = "number first-side";
        for (Side side : Side.values()) {
            number(html, sides.applyAsLong(side), look);
            look = "number";
        }
        html.close("tr");
    }

    private static void number(Html html, long number, String look) {
        html.element("td", number == 0 ? "·" : Numbers.count(number), "class", look);
    }

    /** The bar of all customer's cells by state. */
    static Html bar(Coverage coverage) {
        return bar(coverage::count, "your side");
    }

    private static Html bar(ToLongFunction<CellState> states, String what) {
        long whole = STATES.stream().mapToLong(states).sum();
        var bar = new Bar(whole);
        var label = new StringBuilder(what + ": ");
        for (CellState state : STATES) {
            bar.part("state-" + state.word(), states.applyAsLong(state));
            label.append(states.applyAsLong(state))
                    .append(' ')
                    .append(state.word())
                    .append(", ");
        }
        return bar.html(label.append(whole).append(" in all").toString());
    }

    /** A small sample of a state's colour and pattern. */
    static Html swatch(CellState state) {
        return new Html()
                .open("svg", "class", "swatch", "aria-hidden", "true")
                .open("rect", "class", "state-" + state.word(), "width", "100%", "height", "100%")
                .close("rect")
                .close("svg");
    }
}
