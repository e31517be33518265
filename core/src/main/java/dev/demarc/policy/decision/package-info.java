/**
 * Whether a condition holds of a resource, decided quickly: the twin of {@link dev.demarc.policy.evaluation}, which
 * explains.
 *
 * <p>In: a condition that {@link dev.demarc.policy.evaluation.Binding} has filled in, the same values, aliases and
 * context. Out: a {@link dev.demarc.policy.decision.CompiledCondition}, which answers with the {@link
 * dev.demarc.policy.evaluation.Truth} that an explanation of the same condition has, cause and reason included, and
 * knows the types of which it can hold at all. Never: a reason for an answer that is true or false, a place in a
 * resource, or a meaning of an operator that the explaining twin does not have.
 *
 * <pre>
 * condition -{@link dev.demarc.policy.decision.TypeView} per type-&gt; deciders, what the type alone decides folded away
 * decider    := constant | all | any | not | left side asked a question
 * left side  := where the values stand; question := operator and right side, ready to be asked of one value
 * </pre>
 */
@NullMarked
package dev.demarc.policy.decision;

import org.jspecify.annotations.NullMarked;
