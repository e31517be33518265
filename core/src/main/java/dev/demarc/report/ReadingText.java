package dev.demarc.report;

import dev.demarc.estate.Account;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.Tally;
import java.util.ArrayList;
import java.util.List;

/** Whether the result is complete, and what was read. */
final class ReadingText {
    private static final int LABEL = 2;
    private static final int VALUE = 17;

    private ReadingText() {}

    static void print(Page page, Report report) {
        Counts counts = Counts.of(report);
        verdict(page, report, counts);
        Assessment assessment = report.assessment();
        page.print(report.title() + " · " + assessment.instant(), Tone.QUIET);
        page.heading("Read");
        if (!report.sources().isEmpty()) {
            say(page, "sources", String.join(", ", report.sources()));
        }
        say(page, "documents", documents(report.account()));
        say(page, "resources", resources(report.account(), counts));
        say(page, "", classes(counts));
        say(page, "types", types(counts));
        say(page, "subscriptions", Numbers.count(counts.subscriptions()));
        say(page, "controls", controls(report.assessment()));
        say(page, "findings", findings(counts));
        assessment.policies().ifPresent(policies -> policies(page, policies));
        say(
                page,
                "judged with",
                "knowledge " + assessment.catalogue().version() + " · "
                        + assessment.edition().title() + " ("
                        + assessment.edition().id() + ") · semantics "
                        + assessment.profile());
        unclassified(page, counts);
    }

    private static void say(Page page, String label, String text) {
        page.labelled(LABEL, label, VALUE, text, Tone.PLAIN);
    }

    /** The first line. */
    private static void verdict(Page page, Report report, Counts counts) {
        if (counts.resources() == 0) {
            page.prose(
                    0, "NOTHING SEEN: no resource was read, so nothing is said to be clean" + unseen(report), Tone.BAD);
        } else if (report.isComplete()) {
            page.prose(
                    0,
                    "COMPLETE: all that was given was read, and nothing it needs is missing" + report.besideComplete(),
                    Tone.GOOD);
        } else {
            page.prose(0, "INCOMPLETE" + unseen(report) + "; the unseen is never clean", Tone.BAD);
        }
    }

    private static String unseen(Report report) {
        var parts = new ArrayList<String>();
        if (!report.assessment().gaps().isEmpty()) {
            parts.add(Numbers.counted(report.assessment().gaps().size(), "gap", "gaps") + aboutPolicies(report));
        }
        if (report.account().refused() > 0) {
            parts.add(Numbers.counted(report.account().refused(), "refused document", "refused documents"));
        }
        if (report.errors() > 0) {
            parts.add(Numbers.counted(report.errors(), "error", "errors"));
        }
        if (parts.isEmpty() && report.open() > 0) {
            parts.add(Numbers.counted(report.open(), "finding stays", "findings stay") + " open");
        }
        if (report.openStates() > 0) {
            parts.add(Numbers.counted(report.openStates(), "policy state", "policy states") + " unknown or in error");
        }
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    private static String aboutPolicies(Report report) {
        return report.policyGaps() == 0 ? "" : " (" + Numbers.count(report.policyGaps()) + " about policies)";
    }

    private static void policies(Page page, PolicyCompliance policies) {
        long judging = policies.policies().stream()
                .filter(policy -> policy.resources().total() > 0)
                .count();
        int all = policies.policies().size();
        say(
                page,
                "policies",
                Numbers.count(all) + " in force = " + Numbers.count(judging) + " that judged something + "
                        + Numbers.count(all - judging) + " about nothing in what was given");
        say(page, "policy states", StateText.sum(StateText.states(policies)));
    }

    private static String documents(Account account) {
        return Numbers.count(account.documents()) + " = " + Numbers.count(account.observed()) + " observed + "
                + Numbers.count(account.refused()) + " refused";
    }

    private static String resources(Account account, Counts counts) {
        String sum = Numbers.count(counts.resources()) + " = " + Numbers.count(account.observed()) + " observed + "
                + Numbers.count(account.embedded()) + " embedded";
        if (counts.seenAgain() == 0) {
            return sum;
        }
        return counts.seenAgain() > 0
                ? sum + " − " + Numbers.count(counts.seenAgain()) + " seen again"
                : sum + " + " + Numbers.count(-counts.seenAgain()) + " from elsewhere";
    }

    /** What became of every resource: judged by a line of its own, by that of another, or by none. */
    private static String classes(Counts counts) {
        int own = counts.resources() - counts.parts() - counts.unclassifiedResources();
        return Numbers.count(counts.resources()) + " = " + Numbers.count(own) + " with a line of their own + "
                + (counts.parts() == 0 ? "" : Numbers.count(counts.parts()) + " parts of others + ")
                + Numbers.count(counts.unclassifiedResources()) + " of unclassified types";
    }

    /** A control that found nothing of its type is silent; whether there is nothing, no file says. */
    private static String controls(Assessment assessment) {
        int all = assessment.catalogue().controls().size();
        long judging = assessment
                .findings()
                .map(finding -> finding.control().id())
                .distinct()
                .count();
        return Numbers.count(all) + " = " + Numbers.count(judging) + " that judged something + "
                + Numbers.count(all - judging) + " with nothing of theirs in what was given";
    }

    private static String types(Counts counts) {
        int unclassified = counts.unclassified().size();
        int own = counts.types() - unclassified - counts.partTypes();
        return Numbers.count(counts.types()) + " = " + Numbers.count(own) + " with a line of their own + "
                + (counts.partTypes() == 0 ? "" : Numbers.count(counts.partTypes()) + " parts of others + ")
                + Numbers.count(unclassified) + " unclassified";
    }

    private static String findings(Counts counts) {
        Tally all = counts.verdicts();
        var parts = new ArrayList<String>();
        parts.add(Numbers.count(all.compliant()) + " compliant");
        parts.add(Numbers.count(all.nonCompliant()) + " non-compliant");
        part(all.unknown(), "unknown", parts);
        part(all.error(), "error", parts);
        part(all.exempt(), "exempt", parts);
        int others = counts.others().counted() + counts.others().exempt();
        String whole = Numbers.count(all.counted() + all.exempt()) + " = " + String.join(" + ", parts);
        return others == 0 ? whole : whole + "; " + Numbers.count(others) + " of them not yours, never in the score";
    }

    private static void part(int count, String word, List<String> parts) {
        if (count > 0) {
            parts.add(Numbers.count(count) + " " + word);
        }
    }

    /** Types without a row have no line drawn through them, so they are named. */
    private static void unclassified(Page page, Counts counts) {
        if (counts.unclassified().isEmpty()) {
            return;
        }
        var names = new ArrayList<String>();
        counts.unclassified().entrySet().stream()
                .sorted((one, other) -> Integer.compare(other.getValue(), one.getValue()))
                .limit(5)
                .forEach(type -> names.add(type.getKey() + " × " + Numbers.count(type.getValue())));
        int more = counts.unclassified().size() - names.size();
        if (more > 0) {
            names.add("and " + Numbers.count(more) + " more");
        }
        page.labelled(LABEL, "unclassified", VALUE, String.join(", ", names), Tone.WARNING);
    }
}
