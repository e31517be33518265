/**
 * Template expressions: the text between brackets in a policy, as a tree, and the functions it may call.
 *
 * <p>In: the text of a JSON string. Out: an {@link dev.demarc.policy.expression.Expression}, or problems with the
 * character they start at; functions from values to an {@link dev.demarc.policy.expression.Outcome}. Never: a resource,
 * a clock, or the meaning of {@code field()}.
 *
 * <pre>
 * string     := '[' expression ']' | '[[' any* (a literal that starts with one bracket) | any*
 * expression := integer | decimal | text | call | expression '.' name | expression '[' expression ']' | '-' expression
 * call       := name '(' [expression (',' expression)*] ')'
 * text       := ''' (any | "''")* '''
 * </pre>
 */
@NullMarked
package dev.demarc.policy.expression;

import org.jspecify.annotations.NullMarked;
