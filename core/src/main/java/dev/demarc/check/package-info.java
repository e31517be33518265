/**
 * How a judgement is said: checks, what they are asked about, and what they answer.
 *
 * <p>In: a {@link dev.demarc.check.Subject}. Out: a {@link dev.demarc.check.Finding} with evidence. Never: how a rule
 * is written.
 */
@NullMarked
package dev.demarc.check;

import org.jspecify.annotations.NullMarked;
