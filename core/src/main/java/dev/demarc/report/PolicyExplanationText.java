package dev.demarc.report;

import dev.demarc.document.JsonWriter;
import dev.demarc.policy.assignment.AssignedPolicy;
import dev.demarc.policy.assignment.PolicyAttestation;
import dev.demarc.policy.assignment.PolicyExemption;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.assignment.ResolvedParameter;
import dev.demarc.policy.effect.Change;
import dev.demarc.policy.effect.Patch;
import dev.demarc.policy.syntax.Effect;
import java.util.List;
import java.util.Locale;

/** Why a resource stands to a policy as it does, as text: state, evidence, how the rule was evaluated, what would change. */
public final class PolicyExplanationText {
    private static final int LABEL = 2;
    private static final int VALUE = 15;

    private final Page page;
    private final ExplainedPolicy explained;

    private PolicyExplanationText(ExplainedPolicy explained, Page page) {
        this.explained = explained;
        this.page = page;
    }

    /**
     * Writes an explanation. The patch is not wrapped, so that it can be copied; it may be wider than the screen.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(ExplainedPolicy explained, Screen screen, Appendable out) {
        new PolicyExplanationText(explained, new Page(out, screen)).print();
    }

    /**
     * One line for each of several explanations about one resource.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void overview(List<ExplainedPolicy> several, Screen screen, Appendable out) {
        var page = new Page(out, screen);
        page.prose(0, several.size() + " policies in force are called so, the gravest first:", Tone.STRONG);
        for (ExplainedPolicy one : several) {
            AssignedPolicy policy = one.policy();
            String assigned = policy.assignment()
                    .map(assignment -> assignment.id().name() + "/" + policy.referenceId() + " on "
                            + assignment.scope().text())
                    .orElse(policy.referenceId() + ", assigned nowhere");
            switch (one.standing()) {
                case ExplainedPolicy.Stands(PolicyState state) ->
                    page.labelled(2, state.state().word(), 18, assigned, StateText.tone(state.state()));
                case ExplainedPolicy.Apart apart -> page.labelled(2, "not applicable", 18, assigned, Tone.PLAIN);
            }
        }
        page.blank();
    }

    private void print() {
        head();
        page.blank();
        policy();
        switch (explained.standing()) {
            case ExplainedPolicy.Stands stands -> state(stands.state());
            case ExplainedPolicy.Apart apart -> say("why", apart.why());
        }
        parameters();
        evidence();
        if (!explained.tree().isEmpty()) {
            page.heading("How the rule was evaluated");
            explained.tree().forEach(page::branch);
        }
        if (explained.standing() instanceof ExplainedPolicy.Stands(PolicyState state)) {
            state.patch().ifPresent(this::patch);
        }
        page.blank();
        page.prose(0, "judged " + explained.instant() + " · semantics " + explained.profile(), Tone.QUIET);
    }

    private void head() {
        String title = explained.policy().title();
        switch (explained.standing()) {
            case ExplainedPolicy.Stands(PolicyState state) ->
                page.prose(
                        0,
                        state.state().word().toUpperCase(Locale.ROOT) + ". Policy: " + title,
                        StateText.tone(state.state()));
            case ExplainedPolicy.Apart apart -> page.prose(0, "NOT APPLICABLE. Policy: " + title, Tone.PLAIN);
        }
    }

    private void say(String label, String text) {
        page.labelled(LABEL, label, VALUE, text, Tone.PLAIN);
    }

    private void policy() {
        AssignedPolicy policy = explained.policy();
        say("resource", explained.resource().id().text());
        say("definition", policy.definition().id());
        policy.initiative().ifPresent(one -> {
            say("initiative", one.value().displayName() + " · " + one.id());
            say("reference", policy.referenceId());
        });
        if (!policy.groups().isEmpty()) {
            say("groups", String.join(", ", policy.groups()));
        }
        say(
                "assignment",
                policy.assignment()
                        .map(one -> one.displayName() + " · " + one.id() + (one.enforced() ? "" : " · not enforced"))
                        .orElse("none: tried on everything"));
        policy.assignment().ifPresent(one -> say("scope", one.scope().text()));
        say("effect", policy.effectOn(explained.resource()).map(Effect::word).orElse("by an expression"));
    }

    private void state(PolicyState state) {
        page.labelled(
                LABEL,
                "state",
                VALUE,
                state.state().word() + " (Azure: " + state.state().azure() + ")",
                StateText.tone(state.state()));
        say("why", state.judgement().reason());
        PolicyStateJson.message(state).ifPresent(text -> say("message", text));
        state.exemption().ifPresent(this::exemption);
        state.attestation().ifPresent(this::attestation);
    }

    private void exemption(PolicyExemption exemption) {
        say("exemption", exemption.displayName() + " · " + exemption.id());
        say(
                "",
                exemption.category().name().toLowerCase(Locale.ROOT)
                        + exemption.expires().map(end -> " until " + end).orElse(" without an end"));
        if (!exemption.description().isBlank()) {
            say("", exemption.description());
        }
    }

    private void attestation(PolicyAttestation attestation) {
        say(
                "attestation",
                attestation.state().word()
                        + attestation.owner().map(owner -> " by " + owner).orElse("")
                        + attestation.expires().map(end -> " until " + end).orElse("") + " · " + attestation.id());
        attestation.comments().ifPresent(text -> say("", text));
        attestation.evidence().forEach(text -> say("", text));
    }

    /** The values that the definition got in the end, and where each is from. */
    private void parameters() {
        String label = "parameters";
        for (ResolvedParameter parameter : explained.policy().parameters()) {
            String value = parameter.value().map(JsonWriter::compact).orElse("no value");
            say(
                    label,
                    parameter.name() + " = " + value + " (" + parameter.origin().word() + ")");
            label = "";
        }
    }

    private void evidence() {
        if (!explained.judgement().evidence().isEmpty()) {
            page.heading("Why");
            EvidenceText.print(page, explained.judgement().evidence(), explained.resource());
        }
    }

    private void patch(Patch patch) {
        page.heading("What the policy would change");
        if (patch.isDenied()) {
            page.prose(2, "a request that sets the resource again would be denied, so nothing changes", Tone.BAD);
        }
        for (Change change : patch.changes()) {
            change(change);
        }
        if (!patch.json().steps().isEmpty()) {
            page.blank();
            page.print("  as JSON Patch", Tone.QUIET);
            JsonWriter.indented(patch.json().json()).lines().forEach(line -> page.verbatim(4, line));
        }
    }

    private void change(Change change) {
        String at = change.at().tokens().isEmpty() ? "" : " at " + change.at();
        page.prose(2, change.action().word() + " `" + change.field() + "`" + at);
        String before = change.before().map(JsonWriter::compact).orElse("nothing");
        String after = change.after().map(JsonWriter::compact).orElse("nothing");
        String becomes = switch (change.fate()) {
            case Change.Made made -> "from " + before + " to " + after;
            case Change.AlreadySo so -> "it is so already";
            case Change.Skipped skipped -> "left out: " + skipped.why();
            case Change.Refused refused -> "refused: " + refused.why();
            case Change.Open open -> "not known: " + open.why();
        };
        page.prose(4, becomes, change.fate() instanceof Change.Made ? Tone.PLAIN : Tone.WARNING);
    }
}
