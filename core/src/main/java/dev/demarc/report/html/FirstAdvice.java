package dev.demarc.report.html;

import dev.demarc.knowledge.Control;
import dev.demarc.posture.Recommendation;
import dev.demarc.report.Numbers;
import dev.demarc.report.SubscriptionNames;
import java.util.List;

/** The first recommendations as plain markup, read where no script runs; the page's own list takes their place. */
final class FirstAdvice {
    private static final int MOST = 20;
    private static final int MOST_RESOURCES = 3;

    private FirstAdvice() {}

    /** The first recommendations in order. */
    static Html of(List<Recommendation> recommendations, SubscriptionNames names) {
        if (recommendations.isEmpty()) {
            return new Html().element("p", "Nothing on your side fails, as far as it was seen.");
        }
        var html = new Html().open("ol", "class", "advice");
        recommendations.stream().limit(MOST).forEach(one -> item(html, one, names));
        html.close("ol");
        if (recommendations.size() > MOST) {
            html.element("p", "The first " + MOST + " of " + Numbers.count(recommendations.size()) + ".");
        }
        return html;
    }

    private static void item(Html html, Recommendation recommendation, SubscriptionNames names) {
        Control control = recommendation.control();
        int affected = recommendation.affected().size();
        html.open("li").element("h3", "Wanted: " + control.title());
        html.open("p").element("strong", "+" + Numbers.decimal(recommendation.gain()) + " points");
        html.text(" (" + Numbers.decimal(recommendation.gainPercent()) + "% of all), ");
        html.element(
                "span",
                control.severity().word(),
                "class",
                "severity " + control.severity().word());
        html.text(", layer " + control.layer().title() + ", " + Numbers.counted(affected, "resource", "resources")
                + ": ");
        String between = "";
        for (var finding : recommendation.affected().subList(0, Math.min(MOST_RESOURCES, affected))) {
            html.text(between).foreign(names.of(finding.resource()));
            between = ", ";
        }
        html.text(affected > MOST_RESOURCES ? ", …" : "").close("p");
        html.open("p").lines(control.why().strip()).close("p").close("li");
    }
}
