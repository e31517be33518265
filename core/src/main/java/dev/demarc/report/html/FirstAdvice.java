package dev.demarc.report.html;

import dev.demarc.knowledge.Control;
import dev.demarc.posture.Recommendation;
import java.util.List;

/** The first recommendations as plain markup, read where no script runs; the page's own list takes their place. */
final class FirstAdvice {
    private static final int MOST = 20;
    private static final int MOST_RESOURCES = 3;

    private FirstAdvice() {}

    /** The first recommendations in order. */
    static Html of(List<Recommendation> recommendations) {
        if (recommendations.isEmpty()) {
            return new Html().element("p", "Nothing on your side fails.");
        }
        var html = new Html().open("ol", "class", "advice");
        recommendations.stream().limit(MOST).forEach(one -> html.add(item(one)));
        html.close("ol");
        if (recommendations.size() > MOST) {
            html.element("p", "The first " + MOST + " of " + Words.count(recommendations.size()) + ".");
        }
        return html;
    }

    private static Html item(Recommendation recommendation) {
        Control control = recommendation.control();
        var html = new Html().open("li").element("h3", control.title());
        html.open("p").element("strong", "+" + recommendation.gain().toPlainString() + " points");
        html.text(" (" + recommendation.gainPercent().toPlainString() + " % of all), ");
        html.element(
                "span",
                control.severity().word(),
                "class",
                "severity " + control.severity().word());
        html.text(", layer " + control.layer().title() + ", "
                + Words.count(recommendation.affected().size(), "resource", "resources") + ": ");
        recommendation.affected().stream()
                .limit(MOST_RESOURCES)
                .forEach(finding -> html.foreign(finding.resource().name()).text(" "));
        if (recommendation.affected().size() > MOST_RESOURCES) {
            html.text("…");
        }
        html.close("p").element("p", control.why().strip());
        html.element("pre", control.remediation().cli().strip());
        return html.close("li");
    }
}
