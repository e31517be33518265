/**
 * What people expect of their policies: test files with resources and the states they should come to, and what became of
 * each.
 *
 * <p>In: the JSON of a test file, and of the resources it names by file; a library of policies. Out: a {@link
 * dev.demarc.policy.trial.PolicyTestFile}, or diagnostics; a {@link dev.demarc.policy.trial.TrialRun}. Never: a file
 * opened, the clock.
 *
 * <pre>
 * file   := {"policy": name | id | file, "referenceId"?, "parameters"?, "at"?, "profile"?, "request"?, "cases": [case+]}
 * case   := {"name", "referenceId"?, ("resource": {…} | "resourceFile": file), "related"?: [resource], "collected"?: bool | [type],
 *            "parameters"?, "profile"?, "request"?, "expect": state | expect}
 * expect := {"state": state, "effect"?, "reason"?, "patch"?}
 * state  := compliant | non-compliant | not-applicable | exempt | unknown | unattested | conflict | protected | error
 * </pre>
 */
@NullMarked
package dev.demarc.policy.trial;

import org.jspecify.annotations.NullMarked;
