/**
 * How good it is: tallies, the score, coverage of the customer's side, recommendations, and all of it as an assessment.
 *
 * <p>In: findings with sides, demarcations, gaps. Out: an {@link dev.demarc.posture.Assessment}. Never: Microsoft's
 * points in the customer's score; something not seen counted as clean; a figure that cannot be recomputed by hand.
 *
 * <pre>
 * control   current = points x compliant / (compliant + non-compliant + unknown + error), half-even to 2 decimals
 *           best    = the same with unknown and error counted as compliant
 * score     sum of current / sum of points, over controls with at least one of these four
 * </pre>
 */
@NullMarked
package dev.demarc.posture;

import org.jspecify.annotations.NullMarked;
