package dev.demarc.policy.syntax;

import dev.demarc.document.Place;
import dev.demarc.policy.expression.Template;

/**
 * A policy's rule: what to look for and what to do about it.
 *
 * @param condition the {@code if}; for a control it describes the bad state
 * @param effect a word of {@link Effect}, or an expression that yields one
 */
public record PolicyRule(Condition condition, Template effect, Details details, Place place) {}
