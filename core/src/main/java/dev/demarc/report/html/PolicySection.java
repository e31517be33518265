package dev.demarc.report.html;

import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.policy.compliance.StateCounts;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.posture.Assessment;
import dev.demarc.report.JudgedAssignment;
import dev.demarc.report.JudgedPolicy;
import dev.demarc.report.Numbers;
import dev.demarc.report.StateText;
import dev.demarc.report.SubscriptionNames;
import java.util.Comparator;
import java.util.List;

/** The policies in force: what is assigned, how much of it is complied with, and which policies need work first. */
final class PolicySection {
    private static final int MOST_ASSIGNMENTS = 200;
    private static final int MOST_POLICIES = 20;

    private final PolicyCompliance compliance;
    private final SubscriptionNames names;
    private final List<JudgedAssignment> assignments;

    private PolicySection(PolicyCompliance compliance, SubscriptionNames names) {
        this.compliance = compliance;
        this.names = names;
        this.assignments = JudgedAssignment.of(compliance).stream()
                .sorted(Comparator.comparingInt((JudgedAssignment one) -> StateText.failing(one.resources()))
                        .reversed())
                .toList();
    }

    /** The way to the section; nothing when no policies are known. */
    static Html link(Assessment assessment) {
        return assessment.policies().isEmpty() ? new Html() : new Html().element("a", "Policies", "href", "#policies");
    }

    /** The section; nothing when no policies are known. */
    static Html of(Assessment assessment) {
        return assessment
                .policies()
                .map(policies -> new PolicySection(policies, SubscriptionNames.of(assessment)).html())
                .orElseGet(Html::new);
    }

    private Html html() {
        var html = new Html().open("section", "id", "policies").element("h2", "Policies in force");
        if (compliance.policies().isEmpty()) {
            return html.element("p", "None could be put in force; what was not seen says why.")
                    .close("section");
        }
        html.element("p", lead(), "class", "lead").add(whole());
        html.add(table());
        assignments.stream()
                .filter(one -> !one.groups().isEmpty())
                .limit(MOST_ASSIGNMENTS)
                .forEach(one -> groups(html, one));
        html.open("div", "id", "policies-first")
                .element(
                        "h3",
                        "Policies that need work, the most resources first"
                                + (compliance.isMixed() ? ", assigned ones before others" : ""));
        html.add(first()).close("div");
        html.open("div", "class", "scripted").element("h3", "Every policy in force that is about anything here");
        html.open("form", "id", "policy-filters", "class", "filters", "role", "search", "aria-label", "Filter policies")
                .close("form");
        html.open("div", "id", "policy-list").close("div");
        return html.close("div").close("section");
    }

    private String lead() {
        long silent = compliance.policies().stream()
                .filter(one -> one.resources().total() == 0)
                .count();
        int all = compliance.policies().size();
        String about = silent == 0
                ? ""
                : "; " + Numbers.count(silent) + (silent == 1 ? " is" : " are") + " about nothing that was given";
        return Numbers.counted(all, "policy", "policies") + " by "
                + Numbers.counted(assignments.size(), "assignment", "assignments") + about
                + ". Azure counts exempt resources, and those that wait for a person’s statement, as compliant; verified"
                + " are only those that were seen to comply. These figures are in no score above or below.";
    }

    private Html whole() {
        return compliance.isMixed()
                ? whole("assigned: ", compliance.resourcesOf(true))
                        .add(whole("assigned nowhere, tried on everything: ", compliance.resourcesOf(false)))
                : whole("", compliance.resources());
    }

    private static Html whole(String which, StateCounts counts) {
        var html = new Html().open("p", "class", "policy-whole").text(which);
        html.element("strong", Numbers.percent(counts.percent())).text(" compliant as Azure counts it, ");
        html.element("strong", Numbers.percent(counts.verified())).text(" verified");
        html.element("small", "resources, each once in its gravest state: " + StateText.sum(counts));
        return html.close("p");
    }

    private Html table() {
        List<ComplianceState> states = StateText.ORDER.stream()
                .filter(state ->
                        assignments.stream().anyMatch(one -> one.resources().of(state) > 0))
                .toList();
        var html =
                new Html().open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", "Assignments");
        html.open("table", "class", "assignments").element("caption", "Resources by assignment and state");
        html.open("thead").open("tr").element("th", "Assignment", "scope", "col");
        html.element("th", "Resources", "scope", "col", "class", "barred");
        html.element("th", "Azure counts", "scope", "col", "class", "number");
        html.element("th", "Verified", "scope", "col", "class", "number");
        states.forEach(state -> html.element("th", state.word(), "scope", "col", "class", "number"));
        html.close("tr").close("thead").open("tbody");
        assignments.stream().limit(MOST_ASSIGNMENTS).forEach(one -> row(html, one, states));
        html.close("tbody").close("table").close("div");
        if (assignments.size() > MOST_ASSIGNMENTS) {
            html.element("p", "The first " + MOST_ASSIGNMENTS + " of " + Numbers.count(assignments.size()) + ".");
        }
        return html;
    }

