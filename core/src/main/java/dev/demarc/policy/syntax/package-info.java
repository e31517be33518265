/**
 * Policies as a typed tree: definitions, parameters, rules, conditions, effects, and where each stands.
 *
 * <p>In: JSON values and where they stand. Out: {@link dev.demarc.policy.syntax.Parsed} trees with {@link
 * dev.demarc.document.Diagnostic}s. Never: a resource, or whether a condition holds.
 *
 * <p>Keys are compared without regard to case and stand in any order.
 *
 * <pre>
 * definition := { mode?: text, parameters?: { name: parameter }, policyRule: rule, … }
 * parameter  := { type: text, defaultValue?: any, allowedValues?: [any*], … }
 * rule       := { if: condition, then: { effect: text, details?: any } }
 * condition  := { allOf: [condition+] } | { anyOf: [condition+] } | { not: condition } | { left, operator: right }
 * left       := field: text | value: any | count: { field: text, where?: condition }
 *                                        | count: { value: array, name?: text, where?: condition }
 * operator   := equals | notEquals | like | notLike | match | notMatch | matchInsensitively | notMatchInsensitively
 *             | contains | notContains | containsKey | notContainsKey | in | notIn
 *             | less | lessOrEquals | greater | greaterOrEquals | exists
 * </pre>
 *
 * <p>Any text may be an expression.
 */
@NullMarked
package dev.demarc.policy.syntax;

import org.jspecify.annotations.NullMarked;
