/**
 * Runs an estate through the checks: the only room with threads.
 *
 * <p>In: an estate, the shipped knowledge, an instant, people's decisions. Out: an {@link
 * dev.demarc.posture.Assessment}, the same whatever the number of threads. Never: where resources come from or how a
 * result is shown.
 */
@NullMarked
package dev.demarc.runner;

import org.jspecify.annotations.NullMarked;
