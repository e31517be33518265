package dev.demarc.policy.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a policy does where its condition holds. */
public enum Effect {
    DISABLED("disabled"),
    APPEND("append"),
    MODIFY("modify"),
    DENY("deny"),
    AUDIT("audit"),
    MANUAL("manual"),
    AUDIT_IF_NOT_EXISTS("auditIfNotExists"),
    DEPLOY_IF_NOT_EXISTS("deployIfNotExists"),
    DENY_ACTION("denyAction"),
    ADD_TO_NETWORK_GROUP("addToNetworkGroup"),
    MUTATE("mutate"),
    ENFORCE_REGO_POLICY("EnforceRegoPolicy"),
    ENFORCE_OPA_CONSTRAINT("EnforceOPAConstraint"),
    ENFORCE_SETTING("EnforceSetting"),
    AUDIT_ACTION("AuditAction"),
    NONE("None");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    /** The word in a rule, as Microsoft writes it. */
    public String word() {
        return word;
    }

    /** Whether compliance depends on a related resource. */
    public boolean looksForRelated() {
        return this == AUDIT_IF_NOT_EXISTS || this == DEPLOY_IF_NOT_EXISTS;
    }

    /** The effect of this word, without regard to case; empty when there is none. */
    public static Optional<Effect> of(String word) {
        return Arrays.stream(values())
                .filter(effect -> effect.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** The words of all effects. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Effect::word).toList();
    }
}
