package dev.demarc.report;

import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.SemanticsProfile;

/** A semantics profile as text: every disputed point of the policy language, how it is decided, and who says what. */
public final class ProfileText {
    private static final int STATE = 7;
    private static final int VOICES = 24;

    private ProfileText() {}

    /**
     * Writes a profile.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(SemanticsProfile profile, Screen screen, Appendable out) {
        var page = new Page(out, screen);
        int differing = profile.differences(SemanticsProfile.DOCUMENTED).size();
        page.prose(0, "semantics profile: " + profile, Tone.STRONG);
        page.prose(
                0,
                Numbers.counted(Dispute.values().length, "disputed point", "disputed points")
                        + " of the policy language; "
                        + (differing == 0
                                ? "all as the documentation has them, or by default"
                                : Numbers.count(differing) + " other than by default"));
        for (Dispute dispute : Dispute.values()) {
            page.blank();
            dispute(page, dispute, profile.is(dispute));
        }
    }

    private static void dispute(Page page, Dispute dispute, boolean on) {
        TextLine line =
                page.line().add(word(on), on ? Tone.GOOD : Tone.PLAIN).to(STATE).add(dispute.id(), Tone.STRONG);
        if (on != dispute.documented()) {
            line.add("  (default: " + word(dispute.documented()) + ")", Tone.WARNING);
        }
        page.print(line);
        page.prose(STATE, "on: " + dispute.says());
        for (Dispute.Voice voice : dispute.voices()) {
            page.labelled(STATE, voice.who() + ": " + word(voice.on()), STATE + VOICES, voice.where(), Tone.QUIET);
        }
    }

    private static String word(boolean on) {
        return on ? "on" : "off";
    }
}
