/**
 * Whose it is: for every resource and layer the side that answers for it, with the row that says so; and who inside the
 * customer's organisation owns the resource.
 *
 * <p>In: a subject, the responsibility table and an edition of the matrix. Out: a {@link
 * dev.demarc.demarcation.Demarcation}. Never: whether the side does its duty; a guess for a type that no row describes.
 */
@NullMarked
package dev.demarc.demarcation;

import org.jspecify.annotations.NullMarked;
