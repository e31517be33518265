/**
 * Text as trees that can be pointed at: JSON values, pointers, places and diagnostics.
 *
 * <p>In: bytes and characters. Out: {@link dev.demarc.document.JsonValue} trees, {@link
 * dev.demarc.document.Diagnostic}s. Never: what a document means; Azure is unknown here.
 */
@NullMarked
package dev.demarc.document;

import org.jspecify.annotations.NullMarked;
