package dev.demarc.report.html;

import dev.demarc.posture.Assessment;
import dev.demarc.posture.SecureScore;
import dev.demarc.report.Numbers;
import dev.demarc.report.SubscriptionNames;
import java.math.BigDecimal;
import java.util.List;

/** Microsoft's figure, in a section of its own. */
final class SecureScoreSection {
    private SecureScoreSection() {}

    /** Microsoft's Secure Score, or a sentence that the estate does not hold it. */
    static Html of(Assessment assessment) {
        var html = new Html();
        if (assessment.secureScore().isEmpty()) {
            return html.element(
                    "p",
                    "What was read holds neither Defender for Cloud's control counts nor its assessments, so Microsoft's figure"
                            + " cannot be shown.");
        }
        SecureScore score = assessment.secureScore().get();
        html.open("p", "class", "theirs-figure").element("b", percentage(score.percentage()));
        html.text(" Secure Score of Defender for Cloud, recomputed from what was read.")
                .close("p");
        SubscriptionNames titles = SubscriptionNames.of(assessment);
        for (SecureScore.SubscriptionScore subscription : score.subscriptions()) {
            html.add(subscription(subscription, titles));
        }
        return html;
    }

    private static Html subscription(SecureScore.SubscriptionScore score, SubscriptionNames titles) {
        String id = score.subscription().substring(score.subscription().lastIndexOf('/') + 1);
        var html = new Html().open("details").open("summary");
        html.foreign(titles.of(id)).text(": ");
        html.text(score.current().toPlainString() + " of " + score.max().toPlainString() + " points, "
                + percentage(score.percentage()));
        html.close("summary");
        if (score.differsFromReported()) {
            html.element(
                    "p",
                    "Defender itself reports "
                            + score.reported().map(BigDecimal::toPlainString).orElse("nothing")
                            + ": its figure and its counts are of different moments.",
                    "class",
                    "note");
        }
        html.open("div", "class", "wide").open("table").open("thead").open("tr");
        html.element("th", "Microsoft's security control", "scope", "col");
        for (String column : List.of("healthy", "unhealthy", "not applicable", "points", "of")) {
            html.element("th", column, "scope", "col", "class", "number");
        }
        html.close("tr").close("thead").open("tbody");
        score.controls().forEach(control -> control(html, control));
        return html.close("tbody").close("table").close("div").close("details");
    }

    private static void control(Html html, SecureScore.ControlResult control) {
        html.open("tr").open("th", "scope", "row").foreign(control.title()).close("th");
        ScoreSections.numbers(
                html,
                Numbers.count(control.healthy()),
                Numbers.count(control.unhealthy()),
                Numbers.count(control.notApplicable()),
                control.counts() ? control.current().toPlainString() : "does not count",
                control.counts() ? control.max().toPlainString() : "–");
        html.close("tr");
    }

    private static String percentage(BigDecimal ratio) {
        return ratio.movePointRight(2).toPlainString() + "%";
    }
}
