/**
 * An assessment as one HTML file that opens anywhere, without a network.
 *
 * <p>In: a {@link dev.demarc.report.Report}. Out: the text of a page, the same for the same report.
 * Never: a judgement or figure of its
 * own, a request to anywhere, markup or script made of what the estate says.
 *
 * <pre>
 * page      := skeleton with style, static figures, blocks, script
 * block     := base64(gzip(JSON)) in a script element that no browser runs
 * blocks    := resources findings policies unseen evidence-0 evidence-1 … summary     columns, texts kept once
 * </pre>
 *
 * <p>What reads well on paper and without a script (figures, coverage, score, the first recommendations) is written
 * here as markup; what is paged, filtered and drawn is in blocks and the page renders it.
 */
@NullMarked
package dev.demarc.report.html;

import org.jspecify.annotations.NullMarked;
