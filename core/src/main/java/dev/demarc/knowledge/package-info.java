/**
 * What Azure is, as typed tables: layers, service models, matrix editions, responsibility rows, controls, aliases,
 * support of tags, frameworks.
 *
 * <p>In: the compiled catalogue. Out: records to look up. Never: facts written in Java, or a judgement.
 */
@NullMarked
package dev.demarc.knowledge;

import org.jspecify.annotations.NullMarked;
