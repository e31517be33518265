package dev.demarc.policy;

import dev.demarc.document.JsonString;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.PolicyTypes;
import dev.demarc.policy.effect.Ruling;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Effect;
import dev.demarc.policy.syntax.PolicyDefinition.Mode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which resources a policy reaches, before its condition is asked: by its effect, its mode, and what its rule is about.
 *
 * @param mode empty for a rule without a definition around it, which reaches every resource that it is about
 * @param unlike types that are treated unlike others
 */
record Reach(Optional<ModeReach> mode, Details details, Applicability applicability, PolicyTypes unlike) {

    /** A reason for which a policy has nothing to say of a resource. */
    record Out(Ruling.Why why, String says) {}

    /**
     * Why the policy does not reach a resource; empty when it does.
     *
     * @param word empty when the effect waits for a value that nobody gave
     */
    Optional<Out> out(Scope scope, Optional<Effect> word) {
        Optional<Out> out = outByEffectOrMode(scope, word);
        ResourceType type = scope.resource().type();
        boolean about = out.isPresent() || applicability.applies(scope, looksForRelated(word)) || judgesPartsOf(type);
        return about
                ? out
                : out(
                        Ruling.Why.NOT_ABOUT,
                        "the rule is not about resources such as this `" + type + "`" + kind(scope));
    }

    /** The kind, where the rule is about resources of this type and some kinds only. */
    private String kind(Scope scope) {
        boolean ofType = applicability
                .possibleTypes()
                .map(types -> types.contains(scope.resource().type()))
                .orElse(false);
        if (!ofType || !applicability.asksForKind()) {
            return "";
        }
        return scope.resource().document().getIgnoreCase("kind") instanceof JsonString kind
                ? " of kind `" + kind.value() + "`"
                : " without a kind";
    }

    /** Whether {@link #out} is empty, decided without saying why. */
    boolean reaches(Scope scope, Optional<Effect> word) {
        boolean about = applicability.appliesQuickly(scope, looksForRelated(word))
                || judgesPartsOf(scope.resource().type());
        return about
                && (mode.isEmpty() || mode.get().includes(scope.resource()))
                && outByEffectOrMode(scope, word).isEmpty();
    }

    private static boolean looksForRelated(Optional<Effect> word) {
        return word.orElse(Effect.AUDIT).looksForRelated();
    }

    private Optional<Out> outByEffectOrMode(Scope scope, Optional<Effect> word) {
        Effect effect = word.orElse(Effect.AUDIT);
        ResourceType type = scope.resource().type();
        if (effect == Effect.DISABLED) {
            return out(Ruling.Why.DISABLED, "the policy is disabled");
        }
        Optional<String> left = mode.flatMap(one -> one.out(scope.resource()));
        if (left.isPresent()) {
            return out(Ruling.Why.MODE, left.get());
        }
        if (effect == Effect.DENY_ACTION && unlike.neverGuarded().contains(type)) {
            return out(Ruling.Why.TYPE, "requests to change a `" + type + "` are never denied by `denyAction`");
        }
        if (effect == Effect.MODIFY
                && changesIdentity()
                && !unlike.identityChanged().contains(type)) {
            return out(
                    Ruling.Why.TYPE,
                    "`modify` changes `identity.type` of virtual machines and their scale sets only, not of `" + type
                            + "`");
        }
        return Optional.empty();
    }

    private static Optional<Out> out(Ruling.Why why, String says) {
        return Optional.of(new Out(why, says));
    }

    private boolean changesIdentity() {
        return details instanceof Details.Operations changes
                && changes.operations().stream()
                        .anyMatch(one -> one.action() != Details.Action.REMOVE
                                && one.field() instanceof Template.Constant(JsonString name)
                                && name.value().equalsIgnoreCase("identity.type"));
    }

    /** The provider that evaluates the policy, by its mode; empty for a mode of Resource Manager. */
    Optional<Mode.Provider> provider() {
        return mode.map(ModeReach::mode).filter(Mode.Provider.class::isInstance).map(Mode.Provider.class::cast);
    }

    /** The types of the resources that it may reach; empty for any type. */
    Optional<Set<ResourceType>> types() {
        return provider().isPresent() ? Optional.empty() : applicability.possibleTypes();
    }

    /** Whether it is a policy of mode {@code all}. */
    boolean isOfEverything() {
        return mode.map(ModeReach::mode).filter(Mode.All.class::isInstance).isPresent();
    }

    /** Whether the whole condition decides where a provider's policy applies, as it does in Kubernetes. */
    static boolean byWholeCondition(Mode.Provider provider) {
        return provider.name().equalsIgnoreCase("Microsoft.Kubernetes.Data");
    }

    /** Whether a provider's policy is about what lies inside resources of a type: keys in a vault. */
    boolean judgesPartsOf(ResourceType type) {
        return provider().isPresent()
                && applicability.types().stream()
                        .anyMatch(component ->
                                holder(component).filter(type::equals).isPresent());
    }

    /**
     * The type of the resource that holds components of a type: {@code Microsoft.KeyVault/vaults} for {@code
     * Microsoft.KeyVault.Data/vaults/keys}. Empty for a type of Resource Manager.
     */
    private Optional<ResourceType> holder(String component) {
        String[] parts = component.toLowerCase(Locale.ROOT).split("/", -1);
        if (parts.length < 3 || !parts[0].endsWith(".data")) {
            return Optional.empty();
        }
        String namespace =
                parts[0].substring(0, parts[0].length() - ".data".length()).replaceFirst("\\.v\\d+$", "");
        return ResourceType.parse(unlike.holding(namespace) + "/" + parts[1]);
    }
}
