package dev.demarc.report;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.SemanticsProfile;
import java.util.Arrays;

/** A semantics profile as one JSON document, by docs/schema/profile.schema.json. */
public final class ProfileJson {
    private ProfileJson() {}

    /**
     * Writes a profile.
     *
     * @throws java.io.UncheckedIOException when the target fails
     */
    public static void write(SemanticsProfile profile, Appendable out) {
        var sheet = new JsonSheet(out, "profile");
        sheet.put("semanticsProfile", profile.toString());
        sheet.each("switches", Arrays.stream(Dispute.values()).map(one -> dispute(one, profile)));
        sheet.close();
    }

    private static JsonValue dispute(Dispute dispute, SemanticsProfile profile) {
        return JsonObject.builder()
                .put("id", dispute.id())
                .put("on", profile.is(dispute))
                .put("default", dispute.documented())
                .put("says", dispute.says())
                .put(
                        "voices",
                        Json.array(
                                dispute.voices(),
                                voice -> JsonObject.builder()
                                        .put("who", voice.who())
                                        .put("on", voice.on())
                                        .put("where", voice.where())
                                        .build()))
                .build();
    }
}
