package dev.demarc.policy.effect;

import dev.demarc.policy.syntax.Effect;
import java.util.List;
import java.util.Optional;

/** What became of a policy on one resource: with the verdict, all that Azure's compliance states are made of. */
public sealed interface Ruling {

    /** The rule was held against the resource; how that came out, the verdict says. */
    record Evaluated(Effect effect) implements Ruling {}

    /**
     * A person has to attest the resource ({@code manual}).
     *
     * @param until what counts until somebody has; empty when the policy says so in a way that cannot be told
     */
    record ToAttest(Optional<DefaultState> until) implements Ruling {}

    /**
     * Requests are denied ({@code denyAction}); the configuration is not judged. Azure calls such a resource protected.
     *
     * @param actionNames the actions denied, such as {@code delete}
     * @param onGroupDeletion whether deleting its resource group is denied as well
     */
    record Guarded(List<String> actionNames, boolean onGroupDeletion) implements Ruling {
        public Guarded {
            actionNames = List.copyOf(actionNames);
        }
    }

    /**
     * A resource provider evaluates the policy, on what it alone can see.
     *
     * @param because whether the mode or the effect says so
     * @param word that mode or effect
     */
    record ProviderEvaluated(Because because, String word) implements Ruling {}

    /** What leaves an evaluation to a resource provider. */
    enum Because {
        MODE,
        EFFECT
    }

    /** The policy has nothing to say here; Azure keeps no record. */
    record NotApplied(Why why) implements Ruling {}

    /** Why a policy has nothing to say of a resource. */
    enum Why {
        /** The effect is {@code disabled}. */
        DISABLED,
        /** Policies of this mode are not evaluated on such resources. */
        MODE,
        /** The conditions on type, name and kind say that the rule is not about such resources. */
        NOT_ABOUT,
        /** The effect acts only where the whole condition holds, and it does not. */
        CONDITION,
        /** The further condition of a control does not hold. */
        APPLIES_WHEN,
        /** The effect never acts on resources of this type. */
        TYPE
    }

    /** The rule has no effect that exists, or it could not be told which. */
    record NoEffect() implements Ruling {}
}
