package dev.demarc.report;

import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.compliance.PolicyCompliance;
import dev.demarc.policy.compliance.StateCounts;
import dev.demarc.policy.syntax.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How the estate stands to the policies in force: what is assigned, and which policies need work first. */
final class PoliciesText {
    /** How many assignments are shown. */
    private static final int ASSIGNMENTS = 15;

    /** How many groups of an initiative are shown. */
    private static final int GROUPS = 10;

    private final Page page;
    private final PolicyCompliance compliance;
    private final List<JudgedAssignment> assignments;

    private PoliciesText(Page page, PolicyCompliance compliance) {
        this.page = page;
        this.compliance = compliance;
        this.assignments = JudgedAssignment.of(compliance);
    }

    /** Writes the part; at most so many policies that need work. */
    static void print(Page page, PolicyCompliance compliance, int most) {
        page.heading("Policies in force");
        if (compliance.policies().isEmpty()) {
            page.prose(2, "none could be put in force; the gaps say why", Tone.WARNING);
            return;
        }
        var text = new PoliciesText(page, compliance);
        text.whole();
        text.assignments();
        text.work(most);
    }

    private void whole() {
        if (compliance.resources().total() == 0) {
            page.prose(2, "no policy in force is about any resource that was given");
            return;
        }
        if (compliance.isMixed()) {
            whole("assigned: ", compliance.resourcesOf(true));
            whole("assigned nowhere, tried on everything: ", compliance.resourcesOf(false));
        } else {
            whole("", compliance.resources());
        }
    }

    private void whole(String which, StateCounts resources) {
        if (resources.total() == 0) {
            page.prose(2, which + "about no resource that was given", Tone.STRONG);
            return;
        }
        page.prose(2, which + StateText.shares(resources), Tone.STRONG);
        page.prose(2, "resources that policies are about, each once in its gravest state: " + StateText.sum(resources));
    }

    /** The assignments that most resources do not comply with first. */
    private void assignments() {
        page.blank();
        page.print("  by assignment", Tone.QUIET);
        List<JudgedAssignment> shown = assignments.stream()
                .sorted(Comparator.comparingInt((JudgedAssignment one) -> StateText.failing(one.resources()))
                        .reversed())
                .limit(ASSIGNMENTS)
                .toList();
        if (page.screen().isWide()) {
            table(shown);
        } else {
            shown.forEach(this::entry);
        }
        if (assignments.size() > shown.size()) {
            page.print(
                    "    … and "
                            + Numbers.counted(assignments.size() - shown.size(), "more assignment", "more assignments"),
                    Tone.QUIET);
        }
        shown.stream().filter(one -> !one.groups().isEmpty()).forEach(this::groups);
    }

    /** The groups of an initiative, which regulatory ones call controls. */
    private void groups(JudgedAssignment one) {
        List<PolicyCompliance.OfGroup> groups = one.groups();
        page.blank();
        page.print("  by group of " + one.title() + ", the most resources first", Tone.QUIET);
        for (PolicyCompliance.OfGroup group : groups.subList(0, Math.min(GROUPS, groups.size()))) {
            page.prose(4, JudgedAssignment.title(group.group()), Tone.STRONG);
            page.prose(
                    6,
                    StateText.parts(group.resources(), ", "),
                    StateText.failing(group.resources()) > 0 ? Tone.BAD : Tone.PLAIN);
        }
        if (groups.size() > GROUPS) {
            page.print("    … and " + Numbers.counted(groups.size() - GROUPS, "more group", "more groups"), Tone.QUIET);
        }
    }

    private void table(List<JudgedAssignment> shown) {
        List<ComplianceState> states = StateText.ORDER.stream()
                .filter(state -> shown.stream().anyMatch(one -> one.resources().of(state) > 0))
                .toList();
        var table = new Table(page.screen()).column("", Table.Kind.PROSE).column("scope", Table.Kind.ID);
        states.forEach(state -> table.column(state.word(), Table.Kind.NUMBER));
        table.column("Azure", Table.Kind.NUMBER).column("verified", Table.Kind.NUMBER);
        table.column("", Table.Kind.WORD);
        for (JudgedAssignment one : shown) {
            var cells = new ArrayList<Table.Cell>();
            cells.add(new Table.Cell(one.title(), Tone.STRONG));
            cells.add(new Table.Cell(one.scope(page.subscriptions()).orElse("–"), Tone.PLAIN));
            for (ComplianceState state : states) {
                int count = one.resources().of(state);
                cells.add(new Table.Cell(Numbers.count(count), count == 0 ? Tone.QUIET : StateText.tone(state)));
            }
            cells.add(new Table.Cell(Numbers.percent(one.resources().percent()), Tone.STRONG));
            cells.add(new Table.Cell(Numbers.percent(one.resources().verified()), Tone.PLAIN));
            cells.add(new Table.Cell(one.enforcement().orElse(""), Tone.WARNING));
            table.row(cells);
        }
        table.print(page, 4);
    }

    private void entry(JudgedAssignment one) {
        page.prose(4, one.title(), Tone.STRONG);
        one.scope(page.subscriptions())
                .ifPresent(scope -> page.print(page.line().to(6).add(cut(scope, 6), Tone.QUIET)));
        String counts = one.resources().total() == 0
                ? "about no resource that was given"
                : StateText.shares(one.resources()) + " · " + StateText.sum(one.resources());
        page.prose(6, counts + one.enforcement().map(word -> " · " + word).orElse(""));
    }

    private String cut(String id, int indent) {
        Screen screen = page.screen();
        return Measure.cutMiddle(screen.printable(id), screen.width() - indent, screen.ellipsis());
    }

    private void work(int most) {
        record Work(JudgedPolicy policy, JudgedAssignment of) {}
        List<Work> work = assignments.stream()
                .flatMap(one ->
                        one.policies().stream().filter(JudgedPolicy::needsWork).map(policy -> new Work(policy, one)))
                .sorted(Comparator.<Work, Boolean>comparing(
                                one -> one.policy().policy().assignment().isEmpty())
                        .thenComparing(Work::policy, JudgedPolicy.MOST_FIRST))
                .toList();
        page.blank();
        if (work.isEmpty()) {
            page.prose(2, "no policy in force needs work");
            return;
        }
        page.print(
                "  policies that need work, the most resources first"
                        + (compliance.isMixed() ? ", assigned ones before others" : ""),
                Tone.QUIET);
        int shown = Math.min(most, work.size());
        for (int i = 0; i < shown; i++) {
            policy(i + 1, work.get(i).policy(), work.get(i).of());
        }
        if (work.size() > shown) {
            page.print("    … and " + Numbers.counted(work.size() - shown, "more policy", "more policies"), Tone.QUIET);
        }
    }

    private void policy(int number, JudgedPolicy judged, JudgedAssignment of) {
        page.labelled(0, "%3d ".formatted(number), 4, judged.policy().title(), Tone.STRONG);
        String effect = judged.policy().effect().map(Effect::word).orElse("effect by expression");
        page.prose(
                4,
                effect + " · " + StateText.parts(judged.resources(), ", ") + " · " + of.title()
                        + of.enforcement().map(word -> " (" + word + ")").orElse(""),
                judged.failing() > 0 ? Tone.BAD : Tone.WARNING);
        judged.example().ifPresent(this::example);
    }

    private void example(PolicyState state) {
        page.print(page.line().to(4).id(state.resource().id()));
        page.prose(6, state.state().word() + ": " + state.judgement().reason());
        if (state.state() == ComplianceState.NON_COMPLIANT) {
            state.policy().message().ifPresent(text -> page.prose(6, "message: " + text));
        }
    }
}
