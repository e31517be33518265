/**
 * What is doubtful about policies that can be read: a rule that never holds, a name that no table has, a comparison
 * that does not mean what it seems to; a reference that leads nowhere, an exemption of nothing.
 *
 * <p>In: a policy document and where its values stand, what providers publish; a library and what it comes to. Out:
 * every {@link dev.demarc.document.Diagnostic} of a document, those of {@code syntax} included, by place; those of a
 * library's references. Never: a resource, or a verdict on one; a definition changed.
 *
 * <p>A warning is about what the policy does: probably not what was meant. A note is about what a reader or an assigner
 * of the policy would like to know.
 */
@NullMarked
package dev.demarc.policy.lint;

import org.jspecify.annotations.NullMarked;
