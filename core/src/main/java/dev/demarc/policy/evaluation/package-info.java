/**
 * Whether a condition holds of a resource, and why: every answer is a tree that names the place in the rule, the place
 * in the resource, what was found and what was wanted.
 *
 * <p>In: a condition, values for its parameters, a resource and its neighbours, an instant. Out: an {@link
 * dev.demarc.policy.evaluation.Explanation} whose {@link dev.demarc.policy.evaluation.Truth} is true, false or
 * undecided. Never: a verdict; and never false for what was not seen or could not be computed.
 *
 * <p>Undecided combines as in Kleene's logic: one false part makes an {@code allOf} false and one true part makes an
 * {@code anyOf} true, whatever the others are.
 */
@NullMarked
package dev.demarc.policy.evaluation;

import org.jspecify.annotations.NullMarked;
