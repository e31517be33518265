/**
 * Policies on disk or standard input: definitions, initiatives, assignments, exemptions and attestations in the shapes
 * that Azure, its tools and the usual repositories of policies give them, and the tests of policies.
 *
 * <p>In: paths and streams. Out: a {@link dev.demarc.source.policies.PolicyReading} with {@link
 * dev.demarc.policy.assignment.PolicyDocument}s, {@link dev.demarc.policy.trial.PolicyTestFile}s, gaps, diagnostics and
 * an account that adds up. Never: what a policy means, which is for {@code dev.demarc.policy}; a guess at the value of a
 * template's expression.
 *
 * <pre>
 * paths -Checkout-&gt; files -PolicyFile-&gt; values -PolicyShape-&gt; what each is
 *   a policy                 -&gt; PolicyDocument
 *   a template               -ArmTemplate-&gt; PolicyDocuments
 *   parts of a policy        -PolicyParts-&gt; PolicyDocument
 *   EPAC assignments         -AssignmentTree-&gt; PolicyDocuments    (once everything is read)
 *   EPAC exemptions          -EpacExemptions-&gt; PolicyDocuments    (once everything is read)
 *   a test file              -TestFiles-&gt; PolicyTestFile          (once everything is read)
 * </pre>
 */
@NullMarked
package dev.demarc.source.policies;

import org.jspecify.annotations.NullMarked;
