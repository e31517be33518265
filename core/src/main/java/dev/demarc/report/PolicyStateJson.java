package dev.demarc.report;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.assignment.Assignment;
import dev.demarc.policy.assignment.ComplianceState;
import dev.demarc.policy.assignment.PolicyAttestation;
import dev.demarc.policy.assignment.PolicyExemption;
import dev.demarc.policy.assignment.PolicyState;
import dev.demarc.policy.effect.Change;
import dev.demarc.policy.syntax.Effect;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How one resource stands to one policy in force, as JSON. */
final class PolicyStateJson {
    private PolicyStateJson() {}

    /** The state with what decided it. */
    static JsonObject.Builder state(PolicyState state) {
        var object = JsonObject.builder()
                .put(
                        "assignment",
                        state.policy().assignment().map(Assignment::id).map(Object::toString))
                .put("referenceId", state.policy().referenceId())
                .put("resource", state.resource().id().text())
                .put("type", state.resource().type().text())
                .put("state", state.state().word())
                .put("azureState", state.state().azure())
                .put("effect", state.policy().effectOn(state.resource()).map(Effect::word))
                .put("reason", state.judgement().reason())
                .put("message", message(state))
                .put("evidence", Json.array(state.judgement().evidence(), Json::evidence));
        state.exemption().ifPresent(one -> object.put("exemption", exemption(one)));
        state.attestation().ifPresent(one -> object.put("attestation", attestation(one)));
        state.patch().ifPresent(patch -> object.put("patch", patch.json().json()));
        return object;
    }

    /** What a person is told of a resource that does not comply. */
    static Optional<String> message(PolicyState state) {
        boolean fails = state.state() == ComplianceState.NON_COMPLIANT || state.state() == ComplianceState.CONFLICT;
        return fails ? state.policy().message() : Optional.empty();
    }

    private static JsonObject exemption(PolicyExemption exemption) {
        return JsonObject.builder()
                .put("id", exemption.id().text())
                .put("displayName", exemption.displayName())
                .put("category", exemption.category().name().toLowerCase(Locale.ROOT))
                .put("expires", exemption.expires().map(Instant::toString))
                .build();
    }

    private static JsonObject attestation(PolicyAttestation attestation) {
        return JsonObject.builder()
                .put("id", attestation.id().text())
                .put("state", attestation.state().word())
                .put("owner", attestation.owner())
                .put("comments", attestation.comments())
                .put("evidence", Json.texts(attestation.evidence()))
                .put("assessed", attestation.assessed().map(Instant::toString))
                .put("expires", attestation.expires().map(Instant::toString))
                .build();
    }

    /** One change and what would become of it. */
    static JsonValue change(Change change) {
        var object = JsonObject.builder()
                .put("action", change.action().word())
                .put("field", change.field())
                .put("at", change.at().toString());
        change.before().ifPresent(value -> object.put("before", value));
        change.after().ifPresent(value -> object.put("after", value));
        return object.put("fate", fate(change.fate()))
                .put("why", why(change.fate()))
                .build();
    }

    /** The word for what would become of a change. */
    static String fate(Change.Fate fate) {
        return switch (fate) {
            case Change.Made made -> "made";
            case Change.AlreadySo so -> "already-so";
            case Change.Skipped skipped -> "left-out";
            case Change.Refused refused -> "refused";
            case Change.Open open -> "open";
        };
    }

    /** Why a change would not be made; empty when it would, or need not. */
    static Optional<String> why(Change.Fate fate) {
        return switch (fate) {
            case Change.Made made -> Optional.empty();
            case Change.AlreadySo so -> Optional.empty();
            case Change.Skipped skipped -> Optional.of(skipped.why());
            case Change.Refused refused -> Optional.of(refused.why());
            case Change.Open open -> Optional.of(open.why());
        };
    }
}
