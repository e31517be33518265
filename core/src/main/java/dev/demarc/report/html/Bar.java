package dev.demarc.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A horizontal bar of parts, drawn by attributes alone since the page allows no inline style. */
final class Bar {
    private final List<Part> parts = new ArrayList<>();
    private final BigDecimal whole;

    /** A part of the bar; the class gives its colour and pattern. */
    private record Part(String look, BigDecimal amount) {}

    Bar(BigDecimal whole) {
        this.whole = whole;
    }

    Bar(long whole) {
        this(BigDecimal.valueOf(whole));
    }

    /** Adds a part after those before it. */
    Bar part(String look, BigDecimal amount) {
        parts.add(new Part(look, amount));
        return this;
    }

    /** Adds a part after those before it. */
    Bar part(String look, long amount) {
        return part(look, BigDecimal.valueOf(amount));
    }

    /** The bar; the label says in words what it shows. */
    Html html(String label) {
        var html = new Html().open("svg", "class", "bar", "role", "img", "aria-label", label);
        html.open("rect", "class", "bar-ground", "width", "100%", "height", "100%")
                .close("rect");
        BigDecimal from = BigDecimal.ZERO;
        for (Part part : parts) {
            if (part.amount().signum() > 0 && whole.signum() > 0) {
                String x = percent(from);
                String width = percent(part.amount());
                html.open("rect", "class", part.look(), "x", x, "width", width, "height", "100%")
                        .close("rect");
            }
            from = from.add(part.amount());
        }
        return html.close("svg");
    }

    private String percent(BigDecimal amount) {
        if (whole.signum() == 0) {
            return "0%";
        }
        return amount.multiply(BigDecimal.valueOf(100))
                        .divide(whole, 3, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + "%";
    }
}
