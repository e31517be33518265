/**
 * The build tool that turns the YAML tables of {@code knowledge/} into the one catalogue that the program carries.
 *
 * <p>In: a folder of tables and their schemas. Out: a gzipped JSON document, or every mistake with its file. Never: part
 * of the running program.
 */
@NullMarked
package dev.demarc.knowledge.compiler;

import org.jspecify.annotations.NullMarked;
