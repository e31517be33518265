/**
 * The Azure Policy language, run offline: policies made into checks that judge one resource at a time and say why.
 *
 * <p>In: a definition or rule, values for its parameters, aliases, an instant. Out: a {@link
 * dev.demarc.policy.PolicyCheck} or {@link dev.demarc.policy.PolicyCondition}, or diagnostics. Never: compliant for
 * what was not seen or could not be computed; a change to any resource.
 *
 * <pre>
 * definition -syntax-&gt; tree -evaluation.Binding-&gt; tree with parameters filled in -evaluation.Evaluator-&gt;
 * explanation -&gt; judgement with evidence
 * tree with parameters filled in -decision.CompiledCondition-&gt; truth -&gt; verdict: the same ones, quickly
 * </pre>
 */
@NullMarked
package dev.demarc.policy;

import org.jspecify.annotations.NullMarked;
