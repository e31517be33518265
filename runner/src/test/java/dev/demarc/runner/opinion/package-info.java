/**
 * The second opinion: what another engine, microsoft/regorus, says of the same policies on the same resources, held
 * against what this one says, and a cause found for every difference.
 *
 * <p>In: the public data beside the project. Out: a {@link dev.demarc.runner.opinion.SecondOpinion}, and a page of it.
 * Never: a cause that was typed; every one is found by evaluating again with one thing changed.
 */
@NullMarked
package dev.demarc.runner.opinion;

import org.jspecify.annotations.NullMarked;