    private void row(Html html, JudgedAssignment one, List<ComplianceState> states) {
        StateCounts counts = one.resources();
        html.open("tr").open("th", "scope", "row").foreign(one.title());
        one.enforcement().ifPresent(word -> html.text(" ").element("span", word, "class", "tag"));
        html.open("small");
        one.scope(names).ifPresent(scope -> html.foreign(scope).text("; "));
        html.text(Numbers.counted(one.policies().size(), "policy", "policies"))
                .close("small")
                .close("th");
        html.open("td", "class", "barred").add(bar(counts)).close("td");
        html.element("td", Numbers.percent(counts.percent()), "class", "number");
        html.element("td", Numbers.percent(counts.verified()), "class", "number");
        for (ComplianceState state : states) {
            html.element("td", counts.of(state) == 0 ? "·" : Numbers.count(counts.of(state)), "class", "number");
        }
        html.close("tr");
    }

    /** The groups of an initiative, which regulatory ones call controls. */
    private static void groups(Html html, JudgedAssignment one) {
        List<PolicyCompliance.OfGroup> groups = one.groups();
        html.open("details", "class", "groups")
                .open("summary")
                .foreign(one.title())
                .text(": " + Numbers.counted(groups.size(), "group", "groups"))
                .close("summary");
        html.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", "Groups of " + one.title());
        html.open("table", "class", "assignments").open("thead").open("tr");
        html.element("th", "Group", "scope", "col").element("th", "Resources", "scope", "col", "class", "barred");
        html.element("th", "Verified", "scope", "col", "class", "number");
        html.element("th", "Failing", "scope", "col", "class", "number");
        html.close("tr").close("thead").open("tbody");
        for (PolicyCompliance.OfGroup group : groups) {
            StateCounts counts = group.resources();
            html.open("tr").open("th", "scope", "row").foreign(JudgedAssignment.title(group.group()));
            group.group()
                    .category()
                    .ifPresent(category -> html.open("small").foreign(category).close("small"));
            html.close("th").open("td", "class", "barred").add(bar(counts)).close("td");
            html.element("td", Numbers.percent(counts.verified()), "class", "number");
            html.element("td", Numbers.count(StateText.failing(counts)), "class", "number")
                    .close("tr");
        }
        html.close("tbody").close("table").close("div").close("details");
    }

    private static Html bar(StateCounts counts) {
        return new Bar(counts.total())
                .part("state-verified", counts.of(ComplianceState.COMPLIANT))
                .part("state-attested", counts.of(ComplianceState.PROTECTED))
                .part("state-exempt", counts.of(ComplianceState.EXEMPT))
                .part("state-failing", StateText.failing(counts))
                .part("state-unknown", counts.of(ComplianceState.UNKNOWN) + counts.of(ComplianceState.ERROR))
                .part("state-unwatched", counts.of(ComplianceState.UNATTESTED))
                .html("resources: " + StateText.sum(counts));
    }

    private Html first() {
        record Work(JudgedPolicy policy, JudgedAssignment of) {}
        List<Work> work = assignments.stream()
                .flatMap(one ->
                        one.policies().stream().filter(JudgedPolicy::needsWork).map(policy -> new Work(policy, one)))
                .sorted(Comparator.<Work, Boolean>comparing(
                                one -> one.policy().policy().assignment().isEmpty())
                        .thenComparing(Work::policy, JudgedPolicy.MOST_FIRST))
                .toList();
        if (work.isEmpty()) {
            return new Html().element("p", "No policy in force needs work.");
        }
        var html = new Html().open("ol", "class", "severe");
        work.stream().limit(MOST_POLICIES).forEach(one -> {
            html.open("li")
                    .open("span", "class", "what")
                    .open("strong")
                    .foreign(one.policy().policy().title());
            html.close("strong").open("span", "class", "where").foreign(one.of().title());
            html.text("; "
                    + one.policy().policy().effect().map(Effect::word).orElse("effect by expression") + "; "
                    + StateText.sum(one.policy().resources()));
            html.close("span").close("span").close("li");
        });
        html.close("ol");
        return work.size() <= MOST_POLICIES
                ? html
                : html.element("p", "The first " + MOST_POLICIES + " of " + Numbers.count(work.size()) + ".");
    }
}
