package dev.demarc.policy.syntax;

import java.util.List;

/**
 * The effects that a rule may come to have.
 *
 * @param effects without repetition, in the order written; empty when nothing tells
 * @param complete whether no other can be assigned
 */
record PossibleEffects(List<Effect> effects, boolean complete) {
    PossibleEffects {
        effects = List.copyOf(effects);
    }

    /** Whether it is one of those, as far as is known. */
    boolean may(Effect effect) {
        return effects.contains(effect);
    }

    /** Whether it is known to be one of those, apart from doing nothing. */
    boolean areAll(List<Effect> some) {
        List<Effect> doing =
                effects.stream().filter(effect -> effect != Effect.DISABLED).toList();
        return complete && !doing.isEmpty() && some.containsAll(doing);
    }

    /** The words of those that need something, for a message. */
    String words(List<Effect> some) {
        return String.join(
                " and ",
                effects.stream()
                        .filter(some::contains)
                        .map(effect -> "`" + effect.word() + "`")
                        .toList());
    }
}
