/**
 * What the effects of policies mean for a resource that exists: what became of the policy there, the changes that would
 * bring the resource in line, and where the changes of several policies contradict each other.
 *
 * <p>In: a rule's effect and details with parameters filled in, and a resource. Out: a {@link
 * dev.demarc.policy.effect.Ruling}, a {@link dev.demarc.policy.effect.Patch}, {@link
 * dev.demarc.policy.effect.Conflicts}. Never: whether a condition holds; a change to any resource.
 */
@NullMarked
package dev.demarc.policy.effect;

import org.jspecify.annotations.NullMarked;
