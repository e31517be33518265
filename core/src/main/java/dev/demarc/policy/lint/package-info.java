/**
 * What is doubtful about a policy definition that can be read: a rule that never holds, a name that no table has, a
 * comparison that does not mean what it seems to.
 *
 * <p>In: a policy document and where its values stand, the table of aliases. Out: every {@link
 * dev.demarc.document.Diagnostic} of the document, those of {@code syntax} included, by place. Never: a resource, or a
 * verdict on one; a definition changed.
 *
 * <p>A warning is about what the policy does: probably not what was meant. A note is about what a reader or an assigner
 * of the policy would like to know.
 */
@NullMarked
package dev.demarc.policy.lint;

import org.jspecify.annotations.NullMarked;
