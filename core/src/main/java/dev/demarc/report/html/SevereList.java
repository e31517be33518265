package dev.demarc.report.html;

import dev.demarc.posture.Assessment;
import dev.demarc.report.Numbers;
import dev.demarc.report.Severe;
import dev.demarc.report.SubscriptionNames;
import java.util.List;

/** The most severe controls that fail, one line each. */
final class SevereList {
    private static final int MOST = 8;

    private SevereList() {}

    /** The list; a sentence when there is nothing so severe. */
    static Html of(Assessment assessment) {
        List<Severe> severe = Severe.of(assessment, MOST);
        if (severe.isEmpty()) {
            return new Html().element("p", "Nothing critical or high fails on your side, as far as it was seen.");
        }
        var html = new Html().open("ol", "class", "severe");
        SubscriptionNames names = SubscriptionNames.of(assessment);
        severe.stream().limit(MOST).forEach(one -> item(html, one, names));
        html.close("ol");
        if (severe.size() > MOST) {
            html.element(
                    "p",
                    "… and " + Numbers.counted(severe.size() - MOST, "more critical control", "more critical controls")
                            + ", see the recommendations.");
        }
        return html;
    }

    private static void item(Html html, Severe one, SubscriptionNames names) {
        String word = one.control().severity().word();
        html.open("li", "data-control", one.control().id());
        html.element("span", word, "class", "severity " + word);
        html.open("span", "class", "what").element("strong", one.control().title());
        html.open("span", "class", "where").foreign(names.of(one.finding().resource()));
        if (one.affected() > 1) {
            html.text(" and " + Numbers.count(one.affected() - 1) + " more");
        }
        html.close("span").close("span").close("li");
    }
}
