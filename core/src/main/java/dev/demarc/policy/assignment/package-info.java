/**
 * Which policies are in force where: definitions and initiatives as a library, assignments of them to scopes, exemptions
 * and attestations, and what all that comes to for one resource.
 *
 * <p>In: documents of definitions, initiatives, assignments, exemptions and attestations, whether they come from files
 * or from the estate; an instant. Out: {@link dev.demarc.policy.assignment.AssignedPolicy}, each with its parameters
 * filled in, its scope, selectors and overrides; and for a resource a {@link
 * dev.demarc.policy.assignment.PolicyState}. Never: a policy left out without a word: what could not be read or found is
 * a diagnostic or a gap.
 *
 * <pre>
 * documents -PolicyDocument-&gt; PolicyLibrary -PolicyBinder-&gt; AssignedPolicy, Gap, Diagnostic
 * AssignedPolicy + Subject -&gt; PolicyState
 * </pre>
 */
@NullMarked
package dev.demarc.policy.assignment;

import org.jspecify.annotations.NullMarked;
