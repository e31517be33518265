package dev.demarc.report;

import dev.demarc.posture.Assessment;
import dev.demarc.posture.SecureScore;
import dev.demarc.posture.SecureScore.SubscriptionScore;
import java.math.BigDecimal;

/** Microsoft's Secure Score, in a part of its own so that it is never taken for Demarc's. */
final class SecureScoreText {
    private static final int SUBSCRIPTIONS = 10;

    private SecureScoreText() {}

    /** Writes the part; nothing when the estate holds no secure score. */
    static void print(Page page, Assessment assessment) {
        assessment.secureScore().ifPresent(score -> print(page, score));
    }

    private static void print(Page page, SecureScore score) {
        page.heading("Microsoft Secure Score (Defender for Cloud): not part of the Demarc score");
        long differing = score.subscriptions().stream()
                .filter(SubscriptionScore::differsFromReported)
                .count();
        page.print(page.line()
                .add("  ")
                .add(percent(score.percentage()), Tone.STRONG)
                .add(" over " + Numbers.counted(score.subscriptions().size(), "subscription", "subscriptions")
                        + ", recomputed by Microsoft's formula"));
        if (differing > 0) {
            page.prose(
                    2,
                    Numbers.counted(differing, "subscription differs", "subscriptions differ")
                            + " from what Defender reports",
                    Tone.WARNING);
        }
        var table = new Table(page.screen())
                .column("subscription", Table.Kind.ID)
                .column("percent", Table.Kind.NUMBER)
                .column("current", Table.Kind.NUMBER)
                .column("max", Table.Kind.NUMBER)
                .column("Defender reports", Table.Kind.PROSE);
        score.subscriptions().stream()
                .limit(SUBSCRIPTIONS)
                .forEach(subscription -> table.row(
                        page.subscriptions().of(name(subscription)),
                        percent(subscription.percentage()),
                        Numbers.decimal(subscription.current()),
                        Numbers.decimal(subscription.max()),
                        reported(subscription)));
        table.print(page, 2);
        int more = score.subscriptions().size() - SUBSCRIPTIONS;
        if (more > 0) {
            page.print("  … and " + Numbers.count(more) + " more", Tone.QUIET);
        }
    }

    /** The last name of the subscription's id. */
    private static String name(SubscriptionScore subscription) {
        String id = subscription.subscription();
        return id.isEmpty() ? "(above subscriptions)" : id.substring(id.lastIndexOf('/') + 1);
    }

    private static String reported(SubscriptionScore subscription) {
        if (subscription.reported().isEmpty()) {
            return "not in the estate";
        }
        return subscription.differsFromReported()
                ? "differs: " + Numbers.decimal(subscription.reported().get())
                : "the same";
    }

    private static String percent(BigDecimal ratio) {
        return Numbers.decimal(ratio.movePointRight(2)) + "%";
    }
}
