package dev.demarc.report;

/**
 * An assessment as text: whether it is complete, what was read, the line, the score, what to do first, the
 * policies in force, what was not seen, and what to run next.
 */
public final class AssessmentText {
    /** How many recommendations are shown when nothing else is asked for. */
    public static final int RECOMMENDATIONS = 10;

    private AssessmentText() {}

    /**
     * Writes an assessment.
     *
     * @param recommendations how many recommendations at most, and how many policies that need work
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(Report report, Screen screen, int recommendations, Appendable out) {
        var page = new Page(out, screen, SubscriptionNames.of(report.assessment()));
        ReadingText.print(page, report);
        LineText.print(page, report.assessment());
        ScoreText.print(page, report.assessment());
        SecureScoreText.print(page, report.assessment());
        SevereText.print(page, report.assessment());
        RecommendationsText.print(page, report.assessment(), recommendations);
        report.assessment().policies().ifPresent(policies -> PoliciesText.print(page, policies, recommendations));
        UnseenText.print(page, report);
        NextText.print(page, report);
    }
}
