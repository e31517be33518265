/**
 * Exports on disk or standard input as observations: what `az`, Resource Graph and Azure Resource Manager answer, saved
 * as JSON. Beside the estate, what people decided and what resource providers publish.
 *
 * <p>In: paths and streams. Out: {@link dev.demarc.estate.Observation}s, {@link dev.demarc.estate.Gap}s, {@link
 * dev.demarc.document.Diagnostic}s and an {@link dev.demarc.estate.Account} that adds up; of the other files {@link
 * dev.demarc.check.Decisions} and an {@link AliasDump}. Never: a secret's text,
 * a file held whole, a guess at what a file does not say.
 */
@NullMarked
package dev.demarc.source.files;

import org.jspecify.annotations.NullMarked;
